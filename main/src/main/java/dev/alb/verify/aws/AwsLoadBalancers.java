package dev.alb.verify.aws;

import dev.alb.verify.Deployment;
import dev.alb.verify.probes.Group;
import dev.alb.verify.probes.LoadBalancers;
import dev.alb.verify.probes.Untold;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Asks AWS by its SDK; ARNs come from Terraform's outputs where they are known, or else names do. */
public final class AwsLoadBalancers implements LoadBalancers, AutoCloseable {
    private final Deployment deployment;
    private final Map<String, String> outputs;
    private final Supplier<ElasticLoadBalancingV2Client> starter;
    private final Refusals refusals;
    private Optional<ElasticLoadBalancingV2Client> client = Optional.empty();

    /**
     * What AWS knows of a site.
     *
     * @param outputs of the site's stack; empty where they aren't known
     * @param starter makes the client when it is first needed
     */
    public AwsLoadBalancers(
            Deployment deployment, Map<String, String> outputs, Supplier<ElasticLoadBalancingV2Client> starter) {
        this.deployment = deployment;
        this.outputs = Map.copyOf(outputs);
        this.starter = starter;
        this.refusals = new Refusals(deployment.site().region());
    }

    /** Checks run side by side, and the client takes its time. */
    private synchronized ElasticLoadBalancingV2Client client() {
        if (client.isEmpty()) {
            client = Optional.of(starter.get());
        }
        return client.get();
    }

    /** What AWS is asked for. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(ElasticLoadBalancingV2Client client) throws Untold;
    }

    private <T> T ask(String what, Question<T> question) throws Untold {
        try {
            return question.ask(client());
        } catch (SdkException | IllegalStateException | IllegalArgumentException e) {
            throw refusals.explain(what, e);
        }
    }

    @Override
    public String dnsName() throws Untold {
        String known = outputs.get("dns_name");
        if (known != null) {
            return known;
        }
        DescribeLoadBalancersRequest request = request();
        return ask(
                "the load balancer",
                all -> all.describeLoadBalancers(request).loadBalancers().stream()
                        .map(found -> found.dnsName())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> refusals.missing("the load balancer")));
    }

    private DescribeLoadBalancersRequest request() throws Untold {
        Optional<String> arn =
                Optional.ofNullable(outputs.get("load_balancer_arn")).or(deployment::existingLoadBalancerArn);
        if (arn.isPresent()) {
            return DescribeLoadBalancersRequest.builder()
                    .loadBalancerArns(arn.get())
                    .build();
        }
        return DescribeLoadBalancersRequest.builder()
                .names(named("the load balancer", deployment.loadBalancerName()))
                .build();
    }

    @Override
    public List<TargetHealth> targets(Group group) throws Untold {
        String what = "the target group of " + group.title();
        String known = outputs.get(group.service() + "_target_group_arn");
        String arn = known == null ? arn(what, named(what, group.name())) : known;
        return ask(what, all -> all.describeTargetHealth(request -> request.targetGroupArn(arn)))
                .targetHealthDescriptions()
                .stream()
                .map(AwsLoadBalancers::health)
                .toList();
    }

    private String arn(String what, String name) throws Untold {
        return ask(
                what,
                all -> all.describeTargetGroups(request -> request.names(name)).targetGroups().stream()
                        .map(found -> found.targetGroupArn())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> refusals.missing(what)));
    }

    private static String named(String what, String name) throws Untold {
        if (name.isEmpty()) {
            throw new Untold(
                    "AWS has completed the name of " + what + " (name_prefix), so it can't be found by it.",
                    "Run this where ./alb deploy ran: Terraform's outputs tell the ARN.");
        }
        return name;
    }

    private static TargetHealth health(TargetHealthDescription description) {
        Integer port = description.target().port();
        return new TargetHealth(
                String.valueOf(description.target().id()),
                port == null ? 0 : port,
                orNothing(description.targetHealth().stateAsString()),
                orNothing(description.targetHealth().reasonAsString()),
                orNothing(description.targetHealth().description()));
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    @Override
    public synchronized void close() {
        client.ifPresent(ElasticLoadBalancingV2Client::close);
    }
}
