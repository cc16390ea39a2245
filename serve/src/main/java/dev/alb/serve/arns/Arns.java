package dev.alb.serve.arns;

import dev.alb.snapshot.Resource;
import dev.alb.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The ARNs of the resources of a topology: those of AWS where a state tells them, or else ones that are made up from Terraform's
 * address, so that they are the same in each run. Made-up ones are in the region {@code local}.
 */
public final class Arns {
    private static final String PARTITION = "arn:aws:";
    private static final String ACCOUNT = ":000000000000:";
    private static final int LONGEST_NAME = 32;
    private static final int ID_DIGITS = 16;

    private final Topology topology;

    /** The ARNs of what stands in a topology. */
    public Arns(Topology topology) {
        this.topology = topology;
    }

    /** The ARN of a load balancer, a listener, a target group or a certificate. */
    public String of(Resource resource) {
        return resource.at("arn").text().orElseGet(() -> madeUp(resource));
    }

    /** The ARN of what has an address; the address itself if that is an ARN already, or unknown. */
    public String of(String address) {
        return topology.snapshot().at(address).map(this::of).orElse(address);
    }

    /** The name of a load balancer or target group; it ends its address where AWS will choose one. */
    public String name(Resource resource) {
        String label = resource.address().replaceFirst(".*\\.", "").replaceAll("[^A-Za-z0-9]+", "-");
        return resource.at("name")
                .text()
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> resource.at("name_prefix").text("") + shortened(label));
    }

    /** A load balancer in access logs, such as {@code app/wiki/50dc6c495c0c9188}. */
    public String idOfLoadBalancer(Resource loadBalancer) {
        return of(loadBalancer).replaceFirst("^.*:loadbalancer/", "");
    }

    private String madeUp(Resource resource) {
        return switch (resource.type()) {
            case "aws_lb" -> elb(resource, "loadbalancer/app/" + name(resource) + "/" + id(resource));
            case "aws_lb_target_group" -> elb(resource, "targetgroup/" + name(resource) + "/" + id(resource));
            case "aws_lb_listener" -> elb(resource, "listener/" + parent(resource) + "/" + id(resource));
            case "aws_acm_certificate" ->
                PARTITION + "acm:" + region(resource) + ACCOUNT + "certificate/" + uuid(resource);
            default -> resource.address();
        };
    }

    private static String elb(Resource resource, String rest) {
        return PARTITION + "elasticloadbalancing:" + region(resource) + ACCOUNT + rest;
    }

    private String parent(Resource listener) {
        Optional<Resource> loadBalancer = topology.snapshot()
                .link(listener.at("load_balancer_arn"), "aws_lb")
                .target();
        return loadBalancer.map(this::idOfLoadBalancer).orElse("app/unknown/" + "0".repeat(ID_DIGITS));
    }

    private static String region(Resource resource) {
        return resource.at("region").text("local");
    }

    private static String shortened(String label) {
        return label.substring(0, Math.min(label.length(), LONGEST_NAME)).replaceAll("^-|-$", "");
    }

    private static String id(Resource resource) {
        return uuid(resource).replace("-", "").substring(0, ID_DIGITS).toLowerCase(Locale.ROOT);
    }

    private static String uuid(Resource resource) {
        return UUID.nameUUIDFromBytes(resource.address().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
