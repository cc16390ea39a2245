import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRuleProps;

/** AWS CDK, which writes CloudFormation: {@code java AwsCdk RULES STACKS OUTDIR}. */
public final class AwsCdk {
    private AwsCdk() {}

    /** Runs one synthesis. */
    public static void main(String[] arguments) {
        int rules = Integer.parseInt(arguments[0]);
        int stacks = Integer.parseInt(arguments[1]);
        App app = new App(AppProps.builder().outdir(arguments[2]).build());
        for (int number = 0; number < stacks; number++) {
            Stack stack = new Stack(app, "stack-" + number);
            Rule.ofStack(number, rules / stacks).forEach(rule -> new CfnListenerRule(stack, rule.id(), props(rule)));
        }
        app.synth();
    }

    private static CfnListenerRuleProps props(Rule rule) {
        return CfnListenerRuleProps.builder()
                .listenerArn(rule.listenerArn())
                .priority(rule.priority())
                .conditions(List.of(CfnListenerRule.RuleConditionProperty.builder()
                        .field("path-pattern")
                        .pathPatternConfig(CfnListenerRule.PathPatternConfigProperty.builder()
                                .values(List.of(rule.path()))
                                .build())
                        .build()))
                .actions(List.of(CfnListenerRule.ActionProperty.builder()
                        .type("forward")
                        .targetGroupArn(rule.targetGroupArn())
                        .build()))
                .build();
    }
}
