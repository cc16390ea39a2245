package dev.alb.cli;

import dev.alb.demo.Demo;
import dev.alb.serve.LocalLoadBalancer;
import dev.alb.serve.ServedListener;
import dev.alb.serve.targets.TargetInstance;
import dev.alb.serve.targets.TargetPool;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user has to know of a load balancer that is served.
 *
 * @param title the stack and the load balancer
 * @param local what is served
 * @param hosts the names that lead to it in AWS
 * @param demo the stand-ins behind it, if any
 * @param authority the certificate to trust
 */
record Announcement(
        String title,
        LocalLoadBalancer local,
        List<String> hosts,
        @Nullable Demo demo,
        Path authority) {
    /** All of it, a line each. */
    String text() {
        StringBuilder text = new StringBuilder(title).append("\n");
        local.listeners()
                .forEach(listener -> text.append("  %-34s %s %d, %s%n"
                        .formatted(listener.url() + path(), listener.protocol(), listener.port(), listener.name())));
        hosts.forEach(host -> first().ifPresent(listener -> text.append("  %-34s with \"127.0.0.1 %s\" in /etc/hosts%n"
                .formatted(listener.url().replace("localhost", host) + path(), host))));
        text.append("Targets\n");
        for (TargetPool pool : local.targetPools().pools()) {
            pool.targets()
                    .forEach(target -> text.append("  %s %s:%d is at %s%n"
                            .formatted(pool.address(), target.id(), target.port(), place(target))));
        }
        if (demo != null) {
            text.append("Demo\n  %s takes nodes down and up; or: curl -X POST %s/nodes/1/down%n"
                    .formatted(demo.controlPage(), demo.controlPage()));
        }
        trust(text);
        if (!local.warnings().isEmpty()) {
            text.append("Not as in AWS\n");
            local.warnings()
                    .forEach(warning -> text.append("  ").append(warning).append("\n"));
        }
        return text.toString();
    }

    private void trust(StringBuilder text) {
        Optional<ServedListener> https = local.listeners().stream()
                .filter(one -> one.protocol().equals("HTTPS"))
                .findFirst();
        if (https.isPresent()) {
            text.append("Certificate\n  made here; trust %s in your browser, among the authorities, or:%n"
                            .formatted(authority))
                    .append("  curl --cacert %s %s%n"
                            .formatted(authority, https.get().url() + path()));
        }
    }

    private static String place(TargetInstance target) {
        try {
            InetSocketAddress address = target.address();
            return address.getHostString() + ":" + address.getPort();
        } catch (IllegalStateException e) {
            return "no place on this machine, so that it gets no requests";
        }
    }

    private Optional<ServedListener> first() {
        return local.listeners().stream()
                .filter(one -> one.protocol().equals("HTTPS"))
                .findFirst()
                .or(() -> local.listeners().stream().findFirst());
    }

    private String path() {
        return demo == null ? "/" : demo.path();
    }
}
