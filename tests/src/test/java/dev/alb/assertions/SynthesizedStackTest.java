package dev.alb.assertions;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the library reads from a synthesized app. */
class SynthesizedStackTest {
    @Test
    void synthesizes_a_stack() {
        TerraformStack stack = new TerraformStack(Testing.app(), "network");
        new LoadBalancer(stack, "wiki", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
        SynthesizedStack.of(stack)
                .hasExactly("aws_lb", "wiki")
                .resource("aws_lb", "wiki")
                .has("internal", true)
                .lacks("//");
    }
}
