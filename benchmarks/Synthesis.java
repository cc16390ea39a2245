import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import com.hashicorp.cdktf.TerraformStack;
import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.rules.Condition;
import dev.alb.rules.ListenerRule;
import dev.alb.rules.ListenerRuleAttributes;
import dev.alb.rules.Priority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Synthesizes a number of resources in one of several ways: {@code java Synthesis WAY RESOURCES STACKS OUTDIR}. */
public final class Synthesis {
    /** How the arguments of a resource reach CDKTF. */
    private enum Way {
        /** {@code addOverride} for each argument. */
        CORE_EACH_ARGUMENT,
        /** One {@code addOverride} of the stack for each resource. */
        CORE_EACH_RESOURCE,
        /** One {@code addOverride} of the stack for all of them. */
        CORE_EACH_STACK,
        /** The constructs of this project. */
        MODULES
    }

    private static final String ARN = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:";

    /** As many as AWS allows by default. */
    private static final int RULES_OF_A_LOAD_BALANCER = 100;

    private Synthesis() {}

    /** Runs one synthesis. */
    public static void main(String[] arguments) {
        Way way = Way.valueOf(arguments[0]);
        int resources = Integer.parseInt(arguments[1]);
        int stacks = Integer.parseInt(arguments[2]);
        App app = new App(AppConfig.builder().outdir(arguments[3]).build());
        for (int stack = 0; stack < stacks; stack++) {
            fill(new TerraformStack(app, "stack-" + stack), stack, way, resources / stacks);
        }
        app.synth();
    }

    private static void fill(TerraformStack stack, int stackNumber, Way way, int resources) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < resources; i++) {
            String id = "rule-" + i;
            switch (way) {
                case CORE_EACH_ARGUMENT -> arguments(stackNumber, i).forEach(core(stack, id)::addOverride);
                case CORE_EACH_RESOURCE -> {
                    core(stack, id);
                    stack.addOverride("resource.aws_lb_listener_rule." + id, arguments(stackNumber, i));
                }
                case CORE_EACH_STACK -> {
                    core(stack, id);
                    all.put(id, arguments(stackNumber, i));
                }
                case MODULES -> new ListenerRule(stack, id, attributes(stackNumber, i));
            }
        }
        if (way == Way.CORE_EACH_STACK) {
            stack.addOverride("resource", Map.of("aws_lb_listener_rule", all));
        }
    }

    private static TerraformResource core(TerraformStack stack, String id) {
        return new TerraformResource(
                stack,
                id,
                TerraformResourceConfig.builder()
                        .terraformResourceType("aws_lb_listener_rule")
                        .build());
    }

    private static ListenerRuleAttributes attributes(int stack, int i) {
        return ListenerRuleAttributes.of(
                listener(stack, i),
                Priority.of(i % RULES_OF_A_LOAD_BALANCER + 1),
                List.of(Condition.paths("/space-" + i + "/*")),
                Actions.of(Action.forwardTo(targetGroup(stack, i))));
    }

    private static Map<String, Object> arguments(int stack, int i) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("listener_arn", listener(stack, i));
        rule.put("priority", i % RULES_OF_A_LOAD_BALANCER + 1);
        rule.put("condition", List.of(Map.of("path_pattern", List.of(Map.of("values", List.of("/space-" + i + "/*"))))));
        rule.put("action", List.of(Map.of("type", "forward", "target_group_arn", targetGroup(stack, i))));
        return rule;
    }

    private static String listener(int stack, int i) {
        return ARN + "listener/app/" + loadBalancer(stack, i) + "/0123456789abcdef/0123456789abcdef";
    }

    private static String targetGroup(int stack, int i) {
        return ARN + "targetgroup/" + loadBalancer(stack, i) + "/0123456789abcdef";
    }

    private static String loadBalancer(int stack, int i) {
        return "wiki-" + stack + "-" + i / RULES_OF_A_LOAD_BALANCER;
    }
}
