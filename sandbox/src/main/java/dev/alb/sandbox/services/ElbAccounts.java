package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.values.Value;
import java.util.Map;

/** The accounts of Elastic Load Balancing that write access logs, one for each region that is older than August 2022. */
final class ElbAccounts {
    private static final Map<String, String> ACCOUNTS = Map.ofEntries(
            Map.entry("af-south-1", "098369216593"),
            Map.entry("ap-east-1", "754344448648"),
            Map.entry("ap-northeast-1", "582318560864"),
            Map.entry("ap-northeast-2", "600734575887"),
            Map.entry("ap-northeast-3", "383597477331"),
            Map.entry("ap-south-1", "718504428378"),
            Map.entry("ap-southeast-1", "114774131450"),
            Map.entry("ap-southeast-2", "783225319266"),
            Map.entry("ap-southeast-3", "589379963580"),
            Map.entry("ca-central-1", "985666609251"),
            Map.entry("cn-north-1", "638102146993"),
            Map.entry("cn-northwest-1", "037604701340"),
            Map.entry("eu-central-1", "054676820928"),
            Map.entry("eu-north-1", "897822967062"),
            Map.entry("eu-south-1", "635631232127"),
            Map.entry("eu-west-1", "156460612806"),
            Map.entry("eu-west-2", "652711504416"),
            Map.entry("eu-west-3", "009996457667"),
            Map.entry("me-south-1", "076674570225"),
            Map.entry("sa-east-1", "507241528517"),
            Map.entry("us-east-1", "127311923021"),
            Map.entry("us-east-2", "033677994240"),
            Map.entry("us-gov-east-1", "190560391635"),
            Map.entry("us-gov-west-1", "048591011584"),
            Map.entry("us-west-1", "027434742980"),
            Map.entry("us-west-2", "797873946194"));

    private ElbAccounts() {}

    static Value.Mapping compute(Value.Mapping asked, Caller caller) {
        String region = asked.get("region") instanceof Value.Text own ? own.value() : caller.region();
        String account = ACCOUNTS.get(region);
        if (account == null) {
            throw new LookupFailure("unsupported AWS Region: " + region);
        }
        return asked.with("id", Value.text(account))
                .with("arn", Value.text("arn:" + caller.partition() + ":iam::" + account + ":root"));
    }
}
