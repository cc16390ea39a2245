package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.terraform.NeedsTerraform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code alb route} takes, tells and ends with. */
class RouteCommandTest {
    private static final String STACK = """
            {"resource": {
              "aws_lb": {"alb": {"name": "alb"}},
              "aws_lb_target_group": {"app": {"port": 8090, "protocol": "HTTP"}, "api": {"port": 8091, "protocol": "HTTP"}},
              "aws_lb_target_group_attachment": {
                "app": {"target_group_arn": "${aws_lb_target_group.app.arn}", "target_id": "10.0.0.1"},
                "api": {"target_group_arn": "${aws_lb_target_group.api.arn}", "target_id": "10.0.0.2"}},
              "aws_lb_listener": {
                "http": {"load_balancer_arn": "${aws_lb.alb.arn}", "port": 80, "protocol": "HTTP",
                  "default_action": [{"type": "forward", "target_group_arn": "${aws_lb_target_group.app.arn}"}]},
                "old": {"load_balancer_arn": "${aws_lb.alb.arn}", "port": 8080, "protocol": "HTTP",
                  "default_action": [{"type": "redirect", "redirect": {"port": "80", "status_code": "HTTP_301"}}]}},
              "aws_lb_listener_rule": {"api": {"listener_arn": "${aws_lb_listener.http.arn}", "priority": 10,
                "condition": [{"path_pattern": {"values": ["/api/*"]}}],
                "action": [{"type": "forward", "target_group_arn": "${aws_lb_target_group.api.arn}"}]}}}}
            """;

    private static final String API = """
            http://x.example.com/api/
              Load balancer  aws_lb.alb
              Listener       HTTP 80 (aws_lb_listener.http)
              Rule           aws_lb_listener_rule.api (priority 10): path_pattern /api/*
              Goes to        aws_lb_target_group.api, HTTP on port 8091
                             targets: 10.0.0.2:8091
            """;

    private static final String HCL = """
            provider "aws" { region = "eu-central-1" }
            resource "aws_lb" "alb" {
              name    = "alb"
              subnets = ["subnet-0a1b2c3d4e5f60721", "subnet-0a1b2c3d4e5f60722"]
            }
            resource "aws_lb_target_group" "app" {
              name     = "app"
              port     = 8090
              protocol = "HTTP"
              vpc_id   = "vpc-0a1b2c3d4e5f60718"
            }
            resource "aws_lb_target_group" "api" {
              name     = "api"
              port     = 8090
              protocol = "HTTP"
              vpc_id   = "vpc-0a1b2c3d4e5f60718"
            }
            resource "aws_lb_listener" "http" {
              load_balancer_arn = aws_lb.alb.arn
              port              = 80
              protocol          = "HTTP"
              default_action {
                type             = "forward"
                target_group_arn = aws_lb_target_group.GROUP.arn
              }
            }
            """;

    @TempDir
    private Path folder;

    private Path stack;

    @BeforeEach
    void writeStack() throws IOException {
        stack = Files.writeString(folder.resolve("cdk.tf.json"), STACK);
    }

    private Said route(Object... arguments) {
        return Said.by(Stream.concat(
                        Stream.of("route", "--in", stack.toString()),
                        Arrays.stream(arguments).map(Object::toString))
                .toArray(String[]::new));
    }

    @Test
    void a_url_is_followed_to_its_targets() {
        route("http://x.example.com/api/").is(0, API, "");
    }

    @Test
    void a_folder_and_standard_input_are_read_too() {
        Said.by("route", "--in", folder.toString(), "http://x.example.com/api/").is(0, API, "");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(STACK.getBytes(StandardCharsets.UTF_8)));
        try {
            Said.by("route", "--in", "-", "http://x.example.com/api/").is(0, API, "");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void a_redirect_is_followed_if_asked_for() {
        Said said = route("--follow", "http://x.example.com:8080/api/");
        assertTrue(said.out().endsWith("\n" + API), said::toString);
    }

    @Test
    void json_has_the_fields_that_are_documented() throws IOException {
        Said said = route("--format", "json", "-H", "X-A: b", "http://x.example.com/other");
        assertEquals(0, said.exitCode(), said::toString);
        JsonNode route = new ObjectMapper().readTree(said.out()).path("routes").path(0);
        assertEquals("default action", route.path("rule").asText(), said::toString);
        assertEquals("forward", route.path("outcome").asText(), said::toString);
        assertEquals("b", route.path("request").path("headers").path("x-a").asText(), said::toString);
        assertEquals(
                "path_pattern /api/*",
                route.path("passed").path(0).path("asks_for").asText(),
                said::toString);
        assertEquals(100, route.path("target_groups").path(0).path("percent").asInt(), said::toString);
        assertEquals(
                "10.0.0.1:8090",
                route.path("target_groups").path(0).path("targets").path(0).asText(),
                said::toString);
    }

    @Test
    void an_expectation_that_is_not_met_is_1() {
        route(
                        "http://x.example.com/api/",
                        "--expect",
                        "target-group=aws_lb_target_group.api",
                        "--expect=outcome=forward")
                .is(0, API, "");
        route("http://x.example.com/api/", "--expect", "target-group=aws_lb_target_group.app")
                .is(
                        1,
                        API,
                        "alb: http://x.example.com/api/: target-group must be aws_lb_target_group.app,"
                                + " got aws_lb_target_group.api\n");
        Said status = route("http://x.example.com/api/", "--expect", "status=200");
        assertEquals(
                "alb: http://x.example.com/api/: status must be 200, got none, as it ends with aws_lb_target_group.api\n",
                status.err());
    }

    @Test
    void a_table_is_checked_as_a_whole_and_each_failure_has_its_line() throws IOException {
        Path table = Files.writeString(folder.resolve("routes.yaml"), """
                - url: http://x.example.com/api/
                  expect: {rule: aws_lb_listener_rule.api}
                - url: http://x.example.com/
                  method: POST
                  headers: {X-Beta: "yes"}
                  expect:
                    target_group: aws_lb_target_group.api
                - url: http://x.example.com:8080/api/
                  follow: true
                  expect: {target_group: aws_lb_target_group.api}
                - url: http://x.example.com:8080/api/
                  expect: {status: 302, location: http://x.example.com/api/}
                """);
        route("--expectations", table)
                .is(
                        1,
                        "4 requests in the table; 2 not as expected.\n",
                        "alb: " + table
                                + ":3:3: POST http://x.example.com/, x-beta: yes: target-group must be"
                                + " aws_lb_target_group.api, got aws_lb_target_group.app\n"
                                + "alb: " + table
                                + ":11:3: http://x.example.com:8080/api/: status must be 302, got 301\n");
    }

    @Test
    void a_table_that_is_missing_or_empty_says_what_it_is_for() throws IOException {
        Path missing = folder.resolve("no.yaml");
        route("--expectations", missing.toString())
                .is(
                        2,
                        "",
                        "alb: " + missing + ": must exist, got no such file\n"
                                + "    --expectations names a table of requests; is the name right?\n");
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "# nothing\n");
        Said said = route("--expectations", empty.toString());
        assertEquals(2, said.exitCode(), said::toString);
        assertTrue(
                said.err().startsWith("alb: " + empty + ": must be a list of requests, got an empty file\n    Write "),
                said::toString);
    }

    @Test
    void a_wrong_table_is_2_and_all_of_it_is_told() throws IOException {
        Path table = Files.writeString(folder.resolve("routes.yaml"), """
                - url: ftp://x.example.com/
                  expect: {rule: a}
                - url: http://x.example.com/
                  source_ip: nowhere
                  expect: {group: a}
                - adress: x
                """);
        Said said = route("--expectations", table);
        assertEquals(2, said.exitCode(), said::toString);
        assertEquals("", said.out());
        for (String wrong : new String[] {
            ":1:8 [0].url ",
            "got \"ftp://x.example.com/\"",
            "got \"nowhere\"",
            "got \"group\"",
            "got \"adress\"",
            "be a mapping of what is"
        }) {
            assertTrue(said.err().contains(wrong), () -> wrong + " in\n" + said.err());
        }
    }

    @Test
    void wrong_usage_is_2() {
        assertWrong("say which URL", route());
        assertWrong("url must be like https://wiki.example.com/path, got \"x\"", route("x"));
        assertWrong("headers must be like 'Name: value', got \"a\"", route("http://x.example.com", "-H", "a"));
        assertWrong("headers must leave the host to the URL", route("http://x.example.com", "-H", "Host: a"));
        assertWrong("source ip must be an address", route("http://x.example.com", "--source-ip", "10.0.0.0/8"));
        assertWrong("--expect must be one of target-group", route("http://x.example.com", "--expect", "a=b"));
        assertWrong("--load-balancer must name one of aws_lb.alb", route("http://x.example.com", "--load-balancer=b"));
        assertWrong("--before needs a plan", route("http://x.example.com", "--before"));
        assertWrong("leave one of them out", route("http://x.example.com", "-c", "confluence.yaml"));
        assertWrong("nowhere.json", Said.by("route", "--in", "nowhere.json", "http://x.example.com"));
    }

    private static void assertWrong(String message, Said said) {
        assertEquals(2, said.exitCode(), said::toString);
        assertTrue(said.err().contains(message), said::err);
    }

    @Test
    void a_site_is_synthesized_and_nothing_is_left_behind() throws IOException {
        Path site = Sites.write(folder.resolve("site/wiki.yaml"), "");
        Said said = Said.by(
                "route", "-c", site.toString(), "https://wiki.example.com/synchrony/v1/ws", "-H", "Upgrade: websocket");
        assertEquals(0, said.exitCode(), said::toString);
        assertTrue(said.out().contains("Goes to        aws_lb_target_group.synchrony"), said::out);
        assertTrue(said.out().contains("is closed (idle_timeout)"), said::out);
        try (Stream<Path> files = Files.list(site.toAbsolutePath().getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    @NeedsTerraform
    void of_a_plan_what_stands_and_what_will_stand_are_two_questions() throws IOException {
        String rule = HCL.replace("GROUP", "api");
        try (Sandbox sandbox = Sandbox.start()) {
            OfflineTerraform terraform = sandbox.terraform(HCL.replace("GROUP", "app"));
            terraform.apply().orThrow();
            terraform.write("main.tf", rule);
            String json = terraform.plan().planJson().toString();
            Path plan = Files.writeString(folder.resolve("plan.json"), json);
            assertGoesTo("app", Said.by("route", "--before", "--in", plan.toString(), "http://x.example.com/"));
            assertGoesTo("api", Said.by("route", "--in", plan.toString(), "http://x.example.com/"));
        }
    }

    private static void assertGoesTo(String group, Said said) {
        assertTrue(said.out().contains("Goes to        aws_lb_target_group." + group + ","), said::toString);
    }
}
