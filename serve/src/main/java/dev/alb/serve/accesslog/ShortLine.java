package dev.alb.serve.accesslog;

import dev.alb.serve.Exchange;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes an exchange for a person: time, status, request, how long it took, the rule that decided, and where the request went,
 * such as {@code 12:03:04 200 GET https://wiki.example.com/ 12 ms, aws_lb_listener_rule.wiki (10), to
 * aws_lb_target_group.confluence i-1:8090}.
 */
public final class ShortLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    /** Tells the time of a zone. */
    public ShortLine(ZoneId zone) {
        this.zone = zone;
    }

    /** The line, without a line break. */
    public String of(Exchange exchange) {
        return TIME.format(exchange.times().created().atZone(zone))
                + " " + status(exchange)
                + " " + request(exchange)
                + " " + taken(exchange)
                + ", " + rule(exchange.rule())
                + destination(exchange);
    }

    private static String status(Exchange exchange) {
        int status = exchange.answered().status();
        return status == 0 ? "---" : String.valueOf(status);
    }

    private static String request(Exchange exchange) {
        Exchange.Asked asked = exchange.asked();
        if (asked.method().isEmpty()) {
            return "(a request that cannot be read)";
        }
        boolean isUsual = asked.port() == (asked.protocol().equals("https") ? 443 : 80);
        String port = isUsual ? "" : ":" + asked.port();
        String webSocket = exchange.type().startsWith("ws") ? "WebSocket " : "";
        String url = asked.protocol() + "://" + asked.host() + port + asked.uri();
        return webSocket + asked.method() + " " + Escaped.of(url);
    }

    private static String taken(Exchange exchange) {
        Duration taken =
                Duration.between(exchange.times().created(), exchange.times().ended());
        return taken.toMillis() + " ms";
    }

    private static String rule(Exchange.Decided rule) {
        if (rule.equals(Exchange.Decided.NOTHING)) {
            return "no rule asked";
        }
        return rule.name() == null
                ? rule.priority() == 0 ? "default action" : "cannot tell which rule"
                : rule.name() + " (" + rule.priority() + ")";
    }

    private static String destination(Exchange exchange) {
        List<Exchange.Attempt> targets = exchange.targets();
        Exchange.Answered answered = exchange.answered();
        String reason = answered.errorReason() == null ? "" : ": " + Escaped.of(answered.errorReason());
        if (answered.redirectUrl() != null) {
            return ", to " + Escaped.of(answered.redirectUrl());
        }
        if (targets.isEmpty()) {
            return (exchange.rule().actions().isEmpty()
                            ? ""
                            : ", " + String.join(",", exchange.rule().actions()))
                    + reason;
        }
        Exchange.Attempt last = targets.get(targets.size() - 1);
        return ", to " + last.targetGroup() + " " + last.id() + ":" + last.port() + reason;
    }
}
