package dev.alb.securitygroups;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Timeouts;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGroupAttributesTest {
    private static final SecurityGroupAttributes ALB = SecurityGroupAttributes.inVpc("vpc-1", "Load balancer");

    @Test
    void renders_only_what_is_given() {
        assertEquals(Map.of("vpc_id", "vpc-1", "description", "Load balancer"), Attributes.of(ALB));
    }

    @Test
    void renders_the_rest_in_the_names_of_terraform() {
        Map<String, Object> arguments = Attributes.of(ALB.withRevokeRulesOnDelete(true)
                .withTags(Map.of("a", "b"))
                .withTimeouts(new Timeouts(Duration.ofMinutes(5), null, null)));
        assertEquals(true, arguments.get("revoke_rules_on_delete"));
        assertEquals(Map.of("create", "300s"), arguments.get("timeouts"));
        assertEquals(Map.of("a", "b"), arguments.get("tags"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "größe", "a\nb", "a\"b", "<a>", "a|b", "50%"})
    void refuses_characters_that_ec2_refuses(String text) {
        String rest = " must consist of letters without accents, digits, blanks and ._-:/()#,@[]+=&;{}!$*, got \""
                + text + "\"\n  Take the other characters out, quotes and line breaks among them.";
        Refused.with("description" + rest, () -> ALB.withDescription(text));
        Refused.with("name" + rest, () -> ALB.withName(text));
        Refused.with("name_prefix" + rest, () -> ALB.withNamePrefix(text));
    }

    @Test
    void takes_all_characters_that_ec2_takes() {
        assertDoesNotThrow(() -> ALB.withDescription("aZ09 ._-:/()#,@[]+=&;{}!$*"));
    }

    @Test
    void refuses_texts_that_are_too_long_or_empty() {
        String longText = "x".repeat(256);
        String rest = " must have 1 to 255 characters, got ";
        String fix = "\n  Give a text of that length.";
        Refused.with("description" + rest + "\"" + longText + "\" (256)" + fix, () -> ALB.withDescription(longText));
        Refused.with("description" + rest + "\"\" (0)" + fix, () -> ALB.withDescription(""));
        Refused.with("name" + rest + "\"" + longText + "\" (256)" + fix, () -> ALB.withName(longText));
        Refused.with(
                "name_prefix must have 1 to 229 characters, got \"" + "x".repeat(230) + "\" (230)" + fix,
                () -> ALB.withNamePrefix("x".repeat(230)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sg-wiki", "default"})
    void refuses_reserved_names(String name) {
        Refused.with(
                "name must neither begin with sg- nor be default, got \"" + name
                        + "\"\n  Choose another; AWS keeps those for itself.",
                () -> ALB.withName(name));
        assertDoesNotThrow(() -> ALB.withName("my-" + name));
    }

    @Test
    void is_named_after_a_base_unless_it_has_a_name() {
        String name = ALB.namedAfter("wiki").name();
        assertTrue(name.matches("wiki-[0-9a-f]{8}"), name);
        assertNotEquals(name, ALB.withDescription("Other").namedAfter("wiki").name());
        assertEquals("own", ALB.withName("own").namedAfter("wiki").name());
    }

    @Test
    void refuses_a_name_and_a_prefix() {
        Refused.with(
                "name must not be given together with name_prefix, got both\n  Leave out name or name_prefix.",
                () -> ALB.withName("wiki").withNamePrefix("wiki-"));
    }

    @Test
    void refuses_a_timeout_that_terraform_does_not_know_here() {
        Refused.with(
                "timeouts.update must not be given for a security group, got 60\n  Leave it out.",
                () -> ALB.withTimeouts(new Timeouts(null, Duration.ofMinutes(1), null)));
    }

    @Test
    void refuses_more_tags_than_aws_takes() {
        Map<String, String> tags =
                IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "tag" + i, String::valueOf));
        String message = "tags must have at most 50 entries, got 51\n  Leave out some, or split them up.";
        Refused.with(message, () -> ALB.withTags(tags));
        Refused.with(
                message,
                () -> SecurityGroupRuleAttributes.of("sg-1", Peer.securityGroup("sg-2"), Ports.all())
                        .withTags(tags));
    }
}
