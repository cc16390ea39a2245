package dev.alb.review;

/**
 * Somebody who can reach something.
 *
 * @param source who: a network, a group, or {@code anybody}
 * @param target what: a load balancer or the members of a group
 * @param ports which ports, and over which protocol
 * @param through what lets them, as addresses
 * @param mark whether the plan lets them, has let them before, or both
 */
public record Exposure(String source, String target, String ports, String through, Mark mark) {}
