import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import com.hashicorp.cdktf.TerraformStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CDKTF without bindings for AWS: {@code java Core RULES STACKS OUTDIR WAY}. */
public final class Core {
    /** How the arguments of a resource reach CDKTF. */
    private enum Way {
        /** {@code addOverride} for each argument. */
        CORE_EACH_ARGUMENT,
        /** One {@code addOverride} of the stack for each resource. */
        CORE_EACH_RESOURCE,
        /** One {@code addOverride} of the stack for all of them. */
        CORE_EACH_STACK
    }

    private Core() {}

    /** Runs one synthesis. */
    public static void main(String[] arguments) {
        int rules = Integer.parseInt(arguments[0]);
        int stacks = Integer.parseInt(arguments[1]);
        Way way = Way.valueOf(arguments[3]);
        App app = new App(AppConfig.builder().outdir(arguments[2]).build());
        for (int stack = 0; stack < stacks; stack++) {
            fill(new TerraformStack(app, "stack-" + stack), way, Rule.ofStack(stack, rules / stacks));
        }
        app.synth();
    }

    private static void fill(TerraformStack stack, Way way, List<Rule> rules) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Rule rule : rules) {
            TerraformResource resource = resource(stack, rule.id());
            switch (way) {
                case CORE_EACH_ARGUMENT -> arguments(rule).forEach(resource::addOverride);
                case CORE_EACH_RESOURCE ->
                    stack.addOverride("resource.aws_lb_listener_rule." + rule.id(), arguments(rule));
                case CORE_EACH_STACK -> all.put(rule.id(), arguments(rule));
            }
        }
        if (way == Way.CORE_EACH_STACK) {
            stack.addOverride("resource", Map.of("aws_lb_listener_rule", all));
        }
    }

    private static TerraformResource resource(TerraformStack stack, String id) {
        return new TerraformResource(
                stack,
                id,
                TerraformResourceConfig.builder()
                        .terraformResourceType("aws_lb_listener_rule")
                        .build());
    }

    private static Map<String, Object> arguments(Rule rule) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("listener_arn", rule.listenerArn());
        arguments.put("priority", rule.priority());
        arguments.put("condition", List.of(Map.of("path_pattern", List.of(Map.of("values", List.of(rule.path()))))));
        arguments.put("action", List.of(Map.of("type", "forward", "target_group_arn", rule.targetGroupArn())));
        return arguments;
    }
}
