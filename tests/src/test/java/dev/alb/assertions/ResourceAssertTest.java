package dev.alb.assertions;

import static dev.alb.assertions.SynthesizedStack.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What can be asserted on one block, and what each failure says. */
class ResourceAssertTest {
    private final ResourceAssert wiki = SynthesizedStack.ofJson("""
            {"resource": {"aws_lb": {"wiki": {
                "//": {"metadata": {"path": "network/wiki"}},
                "idle_timeout": 300,
                "access_logs": [{"bucket": "logs", "enabled": true}],
                "subnet_mapping": [{"subnet_id": "a", "n": 1}, {"subnet_id": "b", "n": 2}],
                "subnets": ["subnet-1", "subnet-2"],
                "tags": {"kubernetes.io/role": "elb", "empty": null}
            }}}}""").resource("aws_lb", "wiki");

    @Test
    void has_a_value_at_a_path() {
        wiki.has("idle_timeout", 300)
                .has("idle_timeout", 300L)
                .has("subnet_mapping.1.subnet_id", "b")
                .has("subnet_mapping[0].subnet_id", "a")
                .has("tags[\"kubernetes.io/role\"]", "elb")
                .has("idle_timeout");
    }

    @Test
    void shows_another_value_and_the_actual_json() {
        assertEquals("""
                aws_lb.wiki: access_logs.bucket: expected "log", got "logs"
                Actual:
                aws_lb.wiki {
                  "idle_timeout" : 300,
                  "access_logs" : [
                    {
                      "bucket" : "logs",
                      "enabled" : true
                    }
                  ],
                  "subnet_mapping" : [
                    {
                      "subnet_id" : "a",
                      "n" : 1
                    },
                    {
                      "subnet_id" : "b",
                      "n" : 2
                    }
                  ],
                  "subnets" : [
                    "subnet-1",
                    "subnet-2"
                  ],
                  "tags" : {
                    "kubernetes.io/role" : "elb",
                    "empty" : null
                  }
                }""", Failure.of(() -> wiki.has("access_logs.bucket", "log")));
    }

    @Test
    void tells_a_number_from_a_text() {
        assertEquals(
                "aws_lb.wiki: idle_timeout: expected \"300\", got 300", failure(() -> wiki.has("idle_timeout", "300")));
    }

    @Test
    void names_what_comes_nearest_to_a_path_that_leads_nowhere() {
        assertEquals("""
                aws_lb.wiki: idle_timout: expected 300, got nothing
                Nearest names: idle_timeout, access_logs, subnets""", failure(() -> wiki.has("idle_timout", 300)));
        assertEquals("""
                aws_lb.wiki: access_logs.buckets expected, got nothing
                Nearest names: bucket, enabled""", failure(() -> wiki.has("access_logs.buckets")));
    }

    @Test
    void one_block_and_a_list_of_one_block_are_the_same() {
        wiki.has("access_logs.bucket", "logs")
                .has("access_logs.0.bucket", "logs")
                .has("tags.0.empty", null)
                .has("{access_logs: {bucket: 'logs'}}")
                .has("{tags: [{'kubernetes.io/role': 'elb'}]}");
    }

    @Test
    void has_partial_content() {
        wiki.has("{idle_timeout: 300, subnets: ['subnet-2'], subnet_mapping: [{subnet_id: 'b'}], name: null}")
                .has("subnets", List.of("subnet-1"))
                .has("tags", Map.of("kubernetes.io/role", "elb"))
                .has("access_logs", json("{enabled: true}"));
    }

    @Test
    void shows_every_difference_of_partial_content() {
        assertEquals("""
                aws_lb.wiki: idle_timeout: expected 60, got 300
                access_logs.0.enabled: expected false, got true
                subnets: expected "subnet-3", got ["subnet-1","subnet-2"]
                tags["kubernetes.io/role"]: expected "nlb", got "elb"
                nme: expected 1, got nothing
                Nearest names: tags, subnets, access_logs""", failure(() -> wiki.has("""
                        {idle_timeout: 60, access_logs: [{enabled: false}], subnets: ["subnet-3"],
                         tags: {"kubernetes.io/role": "nlb"}, nme: 1}""")));
    }

    @Test
    void an_element_has_to_match_as_a_whole() {
        wiki.has("{subnet_mapping: [{subnet_id: 'b', n: 2}]}");
        assertEquals(
                "aws_lb.wiki: subnet_mapping: expected {\"subnet_id\":\"b\",\"n\":1}, got "
                        + "[{\"subnet_id\":\"a\",\"n\":1},{\"subnet_id\":\"b\",\"n\":2}]",
                failure(() -> wiki.has("{subnet_mapping: [{subnet_id: 'b', n: 1}]}")));
    }

    @Test
    void an_empty_list_has_to_be_empty() {
        assertEquals(
                "aws_lb.wiki: subnets: expected [], got [\"subnet-1\",\"subnet-2\"]",
                failure(() -> wiki.has("{subnets: []}")));
    }

    @Test
    void has_exactly_a_value() {
        wiki.hasExactly("subnets", List.of("subnet-1", "subnet-2"))
                .hasExactly("access_logs", json("[{enabled: true, bucket: 'logs'}]"))
                .hasExactly("name", null);
        assertEquals(
                "aws_lb.wiki: subnets: expected [\"subnet-2\",\"subnet-1\"], got [\"subnet-1\",\"subnet-2\"]",
                failure(() -> wiki.hasExactly("subnets", List.of("subnet-2", "subnet-1"))));
        assertEquals(
                "aws_lb.wiki: access_logs.0: expected {\"bucket\":\"logs\"}, got {\"bucket\":\"logs\",\"enabled\":true}",
                failure(() -> wiki.hasExactly("access_logs.0", Map.of("bucket", "logs"))));
        assertEquals(
                "aws_lb.wiki: idle_timeout: expected null, got 300",
                failure(() -> wiki.hasExactly("idle_timeout", null)));
    }

    @Test
    void has_exactly_one_content() {
        ResourceAssert small = SynthesizedStack.ofJson("{resource: {aws_lb: {wiki: {internal: true, '//': {}}}}}")
                .resource("aws_lb", "wiki");
        small.hasExactly("{internal: true}");
        assertEquals("""
                aws_lb.wiki: expected exactly {
                  "name" : "wiki"
                }""", failure(() -> small.hasExactly("{name: 'wiki'}")));
    }

    @Test
    void lacks_what_is_not_there() {
        wiki.lacks("name").lacks("access_logs.prefix").lacks("tags.empty").lacks("//");
        assertEquals(
                "aws_lb.wiki: access_logs.bucket: expected nothing, got \"logs\"",
                failure(() -> wiki.lacks("access_logs.bucket")));
        assertEquals(
                "aws_lb.wiki: idle_timeout: expected null, got 300", failure(() -> wiki.has("idle_timeout", null)));
    }

    @Test
    void refuses_an_expectation_that_is_no_json() {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> wiki.has("{a: }"))
                .getMessage());
        assertTrue(message.startsWith("This is no JSON: ") && message.endsWith("\n{a: }"), message);
    }

    private static String failure(Executable assertion) {
        String message = Failure.of(assertion);
        assertTrue(message.contains("\nActual:\naws_lb.wiki {\n"), message);
        return message.substring(0, message.indexOf("\nActual:"));
    }
}
