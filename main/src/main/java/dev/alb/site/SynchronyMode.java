package dev.alb.site;

/** Who runs Synchrony, the process behind collaborative editing. */
public enum SynchronyMode {
    /** Confluence starts it on each of its nodes; Atlassian's recommendation. */
    MANAGED,
    /** A cluster on nodes of its own. */
    STANDALONE,
    /** Confluence passes the requests on by itself, so that the load balancer has nothing to do with it. */
    PROXY
}
