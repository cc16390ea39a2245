package dev.alb.serve.proxy;

import dev.alb.serve.Exchange;
import dev.alb.serve.Exchange.Attempt;
import dev.alb.serve.Exchange.Classification;
import dev.alb.serve.Exchange.Decided;
import dev.alb.serve.targets.Pick;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written down of a request, until it makes an exchange. */
final class ExchangeRecord {
    private static final int SWITCHING = 101;

    private final Instant created;
    private final long began = System.nanoTime();
    private final List<Attempt> attempts = new ArrayList<>(1);
    private Classification classification = Classification.COMPLIANT;
    private Decided decided = Decided.NOTHING;
    private String traceId = "";
    private int status;
    private long receivedBytes;
    private long sentBytes;
    private long asked;
    private long answered;
    private long replied;
    private @Nullable String redirectUrl;
    private @Nullable String reason;

    ExchangeRecord(Instant created) {
        this.created = created;
    }

    String traceId() {
        return traceId;
    }

    void classified(Classification found, String id) {
        classification = found;
        traceId = id;
    }

    void decided(Decided by) {
        decided = by;
    }

    void asks(Pick pick) {
        attempts.add(new Attempt(
                pick.pool().address(),
                pick.target().id(),
                pick.target().port(),
                pick.target().address(),
                null));
    }

    /** The request has gone to the target. */
    void asked() {
        asked = System.nanoTime();
    }

    void answered(int byTarget) {
        answered = System.nanoTime();
        Attempt last = attempts.remove(attempts.size() - 1);
        attempts.add(new Attempt(last.targetGroup(), last.id(), last.port(), last.address(), byTarget));
    }

    void answers(int toClient) {
        status = toClient;
        replied = System.nanoTime();
    }

    void failed(@Nullable String why) {
        reason = reason == null ? why : reason;
    }

    void redirects(@Nullable String location) {
        redirectUrl = location;
    }

    void received(long bytes) {
        receivedBytes += bytes;
    }

    void sent(long bytes) {
        sentBytes += bytes;
    }

    void sentHead(MultiMap headers, boolean isBegun) {
        if (isBegun) {
            sentBytes += "HTTP/1.1 200 \r\n\r\n".length();
            for (Map.Entry<String, String> header : headers) {
                sentBytes += header.getKey().length() + header.getValue().length() + ": \r\n".length();
            }
        }
    }

    Exchange exchange(
            RequestHead head, boolean isReadable, Frontend frontend, ClientConnection connection, Instant now) {
        return new Exchange(
                type(head, frontend),
                frontend.name(),
                connection.client(),
                isReadable ? asked(head, frontend) : nothingAsked(frontend),
                times(now),
                new Exchange.Answered(status, receivedBytes + head.size(), sentBytes, redirectUrl, reason),
                decided,
                attempts,
                connection.encryption(),
                traceId,
                connection.id(),
                classification);
    }

    private String type(RequestHead head, Frontend frontend) {
        if (status == SWITCHING) {
            return frontend.isHttps() ? "wss" : "ws";
        }
        return head.isHttp2() ? head.isGrpc() ? "grpcs" : "h2" : frontend.protocol();
    }

    private static Exchange.Asked asked(RequestHead head, Frontend frontend) {
        String agent = head.headers().get("User-Agent");
        return new Exchange.Asked(
                head.method().name(),
                frontend.protocol(),
                head.host(),
                frontend.port(),
                head.uri(),
                head.versionText(),
                agent == null ? "" : agent);
    }

    private static Exchange.Asked nothingAsked(Frontend frontend) {
        return new Exchange.Asked("", frontend.protocol(), "", frontend.port(), "", "", "");
    }

    private Exchange.Times times(Instant now) {
        boolean isWhole = asked != 0 && answered != 0 && replied != 0;
        return new Exchange.Times(
                created,
                now,
                isWhole ? Duration.ofNanos(asked - began) : null,
                isWhole ? Duration.ofNanos(Math.max(0, answered - asked)) : null,
                isWhole ? Duration.ofNanos(Math.max(0, replied - answered)) : null);
    }
}
