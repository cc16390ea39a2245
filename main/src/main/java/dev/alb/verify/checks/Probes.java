package dev.alb.verify.checks;

import dev.alb.verify.probes.Http;
import dev.alb.verify.probes.LoadBalancers;
import dev.alb.verify.probes.Names;
import dev.alb.verify.probes.Tls;
import dev.alb.verify.probes.Trust;
import dev.alb.verify.probes.WebSockets;
import java.time.InstantSource;

/**
 * Everything that checks ask.
 *
 * @param http requests
 * @param sockets WebSockets
 * @param tls versions and certificates
 * @param trust authorities
 * @param names addresses of hosts
 * @param loadBalancers what AWS knows
 * @param clock the time
 */
public record Probes(
        Http http,
        WebSockets sockets,
        Tls tls,
        Trust trust,
        Names names,
        LoadBalancers loadBalancers,
        InstantSource clock) {}
