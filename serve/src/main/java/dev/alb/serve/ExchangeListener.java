package dev.alb.serve;

/** Is told of each exchange when it has ended. */
@FunctionalInterface
public interface ExchangeListener {
    /** Called on the thread that served the request, so that it must not wait; several threads may call it at once. */
    void ended(Exchange exchange);
}
