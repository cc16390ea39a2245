package dev.alb.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.review.Comparison;
import dev.alb.review.checks.Checks;
import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.snapshot.PlanFile;
import dev.alb.snapshot.UnreadableInput;
import dev.alb.terraform.NeedsTerraform;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a review finds in the plans of a site of this project, as its file is edited. */
@NeedsTerraform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteReviewTest {
    private static final String GROUPS = "security_groups: {nodes: sg-0a1b2c3d4e5f60741}";

    private final Sandbox sandbox = Sandbox.start();
    private final OfflineTerraform terraform = standing();

    private OfflineTerraform standing() {
        OfflineTerraform made = sandbox.terraform(json(SiteText.of(SiteText.WIKI, GROUPS)));
        made.apply().orThrow();
        return made;
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    private void assertFinds(String edit, String... lines) {
        terraform.write("cdk.tf.json", json(SiteText.of(SiteText.WIKI, GROUPS, edit)));
        assertEquals(List.of(lines), findings(terraform.plan().planJson().toString()));
    }

    private static List<String> findings(String plan) {
        try {
            byte[] bytes = plan.getBytes(StandardCharsets.UTF_8);
            Comparison comparison = new Comparison(PlanFile.read(new ByteArrayInputStream(bytes), "the plan"));
            return Checks.all().stream()
                    .flatMap(check -> check.findings(comparison).stream())
                    .sorted()
                    .map(finding -> finding.severity() + " " + finding.kind().id() + " " + finding.address())
                    .toList();
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static String json(String yaml) {
        ObjectNode json = SynthesizedSite.ofText(yaml).stack().json().deepCopy();
        json.withObject("/terraform/backend/local").put("path", "terraform.tfstate");
        return json.toPrettyString();
    }

    @Test
    void an_unchanged_site_is_silent() {
        assertFinds("name: wiki");
    }

    @Test
    void a_node_more_is_silent() {
        assertFinds("nodes: {instances: [i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60732, i-0a1b2c3d4e5f60733]}");
    }

    @Test
    void a_node_less_leaves_the_other_one_alone() {
        assertFinds(
                "nodes: {instances: [i-0a1b2c3d4e5f60731]}",
                "high target-removed aws_lb_target_group.confluence",
                "high target-removed aws_lb_target_group.synchrony");
    }

    @Test
    void a_new_port_makes_a_new_group_and_its_targets_have_to_warm_up() {
        assertFinds("confluence: {port: 8080}", "medium target-group-replaced aws_lb_target_group.confluence");
    }

    @Test
    void an_internal_site_is_another_load_balancer() {
        assertFinds(
                "internal: true\naccess: {ipv4: [10.0.0.0/8]}",
                "critical deletion-protection-refuses aws_lb.alb",
                "critical load-balancer-replaced aws_lb.alb",
                "high access-removed aws_lb.alb");
    }

    @Test
    void settings_of_the_load_balancer_are_weighed() {
        assertFinds(
                "load_balancer: {enable_deletion_protection: false, idle_timeout: 30s}",
                "high idle-timeout-cuts-websockets aws_lb.alb",
                "medium deletion-protection-off aws_lb.alb");
    }
}
