package dev.alb.verify.checks;

import dev.alb.verify.Result;
import dev.alb.verify.probes.Answer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Explains answers that the load balancer gave in place of Confluence or Synchrony. */
final class FromLoadBalancer {
    /** Where the load balancer has an identity provider send people back to. */
    private static final String CALLBACK = "oauth2%2fidpresponse";

    private static final Map<Integer, String> REMEDIES = Map.ofEntries(
            Map.entry(400, "Look at the desync mode and at drop_invalid_header_fields of the load balancer."),
            Map.entry(401, "A rule asks for a sign-in or a token; look at the rules with: ./alb route URL"),
            Map.entry(
                    403,
                    "A web ACL or a rule keeps this client out; look at the logs of the web ACL and at the rules."),
            Map.entry(404, "No rule takes this host and path; look at the rules with: ./alb route URL"),
            Map.entry(
                    502,
                    "The target closed the connection or isn't understood: look at its port and protocol, and give Tomcat a"
                            + " keepAliveTimeout longer than the load balancer's idle_timeout."),
            Map.entry(503, "No target is registered, or none can be used: look at the checks of the targets."),
            Map.entry(
                    504,
                    "The target doesn't answer in time: look whether the nodes' security group lets the load balancer in on"
                            + " this port, and at the node's threads."),
            Map.entry(
                    561,
                    "The identity provider refused: look at the client id, the secret and the endpoints of the sign-in."));

    private FromLoadBalancer() {}

    /** The result for an answer that came from nowhere else; empty for one of a target. */
    static Optional<Result> result(String url, Answer answer) {
        Optional<String> signIn = answer.redirect().filter(FromLoadBalancer::isSignIn);
        if (signIn.isPresent()) {
            return Optional.of(Result.skipped("The load balancer asks to sign in first, at " + host(signIn.get())
                    + ", so what is behind it can't be seen from here; the targets' health is checked by AWS."));
        }
        if (!answer.isFromLoadBalancer() || answer.status() < 400) {
            return Optional.empty();
        }
        String fallback = "Look at the rules of the listener with: ./alb route " + url;
        return Optional.of(Result.failed(
                url + " gives HTTP " + answer.status() + " from the load balancer itself, not from a target.",
                REMEDIES.getOrDefault(answer.status(), fallback).replace("URL", url)));
    }

    static boolean isSignIn(String location) {
        return location.toLowerCase(Locale.ROOT)
                .replace("oauth2/idpresponse", CALLBACK)
                .contains(CALLBACK);
    }

    private static String host(String location) {
        try {
            return String.valueOf(new URI(location).getHost());
        } catch (URISyntaxException e) {
            return "an identity provider";
        }
    }
}
