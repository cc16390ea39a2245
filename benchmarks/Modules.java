import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.rules.Condition;
import dev.alb.rules.ListenerRule;
import dev.alb.rules.ListenerRuleAttributes;
import dev.alb.rules.Priority;
import java.util.List;

/** The constructs of this project: {@code java Modules RULES STACKS OUTDIR}. */
public final class Modules {
    private Modules() {}

    /** Runs one synthesis. */
    public static void main(String[] arguments) {
        int rules = Integer.parseInt(arguments[0]);
        int stacks = Integer.parseInt(arguments[1]);
        App app = new App(AppConfig.builder().outdir(arguments[2]).build());
        for (int number = 0; number < stacks; number++) {
            TerraformStack stack = new TerraformStack(app, "stack-" + number);
            Rule.ofStack(number, rules / stacks).forEach(rule -> new ListenerRule(stack, rule.id(), attributes(rule)));
        }
        app.synth();
    }

    private static ListenerRuleAttributes attributes(Rule rule) {
        return ListenerRuleAttributes.of(
                rule.listenerArn(),
                Priority.of(rule.priority()),
                List.of(Condition.paths(rule.path())),
                Actions.of(Action.forwardTo(rule.targetGroupArn())));
    }
}
