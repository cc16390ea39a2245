package dev.alb.cli;

import com.hashicorp.cdktf.Token;
import software.amazon.jsii.JsiiError;

/** The Node process in which CDKTF runs. */
final class Node {
    private Node() {}

    /** Starts it while the command line and the site files are read: that takes longer than all the rest. */
    static void startEarly() {
        Thread starter = new Thread(Node::start, "node");
        // Who waits for it tells what is wrong with it; nobody else needs to know.
        starter.setUncaughtExceptionHandler((thread, failure) -> {});
        starter.setDaemon(true);
        starter.start();
    }

    /**
     * Waits until it runs.
     *
     * @throws Failure where there is no Node
     */
    static void await() {
        try {
            start();
        } catch (JsiiError | LinkageError e) {
            throw Failure.tool("Node.js cannot be started; install Node 20 or newer and put it on the PATH");
        }
    }

    private static synchronized void start() {
        Token.isUnresolved("");
    }
}
