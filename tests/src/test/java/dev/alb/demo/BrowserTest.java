package dev.alb.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.LocalLoadBalancer;
import dev.alb.snapshot.TerraformFile;
import dev.alb.topology.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A real browser on the committed site, as it is served on this machine with the demo behind it. */
@NeedsChromium
class BrowserTest {
    private static final Path SITE = Path.of("src/test/resources/golden/wiki.tf.json");
    private static final String EDITOR = "/pages/editpage.action?pageId=1";

    /** A browser that ends goes on to write for a moment. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static Demo demo;
    private static LocalLoadBalancer served;
    private static Chromium browser;

    @BeforeAll
    static void serve() throws Exception {
        Topology topology = Topology.of(TerraformFile.read(SITE).snapshot());
        demo = Demo.start(topology);
        served = LocalLoadBalancer.of(topology, "aws_lb.alb")
                .withAnyPorts()
                .withTargets((group, id, port) -> demo.addressOf(id, port))
                .start();
        demo.baseUrls(List.of(served.url(443), named(443)));
        browser = Chromium.start(profile, List.of("wiki.example.com"));
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
        if (served != null) {
            served.close();
        }
        demo.close();
    }

    /** As users call it. */
    private static String named(int port) {
        return served.url(port).replace("localhost", "wiki.example.com");
    }

    @Test
    void two_windows_on_two_nodes_see_each_other_s_text() throws Exception {
        Chromium.Page one = browser.open(served.url(443) + EDITOR);
        one.await("document.getElementById('state')?.className === 'open'");
        Chromium.Page two = browser.open(named(443) + EDITOR);
        two.await("document.getElementById('state')?.className === 'open'");
        assertNotEquals(
                one.value("document.getElementById('state').dataset.node"),
                two.value("document.getElementById('state').dataset.node"),
                "each is connected to another node");
        one.value("document.getElementById('text').setSelectionRange(0, 0); document.getElementById('text').focus()");
        one.type("Hello from one. ");
        two.await("document.getElementById('text').value.startsWith('Hello from one. Welcome.')");
        two.value("document.getElementById('text').setSelectionRange(0, 0); document.getElementById('text').focus()");
        two.type("And from two. ");
        one.await("document.getElementById('text').value.startsWith('And from two. Hello from one. ')");
        assertTrue(demo.text().startsWith("And from two. Hello from one. Welcome."), demo.text());
        assertEquals("2 windows are open.", one.value("document.getElementById('windows').textContent"));
        assertEquals("", two.value("document.getElementById('warning').textContent"));
    }

    @Test
    void what_both_type_at_once_is_the_same_in_both_and_lost_in_none() throws Exception {
        Chromium.Page one = browser.open(served.url(443) + EDITOR);
        Chromium.Page two = browser.open(served.url(443) + EDITOR);
        for (Chromium.Page page : List.of(one, two)) {
            page.await("document.getElementById('state')?.className === 'open'");
            page.value("document.getElementById('text').focus()");
        }
        for (int i = 0; i < 20; i++) {
            one.type("x" + i + " ");
            two.type("y" + i + " ");
        }
        for (int i = 0; i < 20; i++) {
            String all = "document.getElementById('text').value.includes('x" + i + " ')"
                    + " && document.getElementById('text').value.includes('y" + i + " ')";
            one.await(all);
            two.await(all);
        }
        one.await("document.getElementById('text').value === " + quoted(demo.text()));
        two.await("document.getElementById('text').value === " + quoted(demo.text()));
    }

    @Test
    void http_leads_to_https_on_the_same_host() throws Exception {
        Chromium.Page page = browser.open(named(80) + "/display/DEMO/Welcome?from=http");
        page.await("document.readyState === 'complete' && location.protocol === 'https:'");
        URI arrived = URI.create(page.value("location.href"));
        assertEquals(named(443) + "/display/DEMO/Welcome?from=http", arrived.toString());
        assertTrue(page.value("document.title").startsWith("Welcome"), page.value("document.title"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("'", "\\'") + "'";
    }
}
