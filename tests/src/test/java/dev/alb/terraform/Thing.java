package dev.alb.terraform;

import com.hashicorp.cdktf.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** A resource of no real type, with whatever arguments a test needs. */
final class Thing extends AwsResource {
    static final String TYPE = "aws_thing";

    private final List<CrossCheck> checks;

    Thing(Construct scope, String id, Map<String, Object> arguments, CrossCheck... checks) {
        super(scope, id, TYPE, rendered(arguments), Replacement.DESTROY_FIRST);
        this.checks = List.of(checks);
        this.checks.forEach(Inventory.of(scope)::require);
    }

    String arn() {
        return attribute("arn");
    }

    List<String> zones() {
        return Token.asList(interpolationForAttribute("zones"));
    }

    private static Map<String, Object> rendered(Map<String, Object> arguments) {
        Map<String, Object> rendered = new LinkedHashMap<>();
        arguments.forEach((name, value) -> rendered.put(name, Attributes.render(value)));
        return rendered;
    }
}
