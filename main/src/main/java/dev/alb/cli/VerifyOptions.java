package dev.alb.cli;

import dev.alb.site.binding.Scalars;
import dev.alb.verify.Check;
import dev.alb.verify.checks.Checks;
import dev.alb.verify.wire.Authorities;
import dev.alb.verify.wire.ClientCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a site is looked at. */
final class VerifyOptions {
    private static final String QUIET = "70s";

    @Option(
            names = "--address",
            paramLabel = "HOST[:PORT]",
            converter = AddressText.class,
            description = "Connect there instead of to the domain, and ask for the domain all the same.")
    private AddressText.@Nullable Address address;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificates in PEM of authorities to trust besides those of Java.")
    private @Nullable Path authority;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "A certificate in PEM, for a listener that asks clients for one (mutual TLS).")
    private @Nullable Path certificate;

    @Option(names = "--client-key", paramLabel = "FILE", description = "Its key in PEM, without a passphrase.")
    private @Nullable Path key;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "For each request. Default: 10s")
    private Duration timeout = Duration.ofSeconds(10);

    @Option(
            names = "--expiry-days",
            paramLabel = "DAYS",
            description = "How long the certificate has to be valid from now on. Default: 30")
    private int expiryDays = 30;

    @Option(
            names = "--long",
            paramLabel = "TIME",
            arity = "0..1",
            fallbackValue = QUIET,
            converter = DurationText.class,
            description = "Also keep a WebSocket open without a word, for " + QUIET
                    + " if nothing else is said; AWS's own idle " + "timeout is 60s.")
    private @Nullable Duration quiet;

    @Option(
            names = "--websocket-path",
            paramLabel = "PATH",
            description = "Where Synchrony opens WebSockets. Default: /synchrony/v1/bayeux-sync1")
    private String websocketPath = "/synchrony/v1/bayeux-sync1";

    @Option(names = "--only", paramLabel = "CHECK", split = ",", description = "Make these checks alone.")
    private List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "CHECK", split = ",", description = "Leave these checks out.")
    private List<String> skip = List.of();

    /**
     * Refuses what makes no sense.
     *
     * @throws Failure with everything that is wrong
     */
    void check(boolean sandbox) {
        List<String> wrong = new ArrayList<>();
        unknown("--only", only, wrong);
        unknown("--skip", skip, wrong);
        require(
                !sandbox || address == null,
                "--address makes no sense with --sandbox, which knows where it serves",
                wrong);
        require(
                !sandbox || authority == null,
                "--ca makes no sense with --sandbox, which brings its authority along",
                wrong);
        require((certificate == null) == (key == null), "--client-certificate and --client-key go together", wrong);
        require(expiryDays >= 0, "--expiry-days must be 0 or more, got " + expiryDays, wrong);
        require(!timeout.isZero(), "--timeout must be more than 0", wrong);
        require(
                websocketPath.matches("/[\\x21-\\x7e]*"),
                "--websocket-path must begin with a slash, got \"" + websocketPath + "\"",
                wrong);
        pem("--client-certificate", certificate, "CERTIFICATE-----", wrong);
        pem("--client-key", key, "PRIVATE KEY-----", wrong);
        if (!wrong.isEmpty()) {
            throw Failure.badInput(String.join("\n", wrong));
        }
    }

    private static void unknown(String option, List<String> ids, List<String> wrong) {
        ids.stream()
                .filter(id -> !Checks.IDS.contains(id))
                .forEach(id -> wrong.add(
                        option + " must name checks (" + String.join(", ", Checks.IDS) + "), got \"" + id + "\""));
    }

    private static void require(boolean holds, String message, List<String> wrong) {
        if (!holds) {
            wrong.add(message);
        }
    }

    private static void pem(String option, @Nullable Path file, String mark, List<String> wrong) {
        if (file == null) {
            return;
        }
        try {
            String text = Files.readString(file);
            require(text.contains(mark), option + " must be a file in PEM, got " + file, wrong);
            require(!text.contains("ENCRYPTED"), option + " must have no passphrase, got " + file, wrong);
        } catch (IOException e) {
            wrong.add(option + " can't be read: " + file);
        }
    }

    Optional<AddressText.Address> address() {
        return Optional.ofNullable(address);
    }

    /**
     * Who is trusted.
     *
     * @param local the authority of the local load balancer, if that is looked at
     */
    Authorities authorities(Optional<Path> local) {
        Path file = local.orElse(authority);
        try {
            return file == null ? Authorities.ofJava() : Authorities.with(file);
        } catch (IOException e) {
            throw Failure.badInput("--ca must be a file with certificates in PEM, got " + file);
        }
    }

    Optional<ClientCertificate> clientCertificate() {
        return certificate == null || key == null
                ? Optional.empty()
                : Optional.of(new ClientCertificate(certificate, key));
    }

    Duration timeout() {
        return timeout;
    }

    Duration certificateLasts() {
        return Duration.ofDays(expiryDays);
    }

    String websocketPath() {
        return websocketPath;
    }

    /** Naming the long check asks for it too. */
    Duration quiet() {
        if (quiet != null) {
            return quiet;
        }
        return only.contains("websocket-long") ? Scalars.duration(QUIET).orElseThrow() : Duration.ZERO;
    }

    boolean wants(Check check) {
        return (only.isEmpty() || only.contains(check.id())) && !skip.contains(check.id());
    }
}
