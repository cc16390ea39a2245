import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.lb_listener_rule.LbListenerRule;
import com.hashicorp.cdktf.providers.aws.lb_listener_rule.LbListenerRuleAction;
import com.hashicorp.cdktf.providers.aws.lb_listener_rule.LbListenerRuleCondition;
import com.hashicorp.cdktf.providers.aws.lb_listener_rule.LbListenerRuleConditionPathPattern;
import com.hashicorp.cdktf.providers.aws.lb_listener_rule.LbListenerRuleConfig;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import java.util.List;

/** CDKTF with the prebuilt bindings for AWS: {@code java Prebuilt RULES STACKS OUTDIR}. */
public final class Prebuilt {
    private Prebuilt() {}

    /** Runs one synthesis. */
    public static void main(String[] arguments) {
        int rules = Integer.parseInt(arguments[0]);
        int stacks = Integer.parseInt(arguments[1]);
        App app = new App(AppConfig.builder().outdir(arguments[2]).build());
        for (int number = 0; number < stacks; number++) {
            TerraformStack stack = new TerraformStack(app, "stack-" + number);
            // The bindings refuse a stack without it.
            AwsProvider.Builder.create(stack, "aws").region("eu-central-1").build();
            Rule.ofStack(number, rules / stacks).forEach(rule -> new LbListenerRule(stack, rule.id(), config(rule)));
        }
        app.synth();
    }

    private static LbListenerRuleConfig config(Rule rule) {
        return LbListenerRuleConfig.builder()
                .listenerArn(rule.listenerArn())
                .priority(rule.priority())
                .condition(List.of(LbListenerRuleCondition.builder()
                        .pathPattern(LbListenerRuleConditionPathPattern.builder()
                                .values(List.of(rule.path()))
                                .build())
                        .build()))
                .action(List.of(LbListenerRuleAction.builder()
                        .type("forward")
                        .targetGroupArn(rule.targetGroupArn())
                        .build()))
                .build();
    }
}
