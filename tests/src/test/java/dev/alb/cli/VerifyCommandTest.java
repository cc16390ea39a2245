package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.verify.FakeAws;
import dev.alb.verify.LoopbackServer;
import dev.alb.verify.TestCertificate;
import dev.alb.verify.Upgrade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code alb verify} takes, tells and ends with; a site on loopback answers. */
class VerifyCommandTest {
    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final Map<String, String> SPECIAL = new ConcurrentHashMap<>();
    private static final String COOKIE = "200 OK\nSet-Cookie: AWSALB=a; Path=/\nX-Confluence-Cluster-Node: node-1";
    private static final String HEALTHY = FakeAws.wrapped(
            "DescribeTargetHealth",
            "<TargetHealthDescriptions><member><Target><Id>i-0a1b2c3d4e5f60731</Id><Port>8090</Port></Target>"
                    + "<TargetHealth><State>healthy</State></TargetHealth></member></TargetHealthDescriptions>");
    private static final String GROUPS = FakeAws.wrapped(
            "DescribeTargetGroups",
            "<TargetGroups><member><TargetGroupArn>arn:aws:elasticloadbalancing:a:1:targetgroup/a/1</TargetGroupArn>"
                    + "</member></TargetGroups>");

    @TempDir
    private static Path folder;

    private static LoopbackServer https;
    private static LoopbackServer http;
    private static FakeAws aws;
    private static Path site;
    private static Path authority;

    @BeforeAll
    static void serve() throws IOException {
        https = LoopbackServer.of(AUTHORITY.forHosts("wiki.example.com").tls(), (input, output, server) -> {
            String head = LoopbackServer.head(input);
            if (head.contains("bayeux-sync1") && !SPECIAL.containsKey("/synchrony/v1/bayeux-sync1")) {
                Upgrade.answer(head, output);
                Upgrade.pong(input, output);
            } else {
                output.write(page(path(head)).getBytes(StandardCharsets.UTF_8));
                output.flush();
            }
        });
        http = LoopbackServer.http(head -> LoopbackServer.answer(
                "301 Moved\nLocation: https://wiki.example.com:" + https.port() + path(head), ""));
        aws = new FakeAws(body -> body.contains("DescribeTargetGroups") ? GROUPS : HEALTHY);
        site = Sites.write(folder.resolve("wiki.yaml"), "");
        authority = Files.writeString(folder.resolve("ca.pem"), AUTHORITY.pem());
        served("sandbox", ProcessHandle.current().pid());
    }

    private static String path(String head) {
        return head.split(" ")[1];
    }

    private static String page(String path) {
        String usual = switch (path) {
            case "/status" -> LoopbackServer.answer("200 OK", "{\"state\":\"RUNNING\"}");
            case "/synchrony/heartbeat" -> LoopbackServer.answer("200 OK", "OK");
            default -> LoopbackServer.answer(COOKIE, "");
        };
        return SPECIAL.getOrDefault(path, usual);
    }

    private static Path served(String sandbox, long pid) throws IOException {
        Path file = folder.resolve(sandbox).resolve("serve/wiki.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"pid": %d, "certificate_authority": "%s", "api": "%s", "load_balancer": "aws_lb.alb", "listeners": [
                  {"port": 80, "protocol": "HTTP", "local_port": %d}, {"port": 443, "protocol": "HTTPS", "local_port": %d}]}
                """.formatted(pid, authority, aws.url(), http.port(), https.port()));
        return folder.resolve(sandbox);
    }

    @AfterAll
    static void stop() {
        https.close();
        http.close();
        aws.close();
    }

    @BeforeEach
    void behave() {
        SPECIAL.clear();
    }

    private static Said verify(Object... arguments) {
        List<String> line = new ArrayList<>(List.of("verify", "-c", site.toString()));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return Said.by(line.toArray(String[]::new));
    }

    private static Said inSandbox(Object... arguments) {
        List<Object> line = new ArrayList<>(
                List.of("--sandbox", "--sandbox-folder", folder.resolve("sandbox"), "--timeout", "30s"));
        line.addAll(List.of(arguments));
        return verify(line.toArray());
    }

    @Test
    void a_site_that_works_is_0_and_each_check_has_a_line() {
        Said said = inSandbox("--long", "1s");
        String out = said.out().replaceAll("valid until \\d{4}-\\d\\d-\\d\\d", "valid until DAY");
        assertEquals("""
                skipped  dns                 In the sandbox no name leads anywhere.
                passed   redirect            http://wiki.example.com/ leads to https://wiki.example.com/, path and query kept.
                passed   tls-versions        TLS 1.2 and 1.3, and not 1.0 and 1.1, as ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09 says.
                passed   certificate         It is for wiki.example.com, trusted, and valid until DAY.
                passed   confluence-targets  The only target is healthy.
                passed   synchrony-targets   The only target is healthy.
                passed   status              https://wiki.example.com/status says RUNNING.
                passed   base-url            https://wiki.example.com/ gives HTTP 200.
                passed   stickiness          6 requests with the cookie reached the same node, node-1.
                passed   heartbeat           https://wiki.example.com/synchrony/heartbeat says OK.
                passed   websocket           wss://wiki.example.com/synchrony/v1/bayeux-sync1 opens.
                passed   websocket-long      wss://wiki.example.com/synchrony/v1/bayeux-sync1 stayed open for 1 s without a word.

                11 passed, 1 skipped.
                """, out, said::toString);
        assertEquals("", said.err());
        assertEquals(0, said.exitCode());
    }

    @Test
    void a_site_that_does_not_is_1_and_says_what_to_do() {
        SPECIAL.put(
                "/synchrony/heartbeat",
                LoopbackServer.answer("404 Not Found\nX-Confluence-Request-Time: 1", "<html>Page Not Found"));
        Said said = inSandbox("--only", "status,heartbeat");
        said.is(1, """
                passed   status     https://wiki.example.com/status says RUNNING.
                FAILED   heartbeat  https://wiki.example.com/synchrony/heartbeat is answered by Confluence (HTTP 404), not by Synchrony: the rule for /synchrony is missing.
                                    > See which rule takes it with: ./alb route https://wiki.example.com/synchrony/heartbeat
                                    > Deploy the site: its rule sends /synchrony and /synchrony/* to Synchrony's target group.

                1 passed, 1 failed.
                """, "");
    }

    @Test
    void programs_get_json_or_junit() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(inSandbox("--only", "status", "--format", "json").out());
        assertEquals("passed", json.path("checks").path(0).path("status").asText(), json::toString);
        assertTrue(json.path("good").asBoolean(), json::toString);
        Said junit = inSandbox("--only", "status", "--format", "junit");
        assertTrue(junit.out().contains("<testcase classname=\"alb.verify.wiki\" name=\"status\"/>"), junit::out);
    }

    @Test
    void waiting_tells_what_it_waits_for() {
        SPECIAL.put("/status", LoopbackServer.answer("503 Starting", "{\"state\":\"STARTING\"}"));
        Said said = inSandbox("--only=status", "--wait=1s");
        assertEquals("alb: after 0 s: 0 of 1 checks are good; not yet: status\n", said.err());
        assertTrue(said.out().contains("says STARTING: Confluence is still starting."), said::out);
        assertEquals(1, said.exitCode());
    }

    @Test
    void another_address_stands_for_the_domain() {
        verify(
                        "--address",
                        "127.0.0.1:" + https.port(),
                        "--ca",
                        authority,
                        "--only",
                        "redirect,status",
                        "--timeout=30s")
                .is(0, """
                        skipped  redirect  --address names the port for HTTPS, and none for HTTP.
                        passed   status    https://wiki.example.com/status says RUNNING.

                        1 passed, 1 skipped.
                        """, "");
        Said strange = verify("--address", "127.0.0.1:" + https.port(), "--only", "certificate", "--timeout=30s");
        assertTrue(
                strange.out().contains("isn't trusted (no authority that is trusted here stands above it)"),
                strange::out);
        assertEquals(1, strange.exitCode());
    }

    @Test
    void nothing_that_serves_is_3() throws IOException {
        Said nothing = verify("--sandbox", "--sandbox-folder", folder.resolve("elsewhere"));
        assertEquals(3, nothing.exitCode(), nothing::toString);
        assertTrue(nothing.err().contains("nothing serves wiki in the sandbox"), nothing::err);
        assertTrue(nothing.err().contains("./alb sandbox serve"), nothing::err);
        Said gone = verify("--sandbox", "--sandbox-folder", served("gone", Long.MAX_VALUE));
        assertEquals(3, gone.exitCode(), gone::toString);
    }

    @Test
    void the_script_for_nodes_is_printed_and_nothing_is_asked() {
        Said said = verify("--node-script");
        assertTrue(said.out().startsWith("#!/bin/sh\n"), said::out);
        assertTrue(said.out().contains("ask 'https://wiki.example.com/synchrony/heartbeat'"), said::out);
        assertEquals(0, said.exitCode(), said::toString);
    }

    @Test
    void wrong_usage_is_2_and_all_of_it_is_told() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pem"), "hello");
        Said said = inSandbox(
                "--only=nothing",
                "--skip=dns,all",
                "--address=lb.example.com",
                "--ca=x",
                "--client-key=" + text,
                "--expiry-days=-1",
                "--websocket-path=ws");
        assertEquals(2, said.exitCode(), said::toString);
        for (String wrong : List.of(
                "--only must name checks (dns, redirect,",
                "got \"nothing\"",
                "got \"all\"",
                "--address makes no sense with --sandbox",
                "--ca makes no sense with --sandbox",
                "--client-certificate and --client-key go together",
                "--client-key must be a file in PEM",
                "--expiry-days must be 0 or more, got -1",
                "--websocket-path must begin with a slash, got \"ws\"")) {
            assertTrue(said.err().contains(wrong), () -> wrong + " in\n" + said.err());
        }
        assertWrong("--sandbox-folder needs --sandbox", verify("--sandbox-folder=x"));
        assertWrong("must be a time like 90s, 10m or 1h, got \"soon\"", verify("--wait=soon"));
        assertWrong("must be like 192.0.2.7", verify("--address=https://x"));
        assertWrong("must be like 192.0.2.7", verify("--address=x:70000"));
        assertWrong("--ca must be a file with certificates in PEM", verify("--ca=" + text, "--only=certificate"));
        assertWrong("without a valid site there is nothing to verify", Said.by("verify", "-c", "nowhere.yaml"));
    }

    private static void assertWrong(String message, Said said) {
        assertEquals(2, said.exitCode(), said::toString);
        assertTrue(said.err().contains(message), said::err);
    }
}
