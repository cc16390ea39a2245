package dev.alb.serve.proxy;

import dev.alb.serve.Exchange;
import dev.alb.serve.Exchange.Classification;
import dev.alb.serve.Exchange.Decided;
import dev.alb.serve.targets.Pick;
import dev.alb.serve.targets.TargetInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request on its way through the load balancer, from its head to the last byte of its answer. Belongs to one thread. */
final class Passage {
    private static final int CLIENT_GONE = 460;

    private final Worker worker;
    private final Frontend frontend;
    private final ClientConnection connection;
    private final HttpServerRequest request;
    private final RequestHead head;
    private final ExchangeRecord record;
    private final boolean isReadable;
    private @Nullable Leg leg;
    private long touched = System.nanoTime();
    private boolean isBegun;
    private boolean isOver;
    private boolean closes;

    Passage(
            Worker worker,
            Frontend frontend,
            ClientConnection connection,
            HttpServerRequest request,
            boolean isReadable) {
        this.worker = worker;
        this.frontend = frontend;
        this.connection = connection;
        this.request = request;
        this.head = RequestHead.of(request);
        this.record = new ExchangeRecord(worker.now());
        this.isReadable = isReadable;
        connection.began();
        worker.opened(this);
        request.exceptionHandler(cause -> clientGone());
        request.response().exceptionHandler(cause -> clientGone());
        request.response().closeHandler(nothing -> clientGone());
    }

    Worker worker() {
        return worker;
    }

    Frontend frontend() {
        return frontend;
    }

    ClientConnection connection() {
        return connection;
    }

    HttpServerRequest request() {
        return request;
    }

    RequestHead head() {
        return head;
    }

    ExchangeRecord record() {
        return record;
    }

    String traceId() {
        return record.traceId();
    }

    Exchange exchange(Instant now) {
        return record.exchange(head, isReadable, frontend, connection, now);
    }

    boolean isOver() {
        return isOver;
    }

    void classified(Classification classification, String traceId) {
        record.classified(classification, traceId);
    }

    void decided(Decided decided) {
        record.decided(decided);
    }

    void goesOn(Leg next) {
        leg = next;
    }

    void asks(Pick pick) {
        record.asks(pick);
    }

    void received(Buffer chunk) {
        touched = System.nanoTime();
        record.received(chunk.length());
    }

    void sent(Buffer chunk) {
        touched = System.nanoTime();
        record.sent(chunk.length());
    }

    void touch() {
        touched = System.nanoTime();
    }

    /** Begins the answer. */
    HttpServerResponse begin(int status) {
        isBegun = true;
        record.answers(status);
        HttpServerResponse response = request.response();
        response.setStatusCode(status);
        closes |= worker.isClosing() || connection.isOld(frontend.loadBalancer().clientKeepAlive());
        if (closes && !head.isHttp2()) {
            response.headers().set("Connection", "close");
        }
        return response;
    }

    /** The end of the connection is the end of the answer. */
    void closeAtEnd() {
        closes = true;
    }

    boolean isBegun() {
        return isBegun;
    }

    /** Answers without a target; nothing if an answer has begun. */
    void answer(Answer answer) {
        if (isOver || isBegun) {
            return;
        }
        closes |= answer.closes();
        record.failed(answer.reason());
        record.redirects(answer.location());
        HttpServerResponse response = begin(answer.status());
        AnswerHeaders.own(response.headers(), frontend);
        if (!answer.contentType().isEmpty()) {
            response.headers().set("Content-Type", answer.contentType());
        }
        if (answer.location() != null) {
            response.headers().set("Location", answer.location());
        }
        Buffer body = Buffer.buffer(answer.body());
        response.headers().set("Content-Length", String.valueOf(body.length()));
        record.sent(head.method().name().equals("HEAD") ? 0 : body.length());
        if (!request.isEnded()) {
            // What is left of the body has to be read away before the connection takes another request.
            request.handler(this::received);
            request.resume();
        }
        response.end(body).onComplete(done -> end());
    }

    /** The answer has gone out as a whole. */
    void end() {
        if (!isOver && closes) {
            farewell();
        }
        over();
    }

    private void farewell() {
        if (head.isHttp2()) {
            connection.takeLeave();
        } else {
            connection.close();
        }
    }

    /** The answer broke off, so that the client must not take it for the whole. */
    void breakOff(String reason) {
        record.failed(reason);
        Leg current = leg;
        if (current != null) {
            current.abandon();
        }
        request.response().reset();
        over();
    }

    void clientGone() {
        if (isOver) {
            return;
        }
        if (!isBegun) {
            record.answers(CLIENT_GONE);
            record.failed("the client closed the connection");
        }
        Leg current = leg;
        if (current != null) {
            current.abandon();
        }
        over();
    }

    private void over() {
        if (!isOver) {
            isOver = true;
            record.sentHead(request.response().headers(), isBegun);
            connection.ended();
            worker.ended(this);
        }
    }

    /** Looks whether nothing has happened for too long. */
    void checkIdle() {
        Duration limit = frontend.loadBalancer().idleTimeout();
        if (System.nanoTime() - touched >= limit.toNanos()) {
            touch();
            Leg current = leg;
            if (current != null) {
                current.idle();
            } else {
                clientGone();
            }
        }
    }

    boolean isWith(TargetInstance target) {
        Leg current = leg;
        return current != null && current.isWith(target);
    }

    boolean isTunnel() {
        Leg current = leg;
        return current != null && current.isTunnel();
    }

    /** Ends it at once, wherever it is. */
    void cut(String reason) {
        if (!isOver) {
            if (isBegun) {
                breakOff(reason);
            } else {
                Leg current = leg;
                if (current != null) {
                    current.abandon();
                }
                answer(Answer.error(504, reason));
            }
        }
    }
}
