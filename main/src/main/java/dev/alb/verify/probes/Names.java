package dev.alb.verify.probes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Knows where hosts are. */
@FunctionalInterface
public interface Names {

    /**
     * All addresses of a host.
     *
     * @throws UnknownHostException if there is none
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
