import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requests per second and latency of the local load balancer beside nginx and HAProxy, with the same rules and the same targets,
 * over connections that are kept on both sides: {@code java Throughput FOLDER ROUNDS SECONDS}. The ways take turns.
 */
public final class Throughput {
    private static final int CONNECTIONS = 32;
    private static final int WARM = 100_000;
    private static final int MOST_WARM_UP = 90;
    private static final String PATH = "/pages/viewpage.action?pageId=1";

    private record Result(double perSecond, double median, double most, double cpu) {
        Result withCpu(double seconds, int length) {
            return new Result(perSecond, median, most, seconds * 1e6 / (perSecond * length));
        }
    }

    private record Way(int port, Child process) {}

    private Throughput() {}

    /** Runs once; what waits in the background must not keep a program that has failed alive. */
    public static void main(String[] arguments) {
        try {
            System.exit(run(arguments) ? 0 : 1);
        } catch (Exception e) {
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        List<Child> children = new ArrayList<>();
        try {
            Child targets = Child.java(Targets.class);
            children.add(targets);
            String[] ports = targets.line().split(" ");
            Map<String, Way> ways = new LinkedHashMap<>();
            ways.put("targets alone", new Way(Integer.parseInt(ports[0]), targets));
            for (Peer peer : Peer.values()) {
                if (peer.isInstalled()) {
                    int port = FreePort.any();
                    Child process = peer.start(folder, port, ports);
                    children.add(process);
                    ways.put(peer.program(), new Way(port, process));
                } else {
                    System.out.println("skipped: " + peer.program() + " is not installed");
                }
            }
            for (String stickiness : List.of("plain", "sticky")) {
                Child balancer =
                        Child.java(Balancer.class, stickiness, ports[0], ports[1], ports[2], ports[3]);
                children.add(balancer);
                ways.put("alb, " + stickiness, new Way(Integer.parseInt(balancer.line().split(" ")[0]), balancer));
            }
            report(measure(ways, rounds, seconds));
        } finally {
            children.forEach(Child::close);
        }
        return true;
    }

    private static Map<String, List<Result>> measure(Map<String, Way> ways, int rounds, int seconds)
            throws Exception {
        boolean hasWrk = Peer.isInstalled("wrk");
        System.out.println("requests by " + (hasWrk ? "wrk" : "this program, since wrk is not installed") + ", "
                + CONNECTIONS + " connections, 1 KB in each answer, " + rounds + " rounds of " + seconds + " s");
        for (Way way : ways.values()) {
            warmUp(way, hasWrk, seconds);
        }
        Map<String, List<Result>> results = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                results.computeIfAbsent(way.getKey(), any -> new ArrayList<>())
                        .add(measure(way.getValue(), hasWrk, seconds));
            }
        }
        return results;
    }

    /** Until the compiler of Java has done its work, which on a busy machine takes long. */
    private static void warmUp(Way way, boolean hasWrk, int seconds) throws Exception {
        double requests = 0;
        for (int time = 0; time < MOST_WARM_UP && requests < WARM; time += seconds) {
            requests += measure(way, hasWrk, seconds).perSecond() * seconds;
        }
    }

    private static Result measure(Way way, boolean hasWrk, int seconds) throws Exception {
        double before = way.process().cpu();
        Result result = hasWrk ? wrk(way.port(), seconds) : own(way.port(), seconds);
        return result.withCpu(way.process().cpu() - before, seconds);
    }

    private static Result own(int port, int seconds) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        Requests requests = new Requests(vertx, port, false, CONNECTIONS);
        requests.asFastAsPossible(PATH);
        Thread.sleep(seconds * 1000L);
        double answers = requests.answers();
        requests.stop();
        vertx.close();
        complain(port, requests.errors() + " errors, " + requests.firstError(), requests.errors() == 0);
        return new Result(
                answers / seconds,
                requests.latencies().millis(0.5),
                requests.latencies().millis(0.99),
                0);
    }

    private static Result wrk(int port, int seconds) {
        List<String> lines = Child.output(List.of(
                "wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "--timeout", "30s", "--latency", "http://127.0.0.1:" + port + PATH));
        String text = String.join("\n", lines);
        complain(port, text, !text.contains("Non-2xx") && !text.contains("Socket errors"));
        return new Result(number(text, "Requests/sec: +([0-9.]+)()"), latency(text, 50), latency(text, 99), 0);
    }

    private static double latency(String text, int percent) {
        return number(text, percent + "% +([0-9.]+)(us|ms|s)");
    }

    /** Times in milliseconds. */
    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said:\n" + text);
        }
        double factor = Map.of("us", 0.001, "s", 1000.0).getOrDefault(matcher.group(2), 1.0);
        return Double.parseDouble(matcher.group(1)) * factor;
    }

    private static void complain(int port, String what, boolean isGood) {
        if (!isGood) {
            throw new IllegalStateException("Requests to port " + port + " failed:\n" + what);
        }
    }

    private static void report(Map<String, List<Result>> results) {
        String yardstick = Stream.of("nginx", "haproxy").filter(results::containsKey).findFirst().orElse("targets alone");
        double one = median(results.get(yardstick), i -> results.get(yardstick).get(i).perSecond());
        System.out.printf("%-14s %12s %14s %10s %10s %16s%n", "way", "requests/s", "of " + yardstick, "median", "99 %", "CPU of a request");
        results.forEach((way, all) -> System.out.printf(
                "%-14s %,12.0f %14.2f %7.2f ms %7.2f ms %13.0f µs%n",
                way,
                median(all, i -> all.get(i).perSecond()),
                median(all, i -> all.get(i).perSecond()) / one,
                median(all, i -> all.get(i).median()),
                median(all, i -> all.get(i).most()),
                median(all, i -> all.get(i).cpu())));
    }

    private static double median(List<Result> all, IntFunction<Double> value) {
        List<Double> sorted = Stream.iterate(0, i -> i + 1)
                .limit(all.size())
                .map(value::apply)
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
