package dev.alb.serve;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it, as a line of an access log tells it.
 *
 * @param type as clients spoke: {@code http}, {@code https}, {@code h2}, {@code ws} or {@code wss}
 * @param listener the address of the listener
 * @param client where the connection came from
 * @param asked what was asked for
 * @param times when it began and how long it took
 * @param answered what the client got
 * @param rule what decided
 * @param targets those that were asked, the last one last; empty where none was
 * @param encryption how the connection was encrypted; {@code null} if it wasn't
 * @param traceId the value of {@code X-Amzn-Trace-Id}; empty if the request was refused before it got one
 * @param connectionId of the connection with the client, {@code TID_} and 32 digits
 * @param classification how well the request keeps to the standard
 */
public record Exchange(
        String type,
        String listener,
        InetSocketAddress client,
        Asked asked,
        Times times,
        Answered answered,
        Decided rule,
        List<Attempt> targets,
        @Nullable Encryption encryption,
        String traceId,
        String connectionId,
        Classification classification) {
    /** Copies the list. */
    public Exchange {
        targets = List.copyOf(targets);
    }

    /**
     * What a client asked for.
     *
     * @param method such as {@code GET}; empty if the request could not be read
     * @param protocol {@code http} or {@code https}
     * @param host the host header without its port; empty if there was none
     * @param port the listener's port in AWS
     * @param uri the path with its query string, as the client sent it
     * @param version such as {@code HTTP/1.1}
     * @param userAgent empty if there was none
     */
    public record Asked(
            String method, String protocol, String host, int port, String uri, String version, String userAgent) {
        /** The URL with its port, as access logs have it. */
        public String url() {
            return protocol + "://" + host + ":" + port + uri;
        }
    }

    /**
     * When it began and ended, and the three parts of the time between.
     *
     * @param created when the request arrived
     * @param ended when the answer was sent, or the connection of a WebSocket was closed
     * @param request until the request was sent to a target; {@code null} if it wasn't, or the target didn't answer
     * @param target until the head of the target's answer was there; {@code null} as above
     * @param response until the answer began to go to the client; {@code null} as above
     */
    public record Times(
            Instant created,
            Instant ended,
            @Nullable Duration request,
            @Nullable Duration target,
            @Nullable Duration response) {}

    /**
     * What a client got.
     *
     * @param status the status code; 460 where the client had gone, 0 where it got none
     * @param receivedBytes what came from the client, with the head of the request
     * @param sentBytes what went to the client, with the head of the answer
     * @param redirectUrl where it was sent; {@code null} if it wasn't
     * @param errorReason the code of AWS for what went wrong, or of this load balancer in its own words; {@code null} if
     *     nothing did
     */
    public record Answered(
            int status,
            long receivedBytes,
            long sentBytes,
            @Nullable String redirectUrl,
            @Nullable String errorReason) {}

    /**
     * What decided.
     *
     * @param name the address of the rule; {@code null} for the default action, or where no rule was asked
     * @param priority of the rule; 0 for the default action, -1 where no rule was asked or none can be told
     * @param actions what was done, such as {@code forward}; in AWS's words
     */
    public record Decided(@Nullable String name, int priority, List<String> actions) {
        /** No rule was asked. */
        public static final Decided NOTHING = new Decided(null, -1, List.of());

        /** Copies the list. */
        public Decided {
            actions = List.copyOf(actions);
        }
    }

    /**
     * A target that was asked.
     *
     * @param targetGroup the address of its target group
     * @param id such as {@code i-1}
     * @param port its port in AWS
     * @param address where it is on this machine
     * @param status its answer; {@code null} if it gave none
     */
    public record Attempt(
            String targetGroup,
            String id,
            int port,
            InetSocketAddress address,
            @Nullable Integer status) {}

    /**
     * How a connection was encrypted.
     *
     * @param protocol such as {@code TLSv1.3}
     * @param cipher such as {@code TLS_AES_128_GCM_SHA256}
     * @param host for which the client asked a certificate; {@code null} if it didn't say
     * @param certificate the address of the certificate that was served
     */
    public record Encryption(
            String protocol, String cipher, @Nullable String host, String certificate) {}

    /**
     * How well a request keeps to the standard.
     *
     * @param kind {@code Acceptable}, {@code Ambiguous} or {@code Severe}; {@code null} if it is as it should be
     * @param reason AWS's code; {@code null} if it is as it should be
     */
    public record Classification(
            @Nullable String kind, @Nullable String reason) {
        /** A request that is as it should be. */
        public static final Classification COMPLIANT = new Classification(null, null);
    }
}
