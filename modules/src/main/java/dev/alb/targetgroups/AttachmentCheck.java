package dev.alb.targetgroups;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold among the targets of a group; a group made elsewhere is known by its ARN alone. */
enum AttachmentCheck implements CrossCheck {
    /** Each target is of the group's type. */
    TYPE(group -> group.targets.stream().filter(group::isMisfit).map(group::misfit)),
    /** Each IP address is of the group's version. */
    ADDRESS(group -> group.targets.stream().filter(group::isOtherVersion).map(group::otherVersion)),
    /** A public address works only where the VPC itself has public addresses. */
    PUBLIC_ADDRESS(group -> group.targets.stream()
            .filter(a -> a.attributes().target() instanceof Target.Ip ip && TargetAddress.isPublic(ip.targetId()))
            .map(AttachmentCheck::publicAddress)),
    /** A group has one Lambda function at most. */
    ONE_FUNCTION(group -> group.targets.stream()
            .filter(a -> a.attributes().target().type() == TargetType.LAMBDA)
            .skip(1)
            .map(AttachmentCheck::secondFunction)),
    /** A group has 1000 targets at most. */
    COUNT(group ->
            group.targets.stream().skip(AttachmentCheck.MOST_TARGETS).limit(1).map(group::tooMany)),
    /** No target is registered twice on the same port. */
    ONCE(Group::repeated);

    private static final int MOST_TARGETS = 1000;

    private final Function<Group, Stream<Violation>> rule;

    AttachmentCheck(Function<Group, Stream<Violation>> rule) {
        this.rule = rule;
    }

    @Override
    public List<Violation> violations(Inventory inventory) {
        Map<String, List<TargetGroupAttachment>> byGroup = inventory.all(TargetGroupAttachment.class).stream()
                .collect(Collectors.groupingBy(
                        a -> a.attributes().targetGroupArn(), LinkedHashMap::new, Collectors.toList()));
        return byGroup.entrySet().stream()
                .map(e -> new Group(inventory.find(TargetGroup.class, e.getKey()), e.getValue()))
                .flatMap(rule)
                .toList();
    }

    /** A group, if it is made here, and what is registered in it. */
    private record Group(Optional<TargetGroup> known, List<TargetGroupAttachment> targets) {

        boolean isMisfit(TargetGroupAttachment attachment) {
            return attachment.attributes().target().type() != type();
        }

        Violation misfit(TargetGroupAttachment attachment) {
            String model = known.map(TargetGroup::address).orElse(targets.get(0).address());
            Target target = attachment.attributes().target();
            return Violation.at(
                    attachment.address(),
                    "target_id",
                    "be of the same type as " + model + ", " + type().toTerraform(),
                    target.type().toTerraform() + " " + target.targetId(),
                    "Register it in a group of its own type.");
        }

        /** The type of a group made elsewhere is not known, but all its targets are of one type. */
        private TargetType type() {
            return known.map(group -> group.attributes().targetType())
                    .orElse(targets.get(0).attributes().target().type());
        }

        boolean isOtherVersion(TargetGroupAttachment attachment) {
            Target target = attachment.attributes().target();
            return target.type() == TargetType.IP
                    && known.filter(group -> group.attributes().targetType() == TargetType.IP)
                            .flatMap(group ->
                                    TargetAddress.isIpv4(target.targetId()).map(v4 -> v4 == wantsIpv6(group)))
                            .orElse(false);
        }

        Violation otherVersion(TargetGroupAttachment attachment) {
            TargetGroup group = known.orElseThrow();
            return Violation.at(
                    attachment.address(),
                    "target_id",
                    "be an " + (wantsIpv6(group) ? "IPv6" : "IPv4") + " address as in " + group.address(),
                    attachment.attributes().target().targetId(),
                    "Register the other address of the host, or change the group's ip_address_type.");
        }

        Violation tooMany(TargetGroupAttachment attachment) {
            return Violation.at(
                    attachment.address(),
                    "target_group_arn",
                    "name a group with at most " + MOST_TARGETS + " targets",
                    String.valueOf(targets.size()),
                    "Spread the targets over several groups.");
        }

        Stream<Violation> repeated() {
            Set<String> seen = new LinkedHashSet<>();
            return targets.stream().filter(a -> !seen.add(registration(a))).map(AttachmentCheck::repeated);
        }

        private String registration(TargetGroupAttachment attachment) {
            Target target = attachment.attributes().target();
            Integer port = target.port() == null ? portOfGroup() : target.port();
            return target.targetId() + " " + port;
        }

        private @Nullable Integer portOfGroup() {
            return known.map(group -> group.attributes().port()).orElse(null);
        }

        private static boolean wantsIpv6(TargetGroup group) {
            return group.attributes().ipAddressType() == TargetGroupIpAddressType.IPV6;
        }
    }

    private static Violation publicAddress(TargetGroupAttachment attachment) {
        return Violation.at(
                        attachment.address(),
                        "target_id",
                        "be in " + TargetAddress.privateOnes() + " unless the VPC has public addresses of its own",
                        attachment.attributes().target().targetId(),
                        "Register the private address of the host.")
                .asWarning();
    }

    private static Violation secondFunction(TargetGroupAttachment attachment) {
        return Violation.at(
                attachment.address(),
                "target_id",
                "be the only Lambda function of its target group",
                attachment.attributes().target().targetId(),
                "Make a target group for each function.");
    }

    private static Violation repeated(TargetGroupAttachment attachment) {
        return Violation.at(
                attachment.address(),
                "target_id",
                "be registered once on a port",
                attachment.attributes().target().targetId(),
                "Take the repeated one out, or give it another port.");
    }
}
