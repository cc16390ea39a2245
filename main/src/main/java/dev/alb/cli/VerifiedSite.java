package dev.alb.cli;

import dev.alb.site.SiteFile;
import dev.alb.verify.Check;
import dev.alb.verify.Deployment;
import dev.alb.verify.UnreachableAdvice;
import dev.alb.verify.Verification;
import dev.alb.verify.aws.AwsLoadBalancers;
import dev.alb.verify.aws.Client;
import dev.alb.verify.checks.Checks;
import dev.alb.verify.checks.Circumstances;
import dev.alb.verify.checks.Probes;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Names;
import dev.alb.verify.wire.Authorities;
import dev.alb.verify.wire.SocketTls;
import dev.alb.verify.wire.SystemNames;
import dev.alb.verify.wire.VertxClient;
import dev.alb.verify.wire.VertxSockets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site with all that is needed to look at it. */
final class VerifiedSite implements AutoCloseable {
    private final Verification verification;
    private final VertxClient client;
    private final AwsLoadBalancers aws;

    private VerifiedSite(
            Deployment deployment,
            Circumstances at,
            VerifyOptions options,
            Optional<Path> authority,
            AwsLoadBalancers aws) {
        Names names = new SystemNames();
        Authorities authorities = options.authorities(authority);
        this.aws = aws;
        this.client = VertxClient.start(options.clientCertificate(), names, options.timeout());
        Probes probes = new Probes(
                client,
                new VertxSockets(options.clientCertificate(), names, options.timeout()),
                new SocketTls(names, options.timeout()),
                authorities,
                names,
                aws,
                InstantSource.system());
        List<Check> checks = Checks.of(deployment, at, probes).stream()
                .filter(options::wants)
                .toList();
        this.verification = new Verification(checks, new UnreachableAdvice(deployment, at.local()));
    }

    /** As it stands in AWS. */
    static VerifiedSite inAws(SiteFile file, VerifyOptions options) {
        Deployment deployment = new Deployment(file.site());
        Optional<AddressText.Address> address = options.address();
        Entrance serving = deployment.serving();
        Optional<Entrance> redirecting = deployment.redirecting();
        Optional<String> unknown = Optional.empty();
        if (address.isPresent()) {
            String host = address.get().host();
            Entrance usual = serving;
            serving = usual.at(host, address.get().port().orElse(usual.port()));
            redirecting = redirecting.map(entrance -> entrance.at(host, entrance.port()));
            unknown = address.get().port().map(port -> "--address names the port for HTTPS, and none for HTTP.");
        }
        Map<String, String> outputs = StackOutputs.ofSite(file, Output.defaultFolder());
        AwsLoadBalancers aws =
                new AwsLoadBalancers(deployment, outputs, () -> Client.ofSite(file.site(), options.timeout()));
        Circumstances at = circumstances(serving, redirecting, unknown, false, options);
        return new VerifiedSite(deployment, at, options, Optional.empty(), aws);
    }

    /** As the local load balancer serves it. */
    static VerifiedSite onThisMachine(SiteFile file, Path sandbox, Duration wait, VerifyOptions options) {
        Deployment deployment = new Deployment(file.site());
        String stack = file.site().name();
        Served served = Served.find(sandbox, stack, wait);
        Entrance serving = served.at(deployment.serving())
                .orElseThrow(() -> Failure.badInput(
                        "port " + deployment.serving().port() + " of " + stack + " isn't served here, but "
                                + served.ports().keySet() + "; does another site file belong to it?"));
        Optional<Entrance> redirecting = deployment.redirecting().flatMap(served::at);
        Optional<String> unknown = deployment.redirecting().isPresent() && redirecting.isEmpty()
                ? Optional.of("The listener for HTTP isn't served here.")
                : Optional.empty();
        AwsLoadBalancers aws = new AwsLoadBalancers(
                deployment,
                StackOutputs.inSandbox(sandbox, stack),
                () -> Client.at(served.api(), file.site(), options.timeout()));
        Circumstances at = circumstances(serving, redirecting, unknown, true, options);
        return new VerifiedSite(deployment, at, options, Optional.of(served.authority()), aws);
    }

    private static Circumstances circumstances(
            Entrance serving,
            Optional<Entrance> redirecting,
            Optional<String> unknownRedirect,
            boolean local,
            VerifyOptions options) {
        return new Circumstances(
                serving,
                redirecting,
                unknownRedirect,
                local,
                options.address().isPresent(),
                options.clientCertificate().isPresent(),
                options.websocketPath(),
                options.quiet(),
                options.certificateLasts());
    }

    Verification verification() {
        return verification;
    }

    @Override
    public void close() {
        client.close();
        aws.close();
    }
}
