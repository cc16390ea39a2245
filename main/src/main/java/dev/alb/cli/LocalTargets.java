package dev.alb.cli;

import dev.alb.demo.Demo;
import dev.alb.serve.targets.TargetAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where targets are on this machine: where the user says, else in the demo, else on loopback at their own ports. */
final class LocalTargets implements TargetAddresses {
    private final List<TargetMapping> mappings;
    private final @Nullable Demo demo;

    LocalTargets(List<TargetMapping> mappings, @Nullable Demo demo) {
        this.mappings = mappings;
        this.demo = demo;
    }

    @Override
    public Optional<InetSocketAddress> of(String group, String id, int port) {
        return Stream.of(
                        mapped(id + ":" + port, port),
                        mapped(group, port),
                        mapped(id, port),
                        demo == null ? Optional.<InetSocketAddress>empty() : demo.addressOf(id, port))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    private Optional<InetSocketAddress> mapped(String target, int port) {
        return mappings.stream()
                .filter(mapping -> mapping.target().equals(target))
                .findFirst()
                .map(mapping -> mapping.address(port));
    }
}
