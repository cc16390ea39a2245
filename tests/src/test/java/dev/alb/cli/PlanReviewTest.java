package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** How {@code alb plan} ends with a review. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PlanReviewTest {
    /** Saves what it is told to save, and remembers who may read it and where it lies. */
    private static final String PLAN = """
            for argument in "$@"; do
                case $argument in
                    -out=*)
                        echo saved >"${argument#-out=}"
                        dirname "${argument#-out=}" >"$here/folder"
                        ls -ld "$(dirname "${argument#-out=}")" | cut -c1-10 >"$here/rights" ;;
                esac
            done
            """;

    private static final String KEPT =
            "alb: the plan was saved for the review only, and is deleted; -out=FILE keeps it\n";
    private static final String REVIEW = "\nNothing that users would notice: 1 change.\n";

    @TempDir
    private Path folder;

    private Path site;
    private FakeTerraform terraform;

    @BeforeEach
    void prepare() throws IOException {
        site = Sites.write(folder.resolve("wiki.yaml"), "name: wiki");
        terraform = FakeTerraform.in(folder.resolve("tools")).on("plan", PLAN);
        shows(PlanJson.timeout());
    }

    private void shows(String json) throws IOException {
        terraform.on("show", "cat <<'PLAN'\n" + json + "\nPLAN");
    }

    private Said plan(String... more) {
        List<String> all = new ArrayList<>(List.of("plan", "-c", site.toString()));
        all.addAll(List.of("-o", folder.resolve("out").toString()));
        all.addAll(List.of("--terraform", terraform.program().toString()));
        all.addAll(Arrays.asList(more));
        return Said.by(all.toArray(String[]::new));
    }

    @Test
    void the_plan_is_saved_where_nobody_else_can_read_it_and_is_gone_afterwards() throws Exception {
        Said said = plan();
        assertEquals(KEPT, said.err());
        assertTrue(said.out().startsWith(REVIEW), said.out());
        assertEquals(0, said.exitCode());
        String saved = Files.readString(terraform.file("folder")).strip();
        assertEquals(
                List.of(
                        "wiki: [init] [-input=false]",
                        "wiki: [plan] [-out=" + saved + "/deleted-after-the-review]",
                        "wiki: [show] [-json] [-no-color] [" + saved + "/deleted-after-the-review]"),
                terraform.calls());
        assertEquals("drwx------", Files.readString(terraform.file("rights")).strip());
        assertFalse(Files.exists(Path.of(saved)), saved);
    }

    @Test
    void a_plan_that_the_user_saves_is_reviewed_and_stays() throws Exception {
        Path own = folder.resolve("own.plan");
        Said said = plan("-out=" + own);
        assertEquals("", said.err());
        assertTrue(said.out().startsWith(REVIEW), said.out());
        assertTrue(Files.exists(own));
        assertEquals(
                "wiki: [show] [-json] [-no-color] [" + own + "]",
                terraform.calls().get(2));
    }

    @Test
    void it_can_be_left_out() throws Exception {
        plan("--no-review").is(0, "", "");
        assertEquals(List.of("wiki: [init] [-input=false]", "wiki: [plan]"), terraform.calls());
    }

    @Test
    void who_reads_json_gets_the_review_on_standard_error() {
        Said said = plan("-json");
        assertEquals("", said.out());
        assertTrue(said.err().startsWith(REVIEW), said.err());
    }

    @Test
    void a_failure_of_terraform_is_told_and_not_reviewed() throws Exception {
        terraform.on("plan", PLAN + "exit 1");
        plan("--fail-on=low").is(1, "", "");
        assertFalse(
                Files.exists(Path.of(Files.readString(terraform.file("folder")).strip())));
    }

    @Test
    void the_exit_codes_are_those_of_terraform_unless_a_severity_is_reached() throws Exception {
        terraform.on("plan", PLAN + "exit 2");
        assertEquals(2, plan("-detailed-exitcode").exitCode());
        assertEquals(2, plan("-detailed-exitcode", "--fail-on=low").exitCode());
        assertEquals(2, plan().exitCode());
        shows(PlanJson.errored());
        assertEquals(1, plan("-detailed-exitcode", "--fail-on=high").exitCode());
        assertEquals(2, plan("-detailed-exitcode", "--fail-on=critical").exitCode());
        terraform.on("plan", PLAN);
        assertEquals(0, plan().exitCode());
        assertEquals(1, plan("--fail-on=high").exitCode());
    }

    @Test
    void reports_are_written_of_all_sites_together() throws Exception {
        Sites.write(folder.resolve("sites/1.yaml"), "name: a");
        Sites.write(folder.resolve("sites/2.yaml"), "name: b\ntags: {b: c}\nvpc_id: vpc-0a1b2c3d4e5f60719");
        site = folder.resolve("sites");
        Path report = folder.resolve("review.md");
        assertEquals(0, plan("--report", report.toString()).exitCode());
        String text = Files.readString(report);
        assertTrue(text.startsWith("## `a`: Nothing") && text.contains("## `b`: Nothing"), text);
    }

    @Test
    void a_plan_that_can_not_be_reviewed_passes_only_if_nobody_relies_on_it() throws Exception {
        shows("{");
        Said said = plan();
        assertTrue(said.err().startsWith("alb: no review: "), said.err());
        assertEquals(0, said.exitCode());
        assertEquals(1, plan("--fail-on=critical").exitCode());
        terraform.on("show", "echo 'Error: no such plan' >&2; exit 1");
        plan().is(0, "", "alb: no review: terraform show fails\nError: no such plan\n" + KEPT);
        terraform.on("plan", "exit 0");
        plan().is(0, "", "alb: no review: Terraform has saved no plan\n");
    }

    @Test
    void a_backend_that_keeps_plans_itself_is_asked_for_none() throws Exception {
        site = Sites.write(
                folder.resolve("wiki.yaml"),
                "name: wiki\nbackend: {remote: {organization: acme, workspaces: {name: wiki}}}");
        plan().is(0, "", "alb: no review: the backend keeps the plan; review the JSON of it with alb review\n");
        assertEquals(List.of("wiki: [init] [-input=false]", "wiki: [plan]"), terraform.calls());
    }

    @Test
    void a_wrong_option_runs_nothing() throws Exception {
        plan("--report=x.pdf")
                .is(
                        2,
                        "",
                        "alb: --report must name a file that ends with .txt, .md, .html, .json, .sarif, got x.pdf\n");
        assertEquals(1, plan("--report=x.pdf", "-detailed-exitcode").exitCode());
        assertEquals(List.of(), terraform.calls());
    }
}
