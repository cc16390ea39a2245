package dev.alb.serve.targets;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Where a target of AWS is on this machine. */
@FunctionalInterface
public interface TargetAddresses {
    /** Each target on this machine itself, at the port that it has in AWS. */
    TargetAddresses LOOPBACK =
            (group, id, port) -> Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

    /**
     * The address here; none if there is nothing here for it, so that it gets no requests.
     *
     * @param targetGroupAddress Terraform's address of its target group
     * @param targetId an instance, an address, or what Terraform calls it before AWS has named it
     * @param port its port in AWS: for requests, or for health checks where they have one of their own
     */
    Optional<InetSocketAddress> of(String targetGroupAddress, String targetId, int port);
}
