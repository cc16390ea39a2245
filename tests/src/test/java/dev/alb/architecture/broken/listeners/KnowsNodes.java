package dev.alb.architecture.broken.listeners;

import software.constructs.Node;

/** Looks into the tree. */
public interface KnowsNodes {
    /** A place in the tree. */
    Node node();
}
