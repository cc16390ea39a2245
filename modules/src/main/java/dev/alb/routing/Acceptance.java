package dev.alb.routing;

/** Whether a text is in a set that is made of two others. */
@FunctionalInterface
interface Acceptance {
    boolean of(boolean inFirst, boolean inSecond);
}
