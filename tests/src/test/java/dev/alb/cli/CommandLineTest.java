package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.site.schema.SiteSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a shell sees them, as far as they need no Node. */
class CommandLineTest {
    private static final String NO_NODE = "/nowhere";

    @TempDir
    private Path folder;

    @Test
    void shows_help_for_every_command_on_standard_output() throws Exception {
        for (List<String> command : List.of(
                List.of("--help"),
                List.of("init", "--help"),
                List.of("synth", "--help"),
                List.of("schema", "--help"))) {
            Program.Ended ended =
                    Program.in(folder).run(command.toArray(String[]::new)).with(0);
            String usage = "Usage: alb " + (command.size() == 1 ? "" : command.get(0) + " ");
            assertTrue(ended.out().startsWith(usage), ended.out());
            assertEquals("", ended.err());
        }
    }

    @Test
    void shows_its_usage_on_standard_error_when_it_is_called_with_nothing() throws Exception {
        Program.Ended ended = Program.in(folder).run().with(2);
        assertTrue(ended.err().startsWith("Usage: alb [-hV] COMMAND"), ended.err());
        assertEquals("", ended.out());
    }

    @Test
    void proposes_what_a_wrong_command_or_option_was_meant_to_be() throws Exception {
        Program.in(folder).run("synht").refusesWith(2, """
                        alb: Unmatched argument at index 0: 'synht'
                        Did you mean: alb synth?
                        Try: alb --help
                        """);
        Program.in(folder).run("synth", "--ouput=x").refusesWith(2, """
                        alb: Unknown option: '--ouput=x'
                        Possible solutions: --output
                        Try: alb synth --help
                        """);
    }

    @Test
    void prints_the_same_schema_whatever_the_machine_speaks() throws Exception {
        Program.Ended ended = Program.in(folder)
                .withJava("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-1")
                .with("PATH", NO_NODE)
                .run("schema")
                .with(0);
        assertEquals("", ended.err());
        assertArrayEquals(SiteSchema.generate().getBytes(StandardCharsets.UTF_8), ended.bytes());
    }

    @Test
    void writes_the_committed_example_and_never_overwrites_a_file() throws Exception {
        Path file = folder.resolve("confluence.yaml");
        Program.Ended ended = Program.in(folder).run("init").with(0);
        assertEquals(
                "Wrote confluence.yaml. Put in your own ids, then run: alb synth -c confluence.yaml\n", ended.out());
        assertEquals("", ended.err());
        assertEquals(Files.readString(Path.of("../confluence.yaml")), Files.readString(file));
        Files.writeString(file, "mine");
        Program.in(folder).run("init").refusesWith(2, "alb: confluence.yaml is there already; name another with -c");
        assertEquals("mine", Files.readString(file));
        Program.in(folder)
                .run("init", "-c", "no/x.yaml")
                .refusesWith(2, "alb: cannot write no/x.yaml: its folder does not exist");
    }

    @Test
    void tells_everything_that_is_wrong_in_all_files_at_once() throws Exception {
        Sites.write(folder.resolve("a.yaml"), "region: Frankfurt\nvpc_id: wiki");
        Sites.write(folder.resolve("sites/b.yml"), "name: -wiki");
        Sites.write(folder.resolve("sites/.hidden.yaml"), "name: -hidden");
        Files.writeString(folder.resolve("sites/notes.txt"), "no YAML");
        Program.in(folder)
                .run("synth", "-c", "a.yaml", "-c", "sites", "-c", "missing.yaml")
                .refusesWith(2, """
                        a.yaml:2:9 region must be a region of AWS, got "Frankfurt"
                            Write it as in eu-central-1.
                        a.yaml:4:9 vpc_id must be the id of a VPC, got "wiki"
                            Copy it from the AWS console.
                        missing.yaml: must exist, got no such file
                            Run `./alb init` to get one, or name it with -c.
                        sites/b.yml:1:7 name must have at most 24 letters, digits and hyphens, no hyphen at either end, \
                        no internal- in front, got "-wiki"
                            Write it as in "wiki".
                        4 violations; nothing was written.
                        """);
        nothingIsWritten();
    }

    @Test
    void refuses_two_sites_of_one_name() throws Exception {
        Sites.write(folder.resolve("a.yaml"), "domain: a.example.com");
        Sites.write(folder.resolve("b.yaml"), "domain: b.example.com");
        Program.in(folder).run("synth", "-c", "a.yaml", "-c", "b.yaml").refusesWith(2, """
                        b.yaml:1:7 name must be another one in each file of a run, got "wiki", as in a.yaml
                            Each site is a stack of its own. Rename one, or leave one of the files out.
                        1 violation; nothing was written.
                        """);
        nothingIsWritten();
    }

    @Test
    void refuses_a_folder_without_site_files() throws Exception {
        Program.in(folder).run("synth", "-c", ".").refusesWith(2, "alb: no .yaml file in .");
        nothingIsWritten();
    }

    @Test
    void says_in_one_line_that_there_is_no_node() throws Exception {
        Sites.write(folder.resolve("confluence.yaml"), "name: wiki");
        Program.in(folder)
                .with("PATH", NO_NODE)
                .run("synth")
                .refusesWith(3, "alb: Node.js cannot be started; install Node 20 or newer and put it on the PATH");
        nothingIsWritten();
    }

    private void nothingIsWritten() throws IOException {
        assertTrue(Files.notExists(folder.resolve("cdktf.out")));
    }
}
