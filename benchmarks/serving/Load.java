import io.vertx.core.Vertx;

/**
 * A thousand open WebSockets and a stream of requests through the local load balancer: {@code java Load SECONDS}. Fails if there
 * was any error.
 */
public final class Load {
    private static final int SOCKETS = 1000;
    private static final int PER_SECOND = 1000;
    private static final int CONNECTIONS = 64;
    private static final int WARM_UP = 10;

    private Load() {}

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
        int seconds = Integer.parseInt(arguments[0]);
        Vertx vertx = Vertx.vertx();
        boolean good;
        try (Child targets = Child.java(Targets.class)) {
            String[] ports = targets.line().split(" ");
            try (Child balancer = Child.java(Balancer.class, "sticky", ports[0], ports[1], ports[2], ports[3])) {
                good = run(vertx, balancer, seconds);
            }
        }
        vertx.close();
        return good;
    }

    private static boolean run(Vertx vertx, Child balancer, int seconds) throws Exception {
        String[] ports = balancer.line().split(" ");
        WebSockets plain = new WebSockets(vertx, Integer.parseInt(ports[0]), false);
        WebSockets encrypted = new WebSockets(vertx, Integer.parseInt(ports[1]), true);
        Requests requests = new Requests(vertx, Integer.parseInt(ports[1]), true, CONNECTIONS);
        System.err.println("Opening " + SOCKETS + " WebSockets");
        plain.open(SOCKETS / 2);
        encrypted.open(SOCKETS - SOCKETS / 2);
        System.err.println("Sending requests for " + (WARM_UP + seconds) + " s");
        requests.atRate(PER_SECOND, "/pages/viewpage.action?pageId=1");
        Thread.sleep(WARM_UP * 1000L);
        String begin = balancer.ask("memory");
        Thread.sleep(seconds * 500L);
        String middle = balancer.ask("memory");
        Thread.sleep(seconds * 500L);
        String end = balancer.ask("memory");
        long open = plain.open() + encrypted.open();
        requests.stop();
        plain.stop();
        encrypted.stop();
        long errors = requests.errors() + plain.errors() + encrypted.errors() + SOCKETS - open;
        System.out.printf(
                "%d s: %,d open WebSockets, half of them encrypted, with %,d messages that came back; %,d requests by HTTPS, "
                        + "median %.1f ms, 99 %% below %.1f ms%n",
                seconds + WARM_UP,
                open,
                plain.messages() + encrypted.messages(),
                requests.answers(),
                requests.latencies().millis(0.5),
                requests.latencies().millis(0.99));
        System.out.printf("errors: %d %s%n", errors, (requests.firstError() + " " + plain.firstError() + " "
                + encrypted.firstError()).strip());
        System.out.printf("MB of heap after a collection, and of buffers beside it: begin %s, middle %s, end %s%n",
                begin, middle, end);
        return errors == 0;
    }
}
