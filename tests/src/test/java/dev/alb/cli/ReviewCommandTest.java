package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.review.report.JsonReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code alb review} takes, writes and ends with. */
class ReviewCommandTest {
    private static final String TIMEOUT = """
            Nothing that users would notice: 1 change.

            Other changes
              aws_lb.alb changed: idle_timeout: 60 to 300
            """;
    private static final String ERRORED = """
            Look first: 1 high finding.

            HIGH plan-errored at (the plan)
                Terraform could not finish this plan; it shows a part of what would be done, and can't be
                applied.
                To do: Make the plan succeed, and review that one.
            """;

    @TempDir
    private Path folder;

    private Path timeout;
    private Path errored;

    @BeforeEach
    void writePlans() throws IOException {
        timeout = Files.writeString(folder.resolve("timeout.json"), PlanJson.timeout());
        errored = Files.writeString(folder.resolve("errored.json"), PlanJson.errored());
    }

    private Said review(Object... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "review";
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i].toString();
        }
        return Said.by(all);
    }

    @Test
    void a_plan_is_reviewed_as_text_for_a_terminal() {
        review(timeout).is(0, TIMEOUT, "");
    }

    @Test
    void a_plan_that_does_nothing_is_one_line() throws Exception {
        review(Files.writeString(folder.resolve("nothing.json"), PlanJson.nothing()), "--fail-on=low")
                .is(0, "Nothing changes.\n", "");
    }

    @Test
    void what_a_plan_leaves_for_later_and_what_it_runs_besides_is_told() throws Exception {
        Path newer = Files.writeString(
                folder.resolve("newer.json"), PlanJson.nothing().replaceFirst("\\{", """
                {"complete": false,
                 "deferred_changes": [{"reason": "instance_count_unknown", "resource_change": {"address": "aws_lb.b"}}],
                 "action_invocations": [{"address": "action.aws_lambda_invoke.warm"}],"""));
        review(newer).is(0, """
                Look first: 1 medium finding.

                MEDIUM plan-incomplete at (the plan)
                    After this plan is applied, another one is needed for the rest of the configuration, as
                    Terraform defers aws_lb.b (instance count unknown).
                    To do: Review that one as well; leave out -target and -exclude if they are not needed.

                About this review
                  The apply runs action.aws_lambda_invoke.warm; what that does is not looked into.
                """, "");
    }

    @Test
    void standard_input_is_a_plan_too() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(PlanJson.timeout().getBytes(StandardCharsets.UTF_8)));
        try {
            review("-").is(0, TIMEOUT, "");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void several_plans_have_a_review_each() {
        review(timeout, errored).is(0, timeout + "\n" + TIMEOUT + "\n" + errored + "\n" + ERRORED, "");
    }

    @Test
    void the_exit_code_tells_a_severity_that_is_asked_for() {
        review(errored).is(0, ERRORED, "");
        review(errored, "--fail-on", "critical").is(0, ERRORED, "");
        review(errored, "--fail-on", "high").is(1, ERRORED, "");
        review(errored, "--fail-on", "low").is(1, ERRORED, "");
        assertEquals(1, review(timeout, errored, "--fail-on", "medium").exitCode());
    }

    @Test
    void a_file_is_written_in_the_format_that_its_name_says() throws Exception {
        Path out = folder.resolve("new folder");
        Said said = review(
                errored,
                "--format=markdown",
                "-o",
                out.resolve("x"),
                "--report",
                out.resolve("a.html"),
                "--report",
                out.resolve("a.json"),
                "--report",
                out.resolve("a.SARIF"),
                "--report",
                out.resolve("a.txt"));
        said.is(0, "", "");
        assertTrue(Files.readString(out.resolve("x")).startsWith("## Look first: 1 high finding.\n"));
        assertTrue(Files.readString(out.resolve("a.html")).startsWith("<!DOCTYPE html>"));
        assertTrue(Files.readString(out.resolve("a.json")).contains("\"id\": \"plan-errored\""));
        assertTrue(Files.readString(out.resolve("a.SARIF")).contains("\"ruleId\": \"plan-errored\""));
        assertEquals(ERRORED, Files.readString(out.resolve("a.txt")));
    }

    @Test
    void the_schema_is_printed_without_a_plan() {
        review("--schema").is(0, JsonReport.schema(), "");
    }

    @Test
    void an_accepted_finding_does_not_count_and_is_still_told() throws Exception {
        Path accepted = accepted("""
                - {id: plan-errored, address: "(*)", reason: A test., until: 9999-01-31}
                """);
        review(errored, "--accept", accepted, "--fail-on=low").is(0, """
                Nothing changes; 1 accepted.

                Accepted findings
                  high plan-errored at (the plan), until 9999-01-31: A test.
                """, "");
    }

    @Test
    void an_acceptance_that_has_ended_or_meets_nothing_is_told() throws Exception {
        Path accepted = accepted("""
                - {id: plan-errored, address: "*", reason: A test., until: 2020-01-31}
                - {id: plan-incomplete, address: "*", reason: Another one., until: 9999-01-31}
                """);
        Said said = review(errored, "--accept", accepted, "--fail-on=low");
        assertEquals(1, said.exitCode(), said.out());
        assertTrue(
                said.out()
                        .replaceAll("\\s+", " ")
                        .endsWith(
                                "About this review"
                                        + " The acceptance of plan-errored at * ended on 2020-01-31, so the finding counts again. It was accepted because: A test."
                                        + " The acceptance of plan-incomplete at * meets no finding of this plan; take it out of the file if it is no longer needed. "),
                said.out());
    }

    @Test
    void what_is_wrong_with_the_accepted_findings_is_told_with_its_line_all_at_once() throws Exception {
        Path accepted = accepted("""
                - id: plan-erored
                  address: x
                  reason: A test.
                  until: soon
                - {id: plan-errored, adress: x, until: 2027-01-31}
                """);
        String fix = "    Write {id: dead-rule, address: aws_lb_listener_rule.old, reason: why, until: 2027-01-31}.\n";
        review(errored, "--accept", accepted).is(2, "", """
                alb: %1$s:1:7 [0].id must be the id of a kind of finding, got "plan-erored"
                    A review writes it at each finding, as in load-balancer-replaced.
                %1$s:4:10 [0].until must be a day, got "soon"
                    Write it as in 2027-01-31.
                %1$s:5:3 [1].address must be a text, got nothing
                %2$s%1$s:5:3 [1].reason must be a text, got nothing
                %2$s%1$s:5:22 [1].adress must be id, address, reason or until, got "adress"
                %2$s""".formatted(accepted, fix));
        review(errored, "--accept", accepted("id: x"))
                .is(2, "", "alb: " + accepted + ":1:1: must be a list, got a mapping\n" + fix);
        review(errored, "--accept", folder.resolve("no.yaml"))
                .is(
                        2,
                        "",
                        "alb: " + folder.resolve("no.yaml")
                                + " is no file; --accept names the findings that are accepted\n");
    }

    @Test
    void a_file_of_remarks_accepts_nothing() throws Exception {
        review(timeout, "--accept", accepted("# nothing yet\n\n")).is(0, TIMEOUT, "");
    }

    @Test
    void what_is_no_plan_is_refused_in_words_all_of_it_at_once() throws Exception {
        Path broken = Files.writeString(
                folder.resolve("broken.json"), PlanJson.timeout().substring(0, 200));
        Path newer = Files.writeString(
                folder.resolve("newer.json"), PlanJson.nothing().replace("\"1.2\"", "\"2.0\""));
        Path out = folder.resolve("out.html");
        Said said = review(broken, timeout, newer, "--report", out);
        assertEquals(2, said.exitCode(), said.err());
        assertTrue(said.err().contains("broken.json") && said.err().contains("newer.json"), said.err());
        assertFalse(said.err().contains("Exception"), said.err());
        assertEquals("", said.out());
        assertFalse(Files.exists(out));
    }

    @Test
    void what_it_does_not_understand_is_refused() {
        review().is(2, "", "alb: say which plan to review, as in: alb review plan.json\nTry: alb review --help\n");
        review(timeout, "--report", "review.pdf")
                .is(
                        2,
                        "",
                        "alb: --report must name a file that ends with .txt, .md, .html, .json, .sarif, got review.pdf\n");
        review(timeout, "--limit=10").is(2, "", "alb: --limit must be 2000 or more, got 10\n");
        review(timeout, "--fail-on=blocker").is(2, "", """
                alb: Invalid value for option '--fail-on': it must be one of low, medium, high, critical, got "blocker"
                Try: alb review --help
                """);
        assertEquals(2, review(timeout, "-o", timeout.resolve("below/a.txt")).exitCode());
    }

    private Path accepted(String text) throws IOException {
        return Files.writeString(folder.resolve("accepted.yaml"), text);
    }
}
