package dev.alb.serve.accesslog;

import dev.alb.serve.Exchange;
import dev.alb.serve.arns.Arns;
import dev.alb.snapshot.Resource;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an exchange as an entry of the access log of an Application Load Balancer: its 33 fields in AWS's order and quoting.
 * What AWS leaves empty, {@code -} stands for.
 */
public final class AccessLogEntry {
    private static final String NOTHING = "-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final double MILLIS = 1000;

    private final Topology topology;
    private final Arns arns;

    /** Writes about the listeners of a topology. */
    public AccessLogEntry(Topology topology) {
        this.topology = topology;
        this.arns = new Arns(topology);
    }

    /** The line, without a line break. */
    public String of(Exchange exchange) {
        Exchange.Asked asked = exchange.asked();
        Exchange.Times times = exchange.times();
        Exchange.Answered answered = exchange.answered();
        Optional<Exchange.Attempt> last = last(exchange.targets());
        Optional<Exchange.Encryption> encryption = Optional.ofNullable(exchange.encryption());
        return String.join(
                " ",
                exchange.type(),
                time(times.ended()),
                loadBalancer(exchange.listener()),
                address(exchange.client()),
                last.map(one -> address(one.address())).orElse(NOTHING),
                seconds(times.request()),
                seconds(times.target()),
                seconds(times.response()),
                answered.status() == 0 ? NOTHING : String.valueOf(answered.status()),
                last.map(AccessLogEntry::status).orElse(NOTHING),
                String.valueOf(answered.receivedBytes()),
                String.valueOf(answered.sentBytes()),
                quoted(request(asked)),
                quoted(asked.userAgent()),
                encryption.map(Exchange.Encryption::cipher).orElse(NOTHING),
                encryption.map(Exchange.Encryption::protocol).orElse(NOTHING),
                last.map(one -> arns.of(one.targetGroup())).orElse(NOTHING),
                quoted(exchange.traceId()),
                quoted(encryption.map(Exchange.Encryption::host).orElse("")),
                quoted(encryption.map(one -> arns.of(one.certificate())).orElse("")),
                exchange.rule().equals(Exchange.Decided.NOTHING)
                        ? NOTHING
                        : String.valueOf(exchange.rule().priority()),
                time(times.created()),
                quoted(String.join(",", exchange.rule().actions())),
                quoted(answered.redirectUrl()),
                quoted(reason(answered.errorReason())),
                quoted(list(exchange.targets().stream()
                        .map(one -> address(one.address()))
                        .toList())),
                quoted(list(
                        exchange.targets().stream().map(AccessLogEntry::status).toList())),
                quoted(exchange.classification().kind()),
                quoted(exchange.classification().reason()),
                exchange.connectionId().isEmpty() ? NOTHING : exchange.connectionId(),
                quoted(""),
                quoted(""),
                quoted(""));
    }

    private String loadBalancer(String listener) {
        Optional<Resource> loadBalancer =
                topology.listener(listener).map(Listener::loadBalancer).flatMap(link -> link.target());
        return loadBalancer.map(arns::idOfLoadBalancer).orElse(NOTHING);
    }

    private static String request(Exchange.Asked asked) {
        // So AWS writes a request that it could not read.
        return asked.method().isEmpty()
                ? "- " + asked.protocol() + "://" + asked.host() + ":" + asked.port() + "- -"
                : asked.method() + " " + asked.url() + " " + asked.version();
    }

    /** AWS's own codes alone: other programs know these. */
    private static @Nullable String reason(@Nullable String reason) {
        return reason != null && reason.matches("[A-Za-z0-9]+") ? reason : null;
    }

    private static Optional<Exchange.Attempt> last(List<Exchange.Attempt> targets) {
        return targets.isEmpty() ? Optional.empty() : Optional.of(targets.get(targets.size() - 1));
    }

    private static String status(Exchange.Attempt attempt) {
        return attempt.status() == null ? NOTHING : String.valueOf(attempt.status());
    }

    private static String list(List<String> parts) {
        return parts.stream().collect(Collectors.joining(" "));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "-1" : String.format(Locale.ROOT, "%.3f", duration.toMillis() / MILLIS);
    }

    private static String address(InetSocketAddress address) {
        String host = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return host.replaceFirst("%.*", "") + ":" + address.getPort();
    }

    private static String quoted(@Nullable String text) {
        return text == null || text.isEmpty() ? "\"-\"" : "\"" + Escaped.of(text) + "\"";
    }
}
