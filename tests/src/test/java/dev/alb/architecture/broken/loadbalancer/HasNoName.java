package dev.alb.architecture.broken.loadbalancer;

import dev.alb.terraform.AwsResource;
import java.util.Map;
import software.constructs.Construct;

/** A resource of which jsii would be told each method. */
public final class HasNoName extends AwsResource {
    /** A resource of no real type. */
    public HasNoName(Construct scope, String id) {
        super(scope, id, "aws_thing", Map.of(), Replacement.DESTROY_FIRST);
    }
}
