package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A target group's health check: what AWS refuses, and what it chooses by protocol and kind of target. */
final class HealthChecks {
    private static final String BLOCK = "health_check";
    private static final Pattern CODE = Pattern.compile("\\d+");

    private HealthChecks() {}

    static void isConsistent(Change change) {
        Optional<Value.Mapping> check = Blocks.of(change.object(), BLOCK).first();
        check.ifPresent(block -> {
            intervalIsLonger(change, block);
            matcherIsWithin(block, change.object());
        });
    }

    private static void intervalIsLonger(Change change, Value.Mapping block) {
        BigDecimal interval = number(block, "interval", 30);
        BigDecimal timeout = number(block, "timeout", defaultTimeout(change.object(), block));
        if (interval.compareTo(timeout) > 0) {
            return;
        }
        boolean fresh = change.before().entries().isEmpty();
        throw Refusal.validation(
                fresh
                        ? "Health check interval must be greater than the timeout."
                        : "Health check timeout '" + timeout.toPlainString() + "' must be smaller than the interval '"
                                + interval.toPlainString() + "'");
    }

    private static void matcherIsWithin(Value.Mapping block, Value.Mapping group) {
        boolean grpc = isGrpc(group);
        String codes = block.get("matcher") instanceof Value.Text text ? text.value() : "";
        int least = grpc ? 0 : 200;
        int most = grpc ? 99 : isApplication(group) ? 499 : 599;
        Matcher matcher = CODE.matcher(codes);
        while (matcher.find()) {
            int code = Integer.parseInt(matcher.group());
            if (code < least || code > most) {
                throw Refusal.validation("Health check matcher " + (grpc ? "GRPC" : "HTTP") + " code '" + codes
                        + "' must be within '" + least + "-" + most + "' inclusive");
            }
        }
    }

    /** The check as it is sent, with what AWS would choose. */
    static Value.Mapping asSent(Value.Mapping group) {
        boolean grpc = isGrpc(group);
        return Blocks.change(group, BLOCK, block -> {
            Value timeout = new Value.Numeric(BigDecimal.valueOf(defaultTimeout(group, block)));
            Value.Mapping filled = Blocks.fill(block, "timeout", timeout);
            boolean http = isHttp(block) || isLambda(group);
            filled = http ? Blocks.fill(filled, "path", Value.text(grpc ? "/AWS.ALB/healthcheck" : "/")) : filled;
            return http ? Blocks.fill(filled, "matcher", Value.text(matcher(group, grpc))) : filled;
        });
    }

    private static String matcher(Value.Mapping group, boolean grpc) {
        return grpc ? "12" : isApplication(group) ? "200" : "200-399";
    }

    /** AWS waits longer for functions, and for checks by TCP and HTTPS. */
    private static int defaultTimeout(Value.Mapping group, Value.Mapping block) {
        if (isLambda(group)) {
            return 30;
        }
        boolean checksHttp = block.get("protocol").text().equals("HTTP");
        return isApplication(group) ? 5 : checksHttp ? 6 : 10;
    }

    private static BigDecimal number(Value.Mapping block, String attribute, int otherwise) {
        return block.get(attribute) instanceof Value.Numeric number ? number.value() : BigDecimal.valueOf(otherwise);
    }

    private static boolean isHttp(Value.Mapping block) {
        return block.get("protocol").text().startsWith("HTTP");
    }

    private static boolean isGrpc(Value.Mapping group) {
        return group.get("protocol_version").text().equals("GRPC");
    }

    private static boolean isApplication(Value.Mapping group) {
        return group.get("protocol").text().startsWith("HTTP") || isLambda(group);
    }

    private static boolean isLambda(Value.Mapping group) {
        return group.get("target_type").text().equals("lambda");
    }
}
