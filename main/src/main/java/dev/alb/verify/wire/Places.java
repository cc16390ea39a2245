package dev.alb.verify.wire;

import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Names;
import dev.alb.verify.probes.Unreachable;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Where to connect to for an entrance. */
final class Places {
    private Places() {}

    static InetSocketAddress of(Entrance entrance, Names names) throws Unreachable {
        try {
            return new InetSocketAddress(names.addresses(entrance.connectHost()).get(0), entrance.connectPort());
        } catch (UnknownHostException e) {
            throw new Unreachable(
                    Unreachable.Kind.UNKNOWN_HOST, "No name server knows " + entrance.connectHost() + ".");
        }
    }
}
