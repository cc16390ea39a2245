package dev.alb.review;

/** What a plan does with a thing in a picture or a list. */
public enum Mark {
    SAME,
    ADDED,
    CHANGED,
    REPLACED,
    REMOVED
}
