package dev.alb.loadbalancer;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.terraform.Refused;
import org.junit.jupiter.api.Test;

class ExistingLoadBalancerTest {
    private static final String ARN =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shared/50dc6c495c0c9188";

    private final TerraformStack stack = new TerraformStack(Testing.app(), "network");

    @Test
    void is_looked_up_by_its_arn() {
        new ExistingLoadBalancer(stack, "shared", ARN);
        SynthesizedStack.of(stack).hasNo("aws_lb").data("aws_lb", "shared").hasExactly("{arn: '" + ARN + "'}");
    }

    @Test
    void gives_what_others_refer_to() {
        ExistingLoadBalancer shared = new ExistingLoadBalancer(stack, "shared", ARN);
        output("arn", shared.arn());
        output("dns_name", shared.dnsName());
        output("zone_id", shared.zoneId());
        output("vpc_id", shared.vpcId());
        SynthesizedStack synthesized = SynthesizedStack.of(stack);
        for (String attribute : new String[] {"arn", "dns_name", "zone_id", "vpc_id"}) {
            synthesized.output(attribute).has("value", "${data.aws_lb.shared." + attribute + "}");
        }
    }

    @Test
    void is_an_application_load_balancer() {
        String network = ARN.replace("/app/", "/net/");
        Refused.with(
                "arn must be an ARN such as arn:aws:elasticloadbalancing:…:loadbalancer/app/…, got \"" + network
                        + "\"\n  Copy the ARN from the AWS console, or pass an attribute.",
                () -> new ExistingLoadBalancer(stack, "shared", network));
    }

    private void output(String name, String value) {
        new TerraformOutput(
                stack, name, TerraformOutputConfig.builder().value(value).build());
    }
}
