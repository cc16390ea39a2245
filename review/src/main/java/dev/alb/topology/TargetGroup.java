package dev.alb.topology;

import dev.alb.snapshot.Resource;
import java.util.List;

/**
 * A target group with what is registered in it.
 *
 * @param resource the target group
 * @param targets by the attachments that Terraform has; an Auto Scaling group registers its own
 */
public record TargetGroup(Resource resource, List<Target> targets) {
    /** Copies the list. */
    public TargetGroup {
        targets = List.copyOf(targets);
    }

    /** Terraform's address. */
    public String address() {
        return resource.address();
    }

    /** The port of a target that has none of its own. */
    public String port() {
        return resource.at("port").text("");
    }

    /** How targets are spoken to, such as {@code HTTP 8090}; {@code lambda} for a function. */
    public String title() {
        String type = resource.at("target_type").text("instance");
        String port = (resource.at("protocol").text("") + " " + port()).strip();
        return type.equals("lambda") ? type : port;
    }
}
