package dev.alb.route;

import java.util.List;

/**
 * A target group with what it gets.
 *
 * @param targetGroup its address, or its ARN
 * @param percent how much of all requests it gets
 * @param gets whether it gets any
 * @param protocol how targets are spoken to; empty if that isn't known
 * @param protocolVersion {@code HTTP1}, {@code HTTP2} or {@code GRPC}
 * @param port the port of targets that have none of their own; empty if that isn't known
 * @param targetType {@code instance}, {@code ip}, {@code lambda} or {@code alb}; empty if that isn't known
 * @param targets what is registered, and who registers more
 */
public record Destination(
        String targetGroup,
        String percent,
        boolean gets,
        String protocol,
        String protocolVersion,
        String port,
        String targetType,
        List<String> targets) {
    /** Copies the list. */
    public Destination {
        targets = List.copyOf(targets);
    }
}
