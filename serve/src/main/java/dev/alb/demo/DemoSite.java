package dev.alb.demo;

import java.util.List;

/** What all nodes share. In a real cluster the database and the settings hold it. */
final class DemoSite {
    private static final String TEXT = """
            Welcome. Open this page in a second window, and type in both.

            Each window is connected to one of the nodes, and what you type in one shows in the other.
            """;

    private final SharedDocument document = new SharedDocument(TEXT);
    private volatile boolean proxyMode;
    private volatile List<String> baseUrls = List.of();
    private volatile String controlPage = "";

    SharedDocument document() {
        return document;
    }

    /** Whether Confluence passes requests on to Synchrony, as the load balancer knows none. */
    boolean isProxyMode() {
        return proxyMode;
    }

    void proxyMode(boolean on) {
        proxyMode = on;
    }

    /** At which the site may be opened without a warning; none if it isn't known. */
    List<String> baseUrls() {
        return baseUrls;
    }

    void baseUrls(List<String> urls) {
        baseUrls = List.copyOf(urls);
    }

    /** Where nodes are taken down and up. */
    String controlPage() {
        return controlPage;
    }

    void controlPage(String url) {
        controlPage = url;
    }
}
