package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Fingerprint;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.math.BigInteger;
import java.util.List;

/** What AWS says of a load balancer: its DNS name, the zone of that name, its VPC, its subnets and groups. */
final class LoadBalancerAnswer {
    private static final int DIGITS = 10;

    private LoadBalancerAnswer() {}

    static Value.Mapping complete(Change change) {
        Value.Mapping object = change.object();
        String region = change.aws().region();
        object = Blocks.fill(object, "dns_name", Value.text(dnsName(object, region)));
        object = Blocks.fill(object, "zone_id", Value.text(HostedZones.of(region, object)));
        object = withSubnets(object);
        object = withVpc(object, change.aws());
        return withSecurityGroups(object, change.aws());
    }

    private static String dnsName(Value.Mapping object, String region) {
        String name = object.get("name").text();
        String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
        if (object.get("load_balancer_type").text().equals("network")) {
            String arn = object.get("arn").text();
            return name + "-" + arn.substring(arn.lastIndexOf('/') + 1) + ".elb." + region + domain;
        }
        String internal = object.get("internal").equals(new Value.Bool(true)) ? "internal-" : "";
        return internal + name + "-" + digits(object) + "." + region + ".elb" + domain;
    }

    private static String digits(Value.Mapping object) {
        String number =
                new BigInteger(Fingerprint.of("dns_name", object.get("arn").text()), 16).toString();
        return number.substring(0, DIGITS);
    }

    private static Value.Mapping withSubnets(Value.Mapping object) {
        List<Value> ids =
                LoadBalancerSubnets.ids(object).stream().map(Value::text).toList();
        return object.get("subnets").elements().isEmpty() ? object.with("subnets", new Value.SetOf(ids)) : object;
    }

    private static Value.Mapping withVpc(Value.Mapping object, Transaction aws) {
        return LoadBalancerSubnets.vpc(object, aws)
                .map(vpc -> object.with("vpc_id", Value.text(vpc)))
                .orElse(object);
    }

    /** An Application Load Balancer without groups gets the default one of its VPC. */
    private static Value.Mapping withSecurityGroups(Value.Mapping object, Transaction aws) {
        boolean given = !object.get("security_groups").elements().isEmpty();
        if (given || !LoadBalancers.isApplication(object)) {
            return object;
        }
        String vpc = object.get("vpc_id").text();
        String group = aws.all("aws_security_group").stream()
                .filter(other -> other.text("name").equals("default")
                        && other.text("vpc_id").equals(vpc))
                .map(other -> other.id())
                .findFirst()
                .orElse("sg-" + Fingerprint.of("default", vpc).substring(0, 17));
        return object.with("security_groups", new Value.SetOf(List.of(Value.text(group))));
    }
}
