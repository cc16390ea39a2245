package dev.alb.assertions;

import dev.alb.route.Expectation;
import dev.alb.route.Expectation.Aspect;
import dev.alb.route.Route;
import dev.alb.route.RouteText;
import dev.alb.route.Router;
import dev.alb.route.Unroutable;
import dev.alb.routing.Request;
import dev.alb.topology.Topology;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what becomes of one request, if Terraform applied the stack as it is.
 *
 * <pre>{@code
 * stack.request("https://wiki.example.com/synchrony/v1/ws")
 *         .withHeader("Upgrade", "websocket")
 *         .reaches("aws_lb_target_group.synchrony")
 *         .byRule("aws_lb_listener_rule.synchrony");
 * stack.request("http://wiki.example.com/").isRedirectedTo("https://wiki.example.com/", 301);
 * }</pre>
 *
 * <p>What can't be told before the apply meets no assertion. A failure shows the whole way of the request.
 */
public final class RequestAssert {
    private final Topology topology;
    private final Request request;
    private final @Nullable String loadBalancer;

    RequestAssert(Topology topology, Request request, @Nullable String loadBalancer) {
        this.topology = topology;
        this.request = request;
        this.loadBalancer = loadBalancer;
    }

    private RequestAssert with(Request other) {
        return new RequestAssert(topology, other, loadBalancer);
    }

    /** The same request by another method than {@code GET}. */
    public RequestAssert withMethod(String method) {
        return with(request.withMethod(method));
    }

    /** The same request with a header. */
    public RequestAssert withHeader(String name, String value) {
        return with(request.withHeader(name, value));
    }

    /** The same request from an address, such as {@code 192.0.2.7}. */
    public RequestAssert from(String address) {
        return with(request.from(address));
    }

    /** The same request to a load balancer, by its address; needed where a stack has several and no record leads to one. */
    public RequestAssert at(String address) {
        return new RequestAssert(topology, request, address);
    }

    /** Asserts that the request goes to these target groups, by their addresses, and to no others. */
    public RequestAssert reaches(String... targetGroups) {
        return expect(Aspect.TARGET_GROUP, String.join(", ", targetGroups));
    }

    /** Asserts which rule decides, by its address; {@code default action} is one too. */
    public RequestAssert byRule(String address) {
        return expect(Aspect.RULE, address);
    }

    /** Asserts that the client is sent to a URL. */
    public RequestAssert isRedirectedTo(String url, int statusCode) {
        return expect(Aspect.LOCATION, url).expect(Aspect.STATUS, String.valueOf(statusCode));
    }

    /** Asserts that the load balancer answers by itself. */
    public RequestAssert isAnsweredWith(int statusCode) {
        return expect(Aspect.OUTCOME, "fixed-response").expect(Aspect.STATUS, String.valueOf(statusCode));
    }

    /** Asserts that nothing takes it: there is no listener, or one of the other protocol. */
    public RequestAssert isRefused() {
        return expect(Aspect.OUTCOME, "refused");
    }

    /** Asserts what targets are asked for, after the transforms of the rule. */
    public RequestAssert isRewrittenTo(String url) {
        return expect(Aspect.REWRITTEN_URL, url);
    }

    /** Asserts how the client has to sign in before, such as {@code authenticate-oidc}; {@code none} if it hasn't. */
    public RequestAssert signsInBy(String action) {
        return expect(Aspect.AUTHENTICATION, action);
    }

    /** What becomes of the request. */
    public Route route() {
        try {
            return new Router(topology, loadBalancer).route(request);
        } catch (Unroutable e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private RequestAssert expect(Aspect aspect, String value) {
        Route route = route();
        new Expectation(aspect, value).failure(route).ifPresent(failure -> {
            throw new AssertionError("Expected of " + failure + "\nActual:\n" + RouteText.of(route));
        });
        return this;
    }
}
