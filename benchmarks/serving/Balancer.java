import dev.alb.serve.LocalLoadBalancer;
import dev.alb.snapshot.SynthesizedJson;
import dev.alb.topology.Topology;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * The local load balancer with the rules of a site: {@code java Balancer STICKINESS PORT PORT PORT PORT}, two targets of
 * Confluence and two of Synchrony. Prints the ports of HTTP and HTTPS; then it answers {@code memory}, after a collection, by
 * the MB of the heap and those of the buffers beside it.
 */
public final class Balancer {
    private static final String SITE = """
            {'resource': {
              'aws_lb': {'alb': {'name': 'wiki'}},
              'aws_acm_certificate': {'wiki': {'domain_name': 'wiki.example.com'}},
              'aws_lb_target_group': {
                'confluence': {'port': 8090, 'protocol': 'HTTP', %s 'health_check': [{'path': '/status', 'interval': 5}]},
                'synchrony': {'port': 8091, 'protocol': 'HTTP', %s 'health_check': [{'path': '/status', 'interval': 5}]}},
              'aws_lb_target_group_attachment': {%s},
              'aws_lb_listener': {
                'http': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80, 'protocol': 'HTTP', %s},
                'https': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 443, 'protocol': 'HTTPS',
                  'certificate_arn': '${aws_acm_certificate.wiki.arn}', %s}},
              'aws_lb_listener_rule': {%s, %s}}}""";
    private static final String DEFAULT =
            "'default_action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.confluence.arn}'}]";

    private Balancer() {}

    /** Serves until it is stopped. */
    public static void main(String[] arguments) throws Exception {
        String stickiness = arguments[0].equals("sticky") ? "'stickiness': [{'type': 'lb_cookie'}]," : "";
        String attachments = String.join(
                ",",
                attachment("confluence", arguments[1]),
                attachment("confluence", arguments[2]),
                attachment("synchrony", arguments[3]),
                attachment("synchrony", arguments[4]));
        String json = SITE.formatted(
                stickiness, stickiness, attachments, DEFAULT, DEFAULT, rule("http"), rule("https"));
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Topology topology = Topology.of(SynthesizedJson.read(new ByteArrayInputStream(bytes), "benchmark"));
        try (LocalLoadBalancer balancer =
                LocalLoadBalancer.of(topology, "aws_lb.alb").withPort(80, FreePort.any()).withPort(443, FreePort.any()).start()) {
            System.out.println(port(balancer, 80) + " " + port(balancer, 443));
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                System.out.println(memory());
            }
        }
    }

    private static String attachment(String group, String port) {
        return "'%s-%s': {'target_group_arn': '${aws_lb_target_group.%s.arn}', 'target_id': '10.0.0.1', 'port': %s}"
                .formatted(group, port, group, port);
    }

    private static String rule(String listener) {
        return ("'%s': {'listener_arn': '${aws_lb_listener.%s.arn}', 'priority': 10,"
                        + " 'condition': [{'path_pattern': {'values': ['/synchrony', '/synchrony/*']}}],"
                        + " 'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.synchrony.arn}'}]}")
                .formatted(listener, listener);
    }

    private static int port(LocalLoadBalancer balancer, int port) {
        return balancer.listeners().stream()
                .filter(listener -> listener.port() == port)
                .mapToInt(listener -> listener.local().getPort())
                .findFirst()
                .orElseThrow();
    }

    private static String memory() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return "%.1f %.1f".formatted(heap / 1e6, direct / 1e6);
    }
}
