package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.values.Value;
import java.util.List;

/** Instances: their subnet and their security groups exist and belong together. */
final class Instances {
    static final List<Behavior> BEHAVIORS = List.of(Behavior.of("aws_instance")
            .create(Call.of(
                    "creating EC2 Instance",
                    Ec2.call("RunInstances"),
                    Instances::hasImage,
                    Instances::hasSubnet,
                    Instances::hasGroups))
            .update(Call.of(
                            "modifying EC2 Instance ({id}) network interface",
                            Ec2.call("ModifyNetworkInterfaceAttribute"),
                            Instances::hasGroups)
                    .whenChanges("vpc_security_group_ids"))
            .delete(Call.of(
                    "terminating EC2 Instance ({id})", Ec2.call("TerminateInstances"), Instances::mayBeTerminated)));

    private Instances() {}

    private static void hasImage(Change change) {
        change.known("ami").filter(ami -> !ami.startsWith("ami-")).ifPresent(ami -> {
            throw Refusal.of("InvalidAMIID.Malformed", "Invalid id: \"" + ami + "\" (expecting \"ami-...\")");
        });
    }

    private static void hasSubnet(Change change) {
        change.known("subnet_id").ifPresent(subnet -> Ec2.subnet(change.aws(), subnet));
    }

    private static void hasGroups(Change change) {
        String subnet = change.known("subnet_id").orElse("");
        String vpc = change.aws()
                .find("aws_subnet", subnet)
                .map(found -> found.text("vpc_id"))
                .orElse("");
        for (Value id : change.object().get("vpc_security_group_ids").elements()) {
            AwsObject group = Ec2.securityGroup(change.aws(), id.text());
            String other = group.text("vpc_id");
            if (!vpc.isEmpty() && !other.isEmpty() && !vpc.equals(other)) {
                throw Refusal.of(
                        "InvalidParameter",
                        "Security group " + group.id() + " and subnet " + subnet + " belong to different networks.");
            }
        }
    }

    private static void mayBeTerminated(Change change) {
        if (change.object().get("disable_api_termination").equals(new Value.Bool(true))) {
            throw Refusal.of(
                    "OperationNotPermitted",
                    "The instance '" + change.text("id") + "' may not be terminated. Modify its"
                            + " 'disableApiTermination' instance attribute and try again.");
        }
    }
}
