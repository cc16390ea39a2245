package dev.alb.review;

/** Draws the load balancers of a plan. */
public final class Pictures {
    private Pictures() {}

    /**
     * The way of a request from the client to the targets, before and after in one. Where there are more than 40 rules, those
     * that stay as they are stand in one node for each listener.
     */
    public static Picture of(Comparison comparison) {
        return new PictureMaker(comparison).make();
    }
}
