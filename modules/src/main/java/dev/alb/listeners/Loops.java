package dev.alb.listeners;

import dev.alb.actions.Actions;
import dev.alb.actions.Redirect;
import dev.alb.terraform.Checks;
import java.util.Objects;

/** Redirects that lead back to the port they come from. */
final class Loops {
    private static final String SAME_HOST = "#{host}";
    private static final String SAME_PORT = "#{port}";
    private static final String SAME_PATH = "/#{path}";

    private Loops() {}

    static void check(Checks checks, ListenerProtocol protocol, int port, Actions defaultAction) {
        defaultAction
                .redirect()
                .map(Redirect::normalized)
                .filter(redirect -> staysAtPort(redirect, port))
                .ifPresent(redirect -> check(checks, protocol, port, redirect));
    }

    private static void check(Checks checks, ListenerProtocol protocol, int port, Redirect redirect) {
        boolean staysInProtocol = redirect.protocol() == null || isSame(redirect, protocol);
        checks.require(
                        !staysInProtocol || !SAME_PATH.equals(redirect.path()),
                        "default_action.redirect",
                        "lead to another URL than the one that was asked for",
                        "a loop on " + protocol + " and port " + port,
                        "Change the protocol, the port, the host or the path.")
                .require(
                        staysInProtocol || protocol == ListenerProtocol.HTTPS,
                        "default_action.redirect.port",
                        "be a port that speaks " + redirect.protocol(),
                        port + ", which speaks " + protocol + " here",
                        "Name the port too, such as \"443\".");
    }

    private static boolean staysAtPort(Redirect redirect, int port) {
        boolean samePort =
                SAME_PORT.equals(redirect.port()) || String.valueOf(port).equals(redirect.port());
        return samePort && SAME_HOST.equals(redirect.host());
    }

    private static boolean isSame(Redirect redirect, ListenerProtocol protocol) {
        return Objects.requireNonNull(redirect.protocol()).name().equals(protocol.name());
    }
}
