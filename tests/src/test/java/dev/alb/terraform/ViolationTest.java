package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** What is wrong is said at once, for all stacks, before a file is written. */
class ViolationTest {
    private final App app = Testing.app();
    private final TerraformStack network = new TerraformStack(app, "network");
    private final TerraformStack site = new TerraformStack(app, "site");

    /** A check across resources: one that is called a thing twice is wrong. */
    private enum Check implements CrossCheck {
        SIZE,
        COLOR;

        @Override
        public List<Violation> violations(Inventory inventory) {
            return inventory.all(Thing.class).stream()
                    .filter(thing -> thing.arguments().containsKey(name()))
                    .map(this::violation)
                    .toList();
        }

        private Violation violation(Thing thing) {
            Object actual = thing.arguments().get(name());
            Violation violation =
                    Violation.at(thing.address(), name(), "be right", String.valueOf(actual), "Make it right.");
            return actual.equals("odd") ? violation.asWarning() : violation;
        }
    }

    @Test
    void every_error_of_an_app_is_told_before_anything_is_written() throws IOException {
        new Thing(network, "first", Map.of("SIZE", 1), Check.SIZE);
        new Thing(site, "second", Map.of("COLOR", "red"), Check.COLOR);
        RuntimeException refused = assertThrows(RuntimeException.class, app::synth);
        assertTrue(refused.getMessage().contains("""
                the synthesis: 2 violations
                aws_thing.first SIZE must be right, got 1
                  Make it right.
                aws_thing.second COLOR must be right, got red
                  Make it right."""), refused.getMessage());
        try (Stream<Path> files = Files.walk(Path.of(app.getOutdir()))) {
            assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void cdktfs_own_way_to_test_one_stack_is_refused_too() {
        new Thing(network, "first", Map.of("SIZE", 1), Check.SIZE);
        RuntimeException refused = assertThrows(RuntimeException.class, () -> Testing.synth(network));
        assertTrue(refused.getMessage().contains("aws_thing.first SIZE must be right, got 1"), refused.getMessage());
        assertThrows(RuntimeException.class, () -> SynthesizedStack.of(site));
    }

    @Test
    void a_warning_stops_nothing() {
        new Thing(network, "first", Map.of("SIZE", "odd"), Check.SIZE);
        SynthesizedStack.of(network).hasExactly(Thing.TYPE, "first");
        List<Violation> violations = Inventory.of(network).violations();
        assertEquals(1, violations.size());
        assertFalse(violations.get(0).isError());
    }

    @Test
    void a_resource_that_comes_later_is_checked_too() {
        new Thing(network, "first", Map.of(), Check.SIZE);
        SynthesizedStack.of(network);
        new Thing(network, "second", Map.of("SIZE", 2), Check.SIZE);
        assertThrows(RuntimeException.class, () -> SynthesizedStack.of(network));
    }

    @Test
    void two_resources_of_one_address_are_refused() {
        new Thing(network, "wi.ki", Map.of());
        new Thing(network, "wiki", Map.of());
        new Thing(site, "wiki", Map.of());
        assertEquals("""
                aws_thing.wiki must be the address of one resource, got two resources
                  Give one of the two another id.""", onlyViolation().toString());
    }

    @Test
    void an_address_may_be_used_again_by_another_stack_type_or_construct() {
        new Thing(network, "wiki", Map.of());
        new Thing(new Construct(network, "team"), "wiki", Map.of());
        new Thing(site, "wiki", Map.of());
        assertEquals(List.of(), Inventory.of(network).violations());
    }

    @Test
    void an_address_clashes_after_a_renaming_too() {
        new Thing(network, "one", Map.of());
        new Thing(network, "other", Map.of()).overrideLogicalId("one");
        assertEquals("aws_thing.one", onlyViolation().address());
    }

    @Test
    void one_input_tells_all_its_violations() {
        InvalidInput invalid = assertThrows(
                InvalidInput.class,
                () -> Checks.of("thing")
                        .between("size", 5, 1, 3)
                        .present("name", null, "Name it.")
                        .length("title", "abc", 0, 2)
                        .done());
        assertEquals("""
                thing: 3 violations
                size must be between 1 and 3, got 5
                  Choose a number from 1 to 3.
                name must be given, got nothing
                  Name it.
                title must have at most 2 characters, got "abc" (3)
                  Give a text of that length.""", invalid.getMessage());
        assertEquals(
                List.of("size", "name", "title"),
                invalid.violations().stream().map(Violation::path).toList());
    }

    @Test
    void one_violation_is_counted_in_the_singular() {
        InvalidInput invalid = new InvalidInput("thing", List.of(Violation.of("", "be", "none", "Be.")));
        assertEquals("thing: 1 violation\nIt must be, got none\n  Be.", invalid.getMessage());
    }

    @Test
    void a_violation_moves_below_a_parent() {
        Violation violation = Violation.of("interval", "be", "none", "Be.");
        assertEquals("health_check.interval", violation.below("health_check").path());
        assertEquals(
                "action[0]",
                Violation.of("[0]", "be", "none", "Be.").below("action").path());
        assertEquals("interval", violation.below("").path());
        assertEquals(
                "action", Violation.of("", "be", "none", "Be.").below("action").path());
    }

    private Violation onlyViolation() {
        List<Violation> violations = Inventory.of(network).violations();
        assertEquals(1, violations.size(), violations::toString);
        return violations.get(0);
    }
}
