package dev.alb.cli;

import dev.alb.topology.LoadBalancer;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves a load balancer on this machine. */
@Command(
        name = "serve",
        description =
                "Serve what was deployed to the sandbox on this machine: listeners, rules, target groups, health checks. "
                        + "A new deploy is taken over at once. Ctrl-C ends it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A target is expected on this machine at the port that it has in AWS, unless --target or --demo say otherwise.",
            "Exit codes: 0 it was ended, 2 a file, a port or the usage is wrong, 3 a tool is missing."
        })
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private SandboxCommand sandbox;

    @Mixin
    private ServeSource source;

    @Mixin
    private PortOptions ports;

    @Option(
            names = "--load-balancer",
            paramLabel = "NAME",
            description = "Of several in a stack the one that is served, by its address or its name in AWS.")
    private @Nullable String loadBalancer;

    @Option(
            names = "--target",
            paramLabel = "TARGET=HOST[:PORT]",
            description = "Where a target is: by its id, by id:port, or by the address of a target group; repeatable.")
    private List<String> targets = List.of();

    @Option(
            names = "--demo",
            description =
                    "Start small stand-ins for Confluence and Synchrony behind all targets that --target doesn't name.")
    private boolean demo;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description =
                    "Write each request as an Application Load Balancer's access log has it; - is standard output.")
    private @Nullable String accessLog;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LibraryLogs.holdBack();
        PrintWriter err = spec.commandLine().getErr();
        List<TargetMapping> mappings =
                targets.stream().map(TargetMapping::parse).toList();
        SandboxFolder folder = sandbox.folder();
        List<ServedStack> stacks = source.stacks(folder);
        Map<String, LoadBalancer> chosen = new LinkedHashMap<>();
        stacks.forEach(stack -> chosen.put(stack.name(), loadBalancer(stack)));
        ports.check(chosen);
        TargetMapping.check(mappings, stacks.stream().map(ServedStack::topology).toList());
        try (RequestLog log = RequestLog.open(accessLog, err)) {
            ServeOptions options = new ServeOptions(folder, ports, mappings, demo, log);
            return new ServeRun(options, err).run(stacks, chosen);
        }
    }

    private LoadBalancer loadBalancer(ServedStack stack) {
        List<LoadBalancer> all = stack.topology().loadBalancers();
        List<LoadBalancer> named = all.stream()
                .filter(one -> loadBalancer == null
                        || one.address().equals(loadBalancer)
                        || one.resource().at("name").text("").equals(loadBalancer))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        String names = all.stream().map(LoadBalancer::address).collect(Collectors.joining(", "));
        throw Failure.badInput(
                all.isEmpty()
                        ? stack.name() + " has no load balancer"
                        : named.isEmpty()
                                ? "--load-balancer must be one of " + stack.name() + ": " + names + "; got "
                                        + loadBalancer
                                : stack.name() + " has several load balancers; choose one with --load-balancer: "
                                        + names);
    }
}
