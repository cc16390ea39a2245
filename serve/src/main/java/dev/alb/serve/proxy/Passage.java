package dev.alb.serve.proxy;

import dev.alb.serve.Exchange;
import dev.alb.serve.targets.TargetInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;

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
    private Leg leg = Leg.NONE;
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

    Exchange exchange(Instant now) {
        return record.exchange(head, isReadable, frontend, connection, now);
    }

    boolean isOver() {
        return isOver;
    }

    void goesOn(Leg next) {
        leg = next;
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
        if (!isOver && !isBegun) {
            closes |= answer.closes();
            record.failed(answer.reason());
            record.redirects(answer.location());
            answer.send(this);
        }
    }

    /** The answer has gone out as a whole. */
    void end() {
        if (!isOver && closes) {
            connection.takeLeave(head.isHttp2());
        }
        over();
    }

    /** The answer broke off, so that the client must not take it for the whole. */
    void breakOff(String reason) {
        record.failed(reason);
        leg.abandon();
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
        leg.abandon();
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
            if (!leg.idle()) {
                clientGone();
            }
        }
    }

    boolean isWith(TargetInstance target) {
        return leg.isWith(target);
    }

    boolean isTunnel() {
        return leg.isTunnel();
    }

    /** Ends it at once, wherever it is. */
    void cut(String reason) {
        if (!isOver) {
            if (isBegun) {
                breakOff(reason);
            } else {
                leg.abandon();
                answer(Answer.error(504, reason));
            }
        }
    }
}
