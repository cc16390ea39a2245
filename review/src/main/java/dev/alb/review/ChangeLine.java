package dev.alb.review;

/**
 * One change in one line.
 *
 * @param address of the resource
 * @param action what is done with it, in a word
 * @param text what is changed, values included, secrets masked
 */
public record ChangeLine(String address, String action, String text) {}
