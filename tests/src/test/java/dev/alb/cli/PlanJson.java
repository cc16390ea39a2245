package dev.alb.cli;

/** Plans in JSON, as Terraform 1.11 writes them. */
final class PlanJson {
    private PlanJson() {}

    /** A plan that does nothing. */
    static String nothing() {
        return with("", "");
    }

    /** A plan that the tool could not finish, of which a review finds {@code plan-errored} of severity high. */
    static String errored() {
        return with("", "\"errored\": true,");
    }

    /** A plan that changes one load balancer in one attribute. */
    static String timeout() {
        return with("""
                {"address": "aws_lb.alb", "mode": "managed", "type": "aws_lb", "name": "alb",
                 "provider_name": "registry.terraform.io/hashicorp/aws",
                 "change": {"actions": ["update"],
                  "before": {"arn": "a", "name": "wiki", "idle_timeout": 60, "load_balancer_type": "application"},
                  "after": {"arn": "a", "name": "wiki", "idle_timeout": 300, "load_balancer_type": "application"},
                  "after_unknown": {}, "before_sensitive": {}, "after_sensitive": {}}}
                """, "");
    }

    private static String with(String change, String more) {
        return """
                {"format_version": "1.2", "terraform_version": "1.11.4", %s
                 "planned_values": {"root_module": {}}, "resource_changes": [%s],
                 "configuration": {"root_module": {}}}
                """.formatted(more, change.strip());
    }
}
