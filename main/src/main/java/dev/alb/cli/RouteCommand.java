package dev.alb.cli;

import dev.alb.route.Expectation;
import dev.alb.route.Route;
import dev.alb.route.RouteJson;
import dev.alb.route.RouteText;
import dev.alb.route.Router;
import dev.alb.route.Unroutable;
import dev.alb.routing.Request;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what becomes of URLs. */
@Command(
        name = "route",
        description =
                "Tell what becomes of a URL: which listener and which rule take it, why no earlier rule does, and where it "
                        + "ends. Nothing is asked but files.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 told, 1 an expectation isn't met, 2 a file or the usage is wrong, 3 a tool is missing.",
            "What can be expected: target-group, rule, status, location, rewritten-url, outcome, certificate, authentication,",
            "listener, load-balancer. What can't be told meets no expectation."
        })
final class RouteCommand implements Callable<Integer> {
    /** What goes to standard output. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "URL", arity = "0..*", description = "Such as https://wiki.example.com/synchrony/v1/ws")
    private List<String> urls = new ArrayList<>();

    @Mixin
    private RequestOptions options;

    @Mixin
    private RouteSource source;

    @Option(
            names = "--load-balancer",
            paramLabel = "NAME",
            description = "The one that gets the requests, by its address or its name in AWS. "
                    + "Default: by DNS, or the only one that listens on the port")
    private @Nullable String loadBalancer;

    @Option(names = "--follow", description = "Follow redirects that come back to the same load balancer.")
    private boolean follow;

    @Option(
            names = "--expect",
            paramLabel = "WHAT=VALUE",
            description = "What must come out, as in target-group=aws_lb_target_group.synchrony; repeatable.")
    private List<String> expected = List.of();

    @Option(
            names = "--expectations",
            paramLabel = "FILE",
            description = "A table of requests in YAML with what must come out of each.")
    private @Nullable Path table;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (urls.isEmpty() && table == null) {
            throw new ParameterException(
                    spec.commandLine(), "say which URL to route, as in: alb route https://wiki.example.com/");
        }
        List<Expectation> expectations =
                expected.stream().map(this::expectation).toList();
        List<Request> requests = urls.stream().map(this::request).toList();
        List<ExpectationsFile.Entry> entries = table == null ? List.of() : ExpectationsFile.read(table);
        Router router = new Router(source.topology(), loadBalancer);
        List<Route> routes = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Request request : requests) {
            List<Route> way = way(router, request);
            routes.addAll(way);
            failures.addAll(failures(expectations, way));
        }
        List<String> unmet =
                entries.stream().flatMap(entry -> unmet(router, entry).stream()).toList();
        failures.addAll(unmet);
        tell(routes, entries.size(), unmet, failures);
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private Expectation expectation(String text) {
        try {
            return Expectation.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--expect " + e.getMessage());
        }
    }

    private Request request(String url) {
        try {
            return options.request(url);
        } catch (BadRequest e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private List<Route> way(Router router, Request request) {
        try {
            return follow ? router.follow(request) : List.of(router.route(request));
        } catch (Unroutable e) {
            throw Failure.badInput(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> failures(List<Expectation> expectations, List<Route> way) {
        Route last = way.get(way.size() - 1);
        return expectations.stream().flatMap(one -> one.failure(last).stream()).toList();
    }

    private static List<String> unmet(Router router, ExpectationsFile.Entry entry) {
        try {
            List<Route> way = entry.follows() ? router.follow(entry.request()) : List.of(router.route(entry.request()));
            return failures(entry.expectations(), way).stream()
                    .map(failure -> entry.location() + ": " + failure)
                    .toList();
        } catch (Unroutable e) {
            return List.of(entry.location() + ": " + e.getMessage());
        }
    }

    private void tell(List<Route> routes, int entries, List<String> unmet, List<String> failures) {
        if (format == Format.JSON) {
            StandardOutput.print(RouteJson.of(routes, failures));
        } else {
            StandardOutput.print(routes.stream().map(RouteText::of).collect(Collectors.joining("\n")));
            if (entries > 0) {
                StandardOutput.print((routes.isEmpty() ? "" : "\n")
                        + entries
                        + (entries == 1 ? " request in the table; " : " requests in the table; ")
                        + (unmet.isEmpty() ? "all end as expected.\n" : unmet.size() + " not as expected.\n"));
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        failures.forEach(failure -> err.println("alb: " + failure));
    }
}
