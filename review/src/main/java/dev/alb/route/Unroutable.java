package dev.alb.route;

/** Says why it can't even be told which load balancer gets a request, and how to choose one. */
public final class Unroutable extends Exception {
    private static final long serialVersionUID = 1L;

    /** A message for a person. */
    public Unroutable(String message) {
        super(message);
    }
}
