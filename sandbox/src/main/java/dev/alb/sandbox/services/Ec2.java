package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;

/** What the calls of EC2 have in common: what they look for and how they say that it is not there. */
final class Ec2 {
    private static final String GROUP = "aws_security_group";

    private Ec2() {}

    /** A call to EC2, whose model lists no errors. */
    static Operation call(String name) {
        return new Operation("EC2", name, false);
    }

    /** The VPC of an id. */
    static AwsObject vpc(Transaction aws, String id) {
        return Existing.find(aws, "aws_vpc", id)
                .orElseThrow(() -> Refusal.of("InvalidVpcID.NotFound", "The vpc ID '" + id + "' does not exist"));
    }

    /** The subnet of an id. */
    static AwsObject subnet(Transaction aws, String id) {
        return Existing.find(aws, "aws_subnet", id)
                .orElseThrow(() -> Refusal.of("InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist"));
    }

    /** The security group of an id. */
    static AwsObject securityGroup(Transaction aws, String id) {
        return Existing.find(aws, GROUP, id).orElseThrow(() -> noSecurityGroup(id));
    }

    private static Refusal noSecurityGroup(String id) {
        if (!IdForms.accepts(GROUP, id)) {
            String form = id.startsWith("sg-") ? "" : " (expecting \"sg-...\")";
            return Refusal.of("InvalidGroupId.Malformed", "Invalid id: \"" + id + "\"" + form);
        }
        return Refusal.of("InvalidGroup.NotFound", "The security group '" + id + "' does not exist");
    }

    /** A refusal of a parameter's value. */
    static Refusal invalidValue(String message) {
        return Refusal.of("InvalidParameterValue", message);
    }

    /** A refusal to delete what others need. */
    static Refusal dependency(String message) {
        return Refusal.of("DependencyViolation", message);
    }
}
