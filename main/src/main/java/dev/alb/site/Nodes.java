package dev.alb.site;

import dev.alb.site.binding.Doc;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where Confluence or Synchrony runs; exactly one of the three.
 *
 * @param instances ids of EC2 instances
 * @param ips addresses in the VPC, or reachable from it
 * @param autoScalingGroup the name of an auto scaling group
 * @param availabilityZone for addresses outside the VPC: {@code all}
 */
public record Nodes(
        @Doc("Ids of the EC2 instances, such as i-0123456789abcdef0.") @Nullable
        List<String> instances,

        @Doc("Addresses of the nodes, such as 10.0.1.15.") @Nullable
        List<String> ips,

        @Doc("Name of the auto scaling group that runs the nodes.") @Nullable
        String autoScalingGroup,

        @Doc("\"all\" where the addresses are outside the load balancer's VPC.") @Nullable
        String availabilityZone) {
    private static final Pattern INSTANCE = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");

    /** Checks that one kind of nodes is named, and their ids. */
    public Nodes {
        instances = Attributes.copyOf(instances);
        ips = Attributes.copyOf(ips);
        long kinds = Stream.of(instances, ips, autoScalingGroup)
                .filter(Objects::nonNull)
                .count();
        Checks checks = Checks.of("nodes")
                .require(
                        kinds == 1,
                        "",
                        "name instances, ips or auto_scaling_group, and one of them only",
                        kinds == 0 ? "none of them" : kinds + " of them",
                        "Name the nodes in one way.")
                .require(
                        availabilityZone == null || ips != null,
                        "availability_zone",
                        "be given with ips only",
                        availabilityZone,
                        "Leave it out: an instance knows its zone.");
        checkEach(checks, "instances", instances, INSTANCE, "be the id of an instance, such as i-0123456789abcdef0");
        checkOnce(checks, "instances", instances);
        checkOnce(checks, "ips", ips);
        checks.done();
    }

    /** Whether they are registered by their addresses. */
    public boolean areAddresses() {
        return ips != null;
    }

    private static void checkEach(
            Checks checks, String path, @Nullable List<String> values, Pattern pattern, String rule) {
        for (int i = 0; values != null && i < values.size(); i++) {
            checks.matches(path + "[" + i + "]", values.get(i), pattern, rule, "Copy it from the AWS console.");
        }
    }

    private static void checkOnce(Checks checks, String path, @Nullable List<String> values) {
        checks.require(
                values == null || !values.isEmpty(), path, "name at least one node", "an empty list", "Add a node.");
        for (int i = 0; values != null && i < values.size(); i++) {
            boolean first = values.indexOf(values.get(i)) == i;
            checks.require(first, path + "[" + i + "]", "name each node once", values.get(i), "Take it out.");
        }
    }
}
