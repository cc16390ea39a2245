package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes for continuous integration, with programs on the PATH that write down how they are called. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RecipesTest {
    private static final Path RECIPES = Path.of("../recipes").toAbsolutePath().normalize();
    private static final String CALL = """
            #!/bin/sh
            { printf '%s' "${0##*/}"; printf ' [%s]' "$@"; echo; } >>"$CALLS"
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    /** How the script ended, and what it said. */
    private record Ended(int exitCode, String text) {}

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("review"));
        Files.writeString(folder.resolve("review/review.md"), "## Nothing changes.\n");
        environment.put("CALLS", folder.resolve("calls").toString());
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("ALB", "alb");
        program("alb", "");
    }

    private void program(String name, String more) throws IOException {
        Path file = Files.writeString(folder.resolve("bin").resolve(name), CALL + more + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private Ended script(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", RECIPES.resolve("review.sh").toString()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        List.of("GITHUB_REPOSITORY", "CI_API_V4_URL", "SANDBOX", "FAIL_ON", "STACK")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
        return new Ended(process.exitValue(), Files.readString(said));
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void onGithub(String ids) throws IOException {
        environment.putAll(Map.of("GITHUB_REPOSITORY", "acme/wiki", "PULL_REQUEST", "7"));
        program(
                "gh",
                "case $* in *--paginate*) printf '" + ids + "' ;; *body=@*) cat \"${7#*@}\" >\"$CALLS.body\" ;; esac");
    }

    @Test
    void a_site_is_planned_with_all_reports() throws Exception {
        environment.putAll(Map.of("SANDBOX", "yes", "FAIL_ON", "high", "REVIEW_LINK", "https://ci.example.com/1"));
        assertEquals(new Ended(0, ""), script("plan"));
        assertEquals(
                List.of("alb [plan] [-c] [confluence.yaml] [--limit] [65000] [--report] [review/review.md] [--report]"
                        + " [review/review.html] [--report] [review/review.sarif] [--fail-on] [high] [--link]"
                        + " [https://ci.example.com/1] [--sandbox] [-input=false] [-no-color]"),
                calls());
    }

    @Test
    void its_options_are_those_of_the_application() throws Exception {
        environment.putAll(Map.of("SANDBOX", "yes", "FAIL_ON", "high"));
        script("plan");
        String[] words = Pattern.compile("\\[([^\\]]*)\\]")
                .matcher(calls().get(0))
                .results()
                .map((MatchResult word) -> word.group(1))
                .toArray(String[]::new);
        List<String> unmatched = Main.line(words).parseArgs(words).subcommand().unmatched();
        assertEquals(List.of("-input=false", "-no-color"), unmatched);
    }

    @Test
    void any_stack_is_planned_and_its_plan_is_deleted() throws Exception {
        environment.put("STACK", "infra");
        program("terraform", "[ \"$2\" != show ] || echo '{}'");
        program("alb", "ls -l \"$2\" | cut -c1-10; cat \"$2\"");
        Ended ended = script("plan");
        assertEquals(new Ended(0, "-rw-------\n{}\n"), ended);
        assertTrue(
                calls().get(0).startsWith("terraform [-chdir=infra] [plan] [-input=false] [-no-color] [-out="),
                calls()::toString);
        String plan = calls().get(2).replaceFirst(".*\\[review\\] \\[([^\\]]*)\\].*", "$1");
        assertFalse(Files.exists(Path.of(plan)), plan);
        assertFalse(Files.exists(Path.of(plan).getParent()), plan);
    }

    @Test
    void the_exit_code_of_the_review_is_its_own() throws Exception {
        program("alb", "exit 1");
        assertEquals(1, script("plan").exitCode());
        environment.put("STACK", "infra");
        program("terraform", "");
        assertEquals(1, script("plan").exitCode());
    }

    @Test
    void the_first_review_on_github_is_a_new_comment() throws Exception {
        onGithub("");
        assertEquals(new Ended(0, ""), script("comment"));
        assertTrue(
                calls().get(0).startsWith("gh [api] [--paginate] [repos/acme/wiki/issues/7/comments?per_page=100] "),
                calls()::toString);
        assertTrue(
                calls().get(1).startsWith("gh [api] [--silent] [--method] [POST] [repos/acme/wiki/issues/7/comments] "),
                calls()::toString);
        assertEquals(
                "<!-- alb-review: plan -->\n## Nothing changes.\n", Files.readString(folder.resolve("calls.body")));
    }

    @Test
    void the_next_one_on_github_updates_it() throws Exception {
        onGithub("41\\n42\\n");
        assertEquals(new Ended(0, ""), script("comment"));
        assertEquals(2, calls().size(), calls()::toString);
        assertTrue(
                calls().get(1)
                        .startsWith("gh [api] [--silent] [--method] [PATCH] [repos/acme/wiki/issues/comments/41] "),
                calls()::toString);
    }

    @Test
    void on_gitlab_its_own_note_is_found_on_any_page_and_updated() throws Exception {
        onGitlab();
        assertEquals(new Ended(0, ""), script("comment"));
        assertEquals(4, calls().size(), calls()::toString);
        assertTrue(
                calls().get(3).endsWith("[https://gitlab.example.com/api/v4/projects/5/merge_requests/7/notes/77]"),
                calls()::toString);
        assertTrue(calls().get(3).contains("[--request] [PUT]"), calls()::toString);
        JsonNode body = new ObjectMapper().readTree(folder.resolve("calls.body").toFile());
        assertEquals(
                "<!-- alb-review: plan -->\n## Nothing changes.\n",
                body.path("body").asText());
    }

    @Test
    void on_gitlab_the_note_of_another_review_or_another_user_stays() throws Exception {
        onGitlab();
        environment.put("REVIEW_NAME", "other");
        assertEquals(new Ended(0, ""), script("comment"));
        assertTrue(calls().get(3).contains("[--request] [POST]"), calls()::toString);
        assertTrue(calls().get(3).endsWith("/merge_requests/7/notes]"), calls()::toString);
    }

    @Test
    void the_token_of_gitlab_stands_in_no_command_line() throws Exception {
        onGitlab();
        script("comment");
        assertFalse(calls().toString().contains("s3cret"), calls()::toString);
        assertTrue(Files.readString(folder.resolve("calls.config")).contains("PRIVATE-TOKEN: s3cret"));
    }

    /** A hundred notes of others on the first page, then one of a user who only pretends, and the own one. */
    private void onGitlab() throws IOException {
        boolean hasJq = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, "jq")));
        assumeTrue(hasJq, "jq is on the PATH, as on the machines of GitLab");
        environment.putAll(Map.of(
                "CI_API_V4_URL",
                "https://gitlab.example.com/api/v4",
                "CI_PROJECT_ID",
                "5",
                "CI_MERGE_REQUEST_IID",
                "7",
                "GITLAB_TOKEN",
                "s3cret"));
        String note = "{\"id\": %d, \"author\": {\"id\": %d}, \"body\": \"%s\"}";
        String others = String.join(",", Collections.nCopies(100, note.formatted(1, 2, "Hello")));
        String own = "<!-- alb-review: plan -->\\nold";
        Files.writeString(folder.resolve("page1"), "[" + others + "]");
        Files.writeString(
                folder.resolve("page2"), "[" + note.formatted(76, 2, own) + "," + note.formatted(77, 9, own) + "]");
        program("curl", """
                cat >"$CALLS.config"
                for argument in "$@"; do
                    case $argument in
                        @*) cat "${argument#@}" >"$CALLS.body" ;;
                        */user) echo '{"id": 9}' ;;
                        *page=1) cat '%1$s/page1' ;;
                        *page=2) cat '%1$s/page2' ;;
                    esac
                done""".formatted(folder));
    }

    @Test
    void without_a_token_of_gitlab_there_is_no_comment_and_no_failure() throws Exception {
        environment.putAll(Map.of("CI_API_V4_URL", "https://gitlab.example.com/api/v4", "GITLAB_TOKEN", ""));
        Ended ended = script("comment");
        assertEquals(
                new Ended(
                        0, "review.sh: without GITLAB_TOKEN there is no comment; the review is among the artifacts\n"),
                ended);
    }

    @Test
    void what_is_missing_is_told() throws Exception {
        assertEquals(new Ended(2, "review.sh: say plan or comment\n"), script());
        assertEquals(new Ended(2, "review.sh: there is no no.md to post\n"), script("comment", "no.md"));
        assertEquals(
                new Ended(2, "review.sh: neither GITHUB_REPOSITORY nor CI_API_V4_URL says where to comment\n"),
                script("comment"));
        environment.put("GITHUB_REPOSITORY", "acme/wiki");
        assertEquals(
                new Ended(2, "review.sh: PULL_REQUEST must be the number of the pull request\n"), script("comment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-plan.yml", "github-comment.yml", "gitlab.yml"})
    void a_job_is_yaml_whose_scripts_a_shell_understands(String name) throws Exception {
        String text = Files.readString(RECIPES.resolve(name));
        JsonNode job =
                new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
        List<String> scripts = new ArrayList<>(job.findValuesAsText("run"));
        job.findValues("script").forEach(script -> script.forEach(line -> scripts.add(line.asText())));
        assertFalse(scripts.isEmpty(), text);
        for (String script : scripts) {
            assertFalse(script.contains("${{"), "an expression in a script can be a stranger's: " + script);
            Process shell =
                    new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
            try (var in = shell.getOutputStream()) {
                in.write(script.getBytes(StandardCharsets.UTF_8));
            }
            assertEquals("", new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, shell.waitFor(), script);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-plan.yml", "github-comment.yml"})
    void actions_are_pinned_and_rights_are_given_one_by_one(String name) throws Exception {
        String text = Files.readString(RECIPES.resolve(name));
        List<String> used = text.lines().filter(line -> line.contains("uses:")).toList();
        assertFalse(used.isEmpty());
        used.forEach(line -> assertTrue(line.matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v[0-9.]+"), line));
        assertTrue(text.contains("\npermissions: {}\n"), text);
        assertFalse(text.contains("pull_request_target"), text);
        boolean runsWhatThePullRequestHas = text.contains("\n  pull_request:");
        assertFalse(runsWhatThePullRequestHas && text.matches("(?s).*(contents|pull-requests|issues): write.*"), text);
    }
}
