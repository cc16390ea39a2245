package dev.alb.verify.checks;

import dev.alb.verify.probes.Entrance;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how a site is looked at.
 *
 * @param serving the listener that serves it
 * @param redirecting the listener that redirects to it; empty where there is none
 * @param unknownRedirect why that listener can't be reached from here, though there is one; empty where it can
 * @param local whether it is served on this machine, where no name leads
 * @param isElsewhere whether another place than the domain was named to connect to
 * @param hasClientCertificate whether there is a certificate for listeners that ask for one
 * @param websocketPath where Synchrony opens WebSockets
 * @param quiet how long a WebSocket has to stay open in silence; zero for no such check
 * @param certificateLasts how long the certificate must be valid from now on
 */
public record Circumstances(
        Entrance serving,
        Optional<Entrance> redirecting,
        Optional<String> unknownRedirect,
        boolean local,
        boolean isElsewhere,
        boolean hasClientCertificate,
        String websocketPath,
        Duration quiet,
        Duration certificateLasts) {}
