package dev.alb.serve.api;

import dev.alb.serve.arns.Arns;
import dev.alb.serve.targets.TargetPools;
import dev.alb.topology.Topology;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers requests of AWS's Query API for Elastic Load Balancing, version 2015-12-01, in XML: {@code DescribeLoadBalancers},
 * {@code DescribeListeners}, {@code DescribeTargetGroups} and {@code DescribeTargetHealth}. All others are refused as AWS
 * refuses what it doesn't know. Who asks doesn't matter, and answers have just one page.
 */
public final class QueryApi {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Supplier<Topology> topology;
    private final TargetPools pools;

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body XML
     */
    public record Answer(int status, String body) {}

    /**
     * Answers about what is deployed at the moment.
     *
     * @param topology what is deployed
     * @param pools its target groups as they run
     */
    public QueryApi(Supplier<Topology> topology, TargetPools pools) {
        this.topology = topology;
        this.pools = pools;
    }

    /** The answer to a request with some parameters of a form, {@code Action} among them. */
    public Answer answer(Map<String, String> parameters) {
        String requestId = UUID.randomUUID().toString();
        try {
            Parameters given = new Parameters(parameters);
            String action = given.text("Action")
                    .orElseThrow(() -> new Refusal("MissingAction", "The request must contain the parameter Action"));
            Consumer<Xml> result = result(action, given);
            return new Answer(OK, Xml.document(action + "Response", xml -> {
                xml.block(action + "Result", () -> result.accept(xml));
                xml.block("ResponseMetadata", () -> xml.text("RequestId", requestId));
            }));
        } catch (Refusal refusal) {
            return new Answer(BAD_REQUEST, Xml.document("ErrorResponse", xml -> {
                xml.block(
                        "Error",
                        () -> xml.text("Type", "Sender")
                                .text("Code", refusal.code())
                                .text("Message", refusal.message()));
                xml.text("RequestId", requestId);
            }));
        }
    }

    private Consumer<Xml> result(String action, Parameters parameters) {
        Topology current = topology.get();
        Arns arns = new Arns(current);
        return switch (action) {
            case "DescribeLoadBalancers" -> new LoadBalancerAnswer(current, arns).result(parameters);
            case "DescribeListeners" -> new ListenerAnswer(current, arns).result(parameters);
            case "DescribeTargetGroups" -> new TargetGroupAnswer(current, arns).result(parameters);
            case "DescribeTargetHealth" -> new TargetHealthAnswer(current, arns, pools).result(parameters);
            default ->
                throw new Refusal("InvalidAction", "Could not find operation " + action + " for version 2015-12-01");
        };
    }
}
