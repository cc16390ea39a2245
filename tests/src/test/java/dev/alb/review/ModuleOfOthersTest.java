package dev.alb.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.route.Route;
import dev.alb.route.RouteText;
import dev.alb.route.Router;
import dev.alb.route.Unroutable;
import dev.alb.routing.Request;
import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.snapshot.PlanFile;
import dev.alb.snapshot.UnreadableInput;
import dev.alb.terraform.NeedsTerraform;
import dev.alb.topology.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A load balancer out of a module as public ones are written: maps of listeners, rules and target groups, {@code for_each},
 * dynamic blocks, keys in the place of references, whole resources as outputs.
 */
@NeedsTerraform
class ModuleOfOthersTest {
    private static final String HTTP = "module.alb.aws_lb_listener.this[\"http\"]";
    private static final String HTTPS = "module.alb.aws_lb_listener.this[\"https\"]";
    private static final String CONFLUENCE = "module.alb.aws_lb_target_group.this[\"confluence\"]";
    private static final String SYNCHRONY = "module.alb.aws_lb_target_group.this[\"synchrony\"]";
    private static final String RULE = "module.alb.aws_lb_listener_rule.this[\"https/synchrony\"]";

    private static final Sandbox SANDBOX = Sandbox.start();
    private static OfflineTerraform terraform;
    private static Comparison first;

    @BeforeAll
    static void applyModule() throws IOException {
        terraform = SANDBOX.terraform(text("main.tf"));
        Files.createDirectory(terraform.folder().resolve("lb"));
        terraform.write("lb/main.tf", text("lb.tf"));
        first = plan();
        terraform.apply().orThrow();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private static String text(String name) {
        try (InputStream in = ModuleOfOthersTest.class.getResourceAsStream("module/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Comparison plan() {
        byte[] json = terraform.plan().planJson().toString().getBytes(StandardCharsets.UTF_8);
        try {
            return new Comparison(PlanFile.read(new ByteArrayInputStream(json), "the plan"));
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Comparison edited(String old, String edit) {
        String main = text("main.tf");
        assertTrue(main.contains(old), main);
        terraform.write("main.tf", main.replace(old, edit));
        return plan();
    }

    private static List<String> changes(Comparison comparison) {
        return RoutingChanges.of(comparison).stream()
                .map(change -> change.listener() + ": " + change.requests() + " -> " + change.outcomeAfter()
                        + (change.isCertain() ? "" : ", cannot tell"))
                .toList();
    }

    private static Route route(Comparison comparison, String url) {
        try {
            return new Router(comparison.after(), null).route(Request.of(url));
        } catch (Unroutable e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @Test
    void of_a_first_plan_a_key_leads_to_its_resource_and_what_a_key_in_a_value_means_cannot_be_told() {
        assertEquals(
                List.of(
                        HTTP + " or " + HTTPS + ": path_pattern /synchrony or /synchrony/* and a listener known after"
                                + " apply -> (target group known after apply), cannot tell",
                        HTTP + ": all requests -> redirect to HTTPS://#{host}:443/#{path}?#{query} (301)",
                        HTTPS + ": path_pattern /admin/* -> forward to " + SYNCHRONY,
                        HTTPS + ": all requests that no rule takes -> (target group known after apply), cannot tell"),
                changes(first));
    }

    @Test
    void a_target_that_is_put_into_a_modules_group_is_in_it() {
        List<Target> targets =
                first.after().targetGroup(CONFLUENCE).orElseThrow().targets();
        assertEquals(
                List.of("i-0a1b2c3d4e5f60732", "i-0a1b2c3d4e5f60731:8090"),
                targets.stream().map(Target::toString).toList());
    }

    @Test
    void a_rule_that_may_be_on_a_listener_is_not_passed_over() {
        Route synchrony = route(first, "https://wiki.example.com/synchrony/v1");
        assertEquals("unknown", synchrony.ending().kind(), () -> RouteText.of(synchrony));
        assertTrue(RouteText.of(synchrony).contains("whether " + RULE + " applies"), () -> RouteText.of(synchrony));
        Route admin = route(first, "https://wiki.example.com/admin/");
        assertEquals("forward", admin.ending().kind(), () -> RouteText.of(admin));
    }

    @Test
    void once_it_stands_all_is_known() {
        Comparison moved = edited(
                "forward = { target_group_key = \"synchrony\" } }",
                "forward = { target_group_key = \"confluence\" } }");
        assertEquals(
                List.of(HTTPS + ": path_pattern /synchrony or /synchrony/* -> forward to " + CONFLUENCE),
                changes(moved));
    }

    @Test
    void a_replacement_leaves_open_where_rules_come_to_stand_and_says_so_of_each() {
        Comparison renamed = edited("name    = \"wiki\"", "name    = \"wiki2\"");
        String perhaps = ": path_pattern /synchrony or /synchrony/* and a listener known after apply"
                + " -> (target group known after apply), cannot tell";
        assertEquals(
                List.of(
                        HTTP + perhaps,
                        HTTPS + ": all requests that no rule takes -> (target group known after apply), cannot tell",
                        HTTPS + perhaps),
                changes(renamed));
    }
}
