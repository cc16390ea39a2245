package dev.alb.demo;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** What answers on one port of a node. */
interface StandIn extends Handler<HttpServerRequest> {
    /** It is started anew, and remembers nothing. */
    default void restart() {}
}
