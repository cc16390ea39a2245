package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How plan, deploy and destroy call Terraform. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class TerraformCommandsTest {
    private static final String PROTECTED = """
            cat <<'STATE'
            {"resources": [
              {"mode": "managed", "type": "aws_lb", "name": "alb",
               "instances": [{"attributes": {"id": "arn:alb", "enable_deletion_protection": true}}]}
            ]}
            STATE""";

    @TempDir
    private Path folder;

    private Path site;
    private FakeTerraform terraform;

    @BeforeEach
    void writeSite() throws IOException {
        site = Sites.write(folder.resolve("wiki.yaml"), "name: wiki");
        terraform = FakeTerraform.in(folder.resolve("tools with spaces"));
    }

    @Test
    void each_initializes_and_then_runs_its_own_command_in_the_folder_of_the_stack() throws Exception {
        Told.by(on(site, "plan", "--no-review")).is(0, "");
        assertEquals(List.of("wiki: [init] [-input=false]", "wiki: [plan]"), terraform.newCalls());
        Told.by(on(site, "deploy")).is(0, "");
        assertEquals(List.of("wiki: [init] [-input=false]", "wiki: [apply]"), terraform.newCalls());
        Told.by(on(site, "deploy", "--yes")).is(0, "");
        assertEquals(List.of("wiki: [init] [-input=false]", "wiki: [apply] [-auto-approve]"), terraform.newCalls());
        Told.by(on(site, "destroy", "--yes")).is(0, "");
        assertEquals(
                List.of("wiki: [init] [-input=false]", "wiki: [state] [pull]", "wiki: [destroy] [-auto-approve]"),
                terraform.newCalls());
        assertTrue(Files.exists(folder.resolve("out/stacks/wiki/cdk.tf.json")));
    }

    @Test
    void sites_come_in_the_order_of_the_files_and_are_destroyed_in_reverse() throws Exception {
        Path sites = twoSites();
        Told.by(on(sites, "plan", "--no-review")).is(0, "alb: a (%1$s/1.yaml)\nalb: b (%1$s/2.yaml)".formatted(sites));
        assertEquals(List.of("a: [plan]", "b: [plan]"), callsOf("plan"));
        Told.by(on(sites, "destroy")).is(0, "alb: b (%1$s/2.yaml)\nalb: a (%1$s/1.yaml)".formatted(sites));
        assertEquals(List.of("b: [destroy]", "a: [destroy]"), callsOf("destroy"));
    }

    @Test
    void the_first_site_that_fails_is_named_and_the_others_stay_as_they_are() throws Exception {
        Path sites = twoSites();
        terraform.on("apply", "exit 1");
        Told.by(on(sites, "deploy", "--yes")).is(1, """
                alb: a (%1$s/1.yaml)
                alb: terraform apply failed for a (%1$s/1.yaml); not run for b
                """.formatted(sites));
        assertEquals(List.of("a: [apply] [-auto-approve]"), callsOf("apply"));
    }

    @Test
    void other_options_are_for_terraform_with_the_paths_that_the_user_means() throws Exception {
        String here = Path.of("").toAbsolutePath().toString();
        Told.by(on(
                        site,
                        "plan",
                        "--no-review",
                        "-target=aws_lb.alb",
                        "-var",
                        "a=b c",
                        "-compact-warnings",
                        "-out=x.plan"))
                .is(0, "");
        assertEquals(
                List.of("wiki: [plan] [-target=aws_lb.alb] [-var] [a=b c] [-compact-warnings] [-out=" + here
                        + "/x.plan]"),
                callsOf("plan"));
        Told.by(on(site, "plan", "--no-review", "-var-file", "my vars.tfvars", "--", "--var=x=$HOME", "*"))
                .is(0, "");
        assertEquals(
                List.of("wiki: [plan] [-var-file] [" + here + "/my vars.tfvars] [--var=x=$HOME] [*]"), callsOf("plan"));
        Told.by(on(
                        site,
                        "plan",
                        "--no-review",
                        "-upgrade",
                        "-no-color",
                        "-backend-config=bucket=b",
                        "-backend-config=b.conf"))
                .is(0, "");
        assertEquals(
                List.of(
                        "wiki: [init] [-input=false] [-upgrade] [-no-color] [-backend-config=bucket=b] [-backend-config="
                                + here + "/b.conf]",
                        "wiki: [plan] [-no-color]"),
                terraform.newCalls());
        Told.by(on(site, "deploy", "pom.xml")).is(0, "");
        assertEquals(List.of("wiki: [apply] [" + here + "/pom.xml]"), callsOf("apply"));
    }

    @Test
    void what_neither_knows_is_refused_before_anything_is_run() throws Exception {
        Told.by(on(site, "deploy", "--sandbx", "--yes")).is(2, """
                alb: Unknown option: '--sandbx'
                Possible solutions: --sandbox, --sandbox-folder
                Try: alb deploy --help
                """);
        Told.by(on(site, "deploy", "-sandbox")).is(2, """
                alb: Unknown option: '-sandbox'
                Possible solutions: --sandbox, --sandbox-folder
                Try: alb deploy --help
                """);
        Told.by(on(site, "plan", "--no-review", "other.yaml"))
                .is(2, "alb: Unmatched argument at index 8: 'other.yaml'\nTry: alb plan --help");
        Told.by(on(site, "plan", "--no-review", "--sandbox-folder=x")).is(2, "alb: --sandbox-folder needs --sandbox");
        Told.by(on(site, "plan", "--no-review", "--account=x")).is(2, "alb: --account needs --sandbox");
        Told.by(on(site, "plan", "--no-review", "--sandbox"))
                .is(2, "alb: --output is for AWS; the sandbox has a folder of its own: --sandbox-folder");
        Told.by(on(twoSites(), "plan", "--no-review", "-out=x"))
                .is(2, "alb: a file for Terraform must belong to one site, got 2 sites; name one of them with -c");
        assertEquals(List.of(), terraform.calls());
    }

    @Test
    void a_wrong_site_runs_nothing() throws Exception {
        Sites.write(site, "region: Frankfurt");
        String wrong = """
                %s:2:9 region must be a region of AWS, got "Frankfurt"
                    Write it as in eu-central-1.
                1 violation; nothing was written.
                """.formatted(site);
        Told.by(on(site, "deploy", "--yes")).is(2, wrong);
        // Terraform's 2 would say that something changes.
        Told.by(on(site, "plan", "--no-review", "-detailed-exitcode")).is(1, wrong);
        assertEquals(List.of(), terraform.calls());
    }

    @Test
    void a_change_that_is_asked_for_is_told_by_the_exit_code_and_stops_nothing() throws Exception {
        Path sites = twoSites();
        terraform.on("plan", "[ \"${PWD##*/}\" != a ] || exit 2");
        assertEquals(
                2,
                Told.by(on(sites, "plan", "--no-review", "-detailed-exitcode")).exitCode());
        assertEquals(List.of("a: [plan] [-detailed-exitcode]", "b: [plan] [-detailed-exitcode]"), callsOf("plan"));
        terraform.on("plan", "[ \"${PWD##*/}\" != a ] || exit 1");
        assertEquals(
                1,
                Told.by(on(sites, "plan", "--no-review", "-detailed-exitcode")).exitCode());
    }

    @Test
    void initializing_says_nothing_but_what_matters() throws Exception {
        terraform.on("init", """
                echo 'Initializing the backend...'
                echo '- Installing hashicorp/aws v6.25.0...'
                printf '╷\\n│ Warning: Old\\n╵\\n'
                """);
        Told.by(on(site, "plan", "--no-review")).is(0, "- Installing hashicorp/aws v6.25.0...\n╷\n│ Warning: Old\n╵\n");
        terraform.newCalls();
        terraform.on("init", "echo 'Initializing the backend...'; echo 'Error: no bucket' >&2; exit 1");
        Told.by(on(site, "plan", "--no-review")).is(1, "Initializing the backend...\nError: no bucket");
        assertEquals(List.of("wiki: [init] [-input=false]"), terraform.calls());
    }

    @Test
    void a_protected_load_balancer_keeps_everything_in_aws() throws Exception {
        terraform.on("state", PROTECTED);
        Told.by(on(site, "destroy", "--yes")).is(1, """
                alb: aws_lb.alb is protected against deletion: AWS would keep it and let everything else go. Nothing was destroyed.
                    Write load_balancer.enable_deletion_protection: false into %s, run alb deploy, then alb destroy again.
                """.formatted(site));
        assertEquals(List.of(), callsOf("destroy"));
        Told.by(on(site, "destroy", "-target=aws_route53_record.domain")).is(0, "");
        assertEquals(List.of("wiki: [destroy] [-target=aws_route53_record.domain]"), callsOf("destroy"));
        terraform.on("state", PROTECTED.replace("true", "false"));
        Told.by(on(site, "destroy")).is(0, "");
        assertEquals(List.of("wiki: [destroy]"), callsOf("destroy"));
    }

    @Test
    void a_terraform_that_is_missing_or_too_old_or_broken_is_told_in_a_line() throws Exception {
        Told.by("plan", "-c", site.toString(), "-o", folder.resolve("out").toString(), "--terraform", "no-such-program")
                .is(3, "alb: no-such-program is missing; it is named by --terraform or TERRAFORM_BINARY_NAME");
        terraform.ofVersion("Terraform v1.4.7\n\nYour version of Terraform is out of date!");
        Told.by(on(site, "plan", "--no-review"))
                .is(
                        3,
                        "alb: Terraform is v1.4.7 at " + terraform.program()
                                + "; install Terraform 1.5 or newer, or OpenTofu");
        terraform.ofVersion("Segmentation fault");
        Told.by(on(site, "plan", "--no-review")).is(3, "alb: Terraform does not start: " + terraform.program());
        assertEquals(List.of(), terraform.calls());
        terraform.ofVersion("OpenTofu v1.6.0\non linux_amd64");
        Told.by(on(site, "plan", "--no-review")).is(0, "");
    }

    private Path twoSites() throws IOException {
        Sites.write(folder.resolve("sites/1.yaml"), "name: a");
        Sites.write(folder.resolve("sites/2.yaml"), "name: b\ntags: {b: c}\nvpc_id: vpc-0a1b2c3d4e5f60719");
        return folder.resolve("sites");
    }

    private String[] on(Path file, String command, String... more) {
        List<String> all = new ArrayList<>(List.of(command, "-c", file.toString()));
        all.addAll(List.of("-o", folder.resolve("out").toString()));
        all.addAll(List.of("--terraform", terraform.program().toString()));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private List<String> callsOf(String command) throws IOException {
        return terraform.newCalls().stream()
                .filter(call -> call.contains(": [" + command + "]"))
                .toList();
    }
}
