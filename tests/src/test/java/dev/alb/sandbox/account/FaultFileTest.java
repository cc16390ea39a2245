package dev.alb.sandbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file {@code faults.json} says what goes wrong, and each thing goes wrong as often as it says. */
class FaultFileTest {
    @TempDir
    Path folder;

    @Test
    void each_fault_meets_the_calls_that_it_names() throws IOException {
        write("""
                {"faults": [
                  {"operation": "CreateRule", "from_call": 2, "times": 2, "throttle": 3},
                  {"type": "aws_lb", "lose_connection": true},
                  {"object": "wiki", "hang": true}]}""");
        Account account = Account.in(folder);
        assertEquals(Optional.empty(), meet(account, "CreateRule", "aws_lb_listener_rule"));
        assertEquals(throttled(), meet(account, "CreateRule", "aws_lb_listener_rule"));
        assertEquals(throttled(), meet(account, "CreateRule", "aws_lb_listener_rule"));
        assertEquals(Optional.empty(), meet(account, "CreateRule", "aws_lb_listener_rule"));
        assertEquals(Optional.of(new Fault.ConnectionLost()), meet(account, "CreateLoadBalancer", "aws_lb"));
        assertEquals(Optional.of(new Fault.Hanging(Optional.empty())), meet(account, "CreateVpc", "aws_vpc", "wiki"));
    }

    @Test
    void what_was_met_is_remembered_until_the_file_is_another() throws IOException {
        String once = "{\"faults\": [{\"throttle\": 3}]}";
        write(once);
        assertEquals(throttled(), meet(Account.in(folder), "CreateRule", "aws_lb_listener_rule"));
        Account next = Account.in(folder);
        assertEquals(Optional.empty(), meet(next, "CreateRule", "aws_lb_listener_rule"));
        write(once + "\n");
        assertEquals(throttled(), meet(next, "CreateRule", "aws_lb_listener_rule"));
        Files.delete(folder.resolve("faults.json"));
        assertEquals(Optional.empty(), meet(next, "CreateRule", "aws_lb_listener_rule"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        write("""
                {"faults": [
                  {"throttle": 0, "operatoin": "CreateRule"},
                  {"operation": "CreateRule"},
                  {"hang": true, "throttle": 1},
                  {"fail": {"code": "X"}, "times": "often"}]}""");
        String file = folder.resolve("faults.json").toString();
        String fix = "\n    Correct the file, or delete it: then nothing goes wrong.";
        assertEquals(
                file + " faults[0].operatoin must be a known key, got \"operatoin\"\n    Did you mean operation?\n"
                        + file
                        + " faults[0].throttle must be a whole number, 1 or more, got 0" + fix + "\n" + file
                        + " faults[1] must have one of fail, hang, hang_seconds, lose_connection and throttle, got none"
                        + fix + "\n" + file
                        + " faults[2] must have one of fail, hang, hang_seconds, lose_connection and throttle, got"
                        + " [hang, throttle]" + fix + "\n" + file
                        + " faults[3].times must be a whole number, 1 or more, got \"often\"" + fix + "\n" + file
                        + " faults[3].fail.message must be a text, got nothing" + fix,
                assertThrows(InvalidAccount.class, () -> meet(Account.in(folder), "CreateRule", "aws_lb_listener_rule"))
                        .getMessage());
    }

    @Test
    void the_files_that_the_readme_shows_are_right() throws IOException {
        Path readme = Path.of("").toAbsolutePath().getParent().resolve("sandbox/README.md");
        Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(readme));
        assertTrue(json.find(), "An account file");
        assertEquals(
                Optional.of("111122223333"),
                AccountFile.parse("README.md", json.group(1)).accountId());
        assertTrue(json.find(), "A file of faults");
        write(json.group(1));
        assertEquals(throttled(), meet(Account.in(folder), "CreateListener", "aws_lb_listener"));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("faults.json"), text);
    }

    private static Optional<Fault.Effect> throttled() {
        return Optional.of(new Fault.Throttled(3));
    }

    private static Optional<Fault.Effect> meet(Account account, String operation, String type, String... names) {
        return account.faults().meet(operation, type, Set.of(names));
    }
}
