package dev.alb.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.sandbox.TerraformRun;
import dev.alb.terraform.NeedsTerraform;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a site: planned, applied, planned again with nothing to do, changed, and destroyed, with nothing left. */
@NeedsTerraform
class SiteLifecycleTest {
    private static final String UNPROTECTED = "load_balancer: {enable_deletion_protection: false}";

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    static Stream<Arguments> sites() {
        return Stream.of(
                Arguments.of("HTTPS with a redirect", SiteText.of(SiteText.WIKI, UNPROTECTED)),
                Arguments.of("HTTPS alone", SiteText.of(SiteText.WIKI, UNPROTECTED, SiteText.HTTPS_ALONE)),
                Arguments.of(
                        "HTTP alone, Synchrony behind Confluence",
                        SiteText.of(SiteText.WIKI, UNPROTECTED, SiteText.HTTP_ALONE, SiteText.PROXY)),
                Arguments.of(
                        "a Synchrony cluster, an auto scaling group",
                        SiteText.of(
                                SiteText.WIKI, UNPROTECTED, SiteText.STANDALONE, "nodes: {auto_scaling_group: wiki}")),
                Arguments.of(
                        "an internal site on addresses",
                        SiteText.of(
                                SiteText.WIKI,
                                UNPROTECTED,
                                "nodes: {ips: [10.0.1.15, 10.0.2.15]}",
                                "internal: true",
                                "access: {ipv4: [10.0.0.0/8]}")),
                Arguments.of(
                        "a certificate that is requested",
                        SiteText.of(SiteText.WIKI, UNPROTECTED, "tls: {request: {zone_id: Z0123456789ABCDEFGHIJ}}")),
                Arguments.of("groups of their own", SiteText.of(SiteText.WIKI, UNPROTECTED, SiteText.OWN_GROUPS)),
                Arguments.of(
                        "on a load balancer of others", SiteText.of(SiteText.WIKI, SiteText.ON_EXISTING_LOAD_BALANCER)),
                Arguments.of("on a listener of others", SiteText.of(SiteText.WIKI, SiteText.ON_EXISTING_LISTENER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void a_site_lives_and_leaves_nothing(String shape, String yaml) {
        OfflineTerraform terraform = terraform(yaml);
        accepted(terraform.validate());
        accepted(terraform.apply());
        terraform.plan().isEmpty();

        write(terraform, yaml + "confluence: {target_group: {deregistration_delay: 1m}}\n");
        terraform
                .plan()
                .updatesInPlace("aws_lb_target_group.confluence", "deregistration_delay")
                .changesNothingElse();
        accepted(terraform.apply());
        terraform.plan().isEmpty();

        accepted(terraform.destroy());
        sandbox.holdsNothing();
    }

    @Test
    void a_node_more_is_an_attachment_in_each_group_and_nothing_else() {
        OfflineTerraform terraform = terraform(SiteText.WIKI);
        accepted(terraform.apply());
        write(
                terraform,
                SiteText.of(
                        SiteText.WIKI,
                        "nodes: {instances: [i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60732, " + "i-0a1b2c3d4e5f60733]}"));
        terraform
                .plan()
                .creates(
                        "aws_lb_target_group_attachment.confluence-i-0a1b2c3d4e5f60733",
                        "aws_lb_target_group_attachment.synchrony-i-0a1b2c3d4e5f60733")
                .changesNothingElse();
    }

    @Test
    void a_new_port_makes_a_new_group_before_the_old_one_goes() {
        OfflineTerraform terraform = terraform(SiteText.WIKI);
        accepted(terraform.apply());
        write(terraform, SiteText.WIKI + "confluence: {port: 8080}\n");
        terraform
                .plan()
                .replaces("aws_lb_target_group.confluence", "name", "port")
                .createsBeforeItDestroys("aws_lb_target_group.confluence");
        accepted(terraform.apply());
        terraform.plan().isEmpty();
        assertEquals(2, sandbox.holds("aws_lb_target_group").size());
    }

    @Test
    void a_protected_load_balancer_stays_until_the_protection_is_gone() {
        OfflineTerraform terraform = terraform(SiteText.WIKI);
        accepted(terraform.apply());
        TerraformRun refused = terraform.destroy();
        assertTrue(refused.stderr().contains("OperationNotPermitted"), refused::toString);

        write(terraform, SiteText.of(SiteText.WIKI, UNPROTECTED));
        accepted(terraform.apply());
        accepted(terraform.destroy());
        sandbox.holdsNothing();
    }

    private OfflineTerraform terraform(String yaml) {
        return sandbox.terraform(json(yaml));
    }

    private static void write(OfflineTerraform terraform, String yaml) {
        terraform.write("cdk.tf.json", json(yaml));
    }

    /** The site as it is, with its state in the folder of the test. */
    private static String json(String yaml) {
        ObjectNode json = SynthesizedSite.ofText(yaml).stack().json().deepCopy();
        json.withObject("/terraform/backend/local").put("path", "terraform.tfstate");
        return json.toPrettyString();
    }

    private static void accepted(TerraformRun run) {
        if (!run.succeeded()) {
            throw new AssertionError(run.command() + "\n" + run);
        }
    }
}
