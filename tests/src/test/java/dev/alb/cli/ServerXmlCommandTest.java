package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.readme.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code alb server-xml} prints, checks and mends, and what it ends with. */
class ServerXmlCommandTest {
    private static final String FITTING = """
            <Server port="8000">
              <Service name="Tomcat-Standalone">
                <Connector port="8090" proxyName="wiki.example.com" proxyPort="443" scheme="https" secure="true"
                           keepAliveTimeout="310000" maxKeepAliveRequests="-1"/>
                <Engine><Host><Context path="" docBase="../confluence"/></Host></Engine>
              </Service>
            </Server>
            """;

    private static final String WRONG = FITTING.replace("wiki.", "old.");
    private static final String FINDING =
            ":3:28 Connector.proxyName must be \"wiki.example.com\", got \"old.example.com\"\n"
                    + "    Write the host alone: Confluence makes its links and redirects of it.\n";

    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void writeSite() throws IOException {
        site = Sites.write(folder.resolve("site.yaml"), "");
    }

    private Said serverXml(Object... arguments) {
        return Said.by(Stream.concat(
                        Stream.of("server-xml", "-c", site.toString()),
                        Stream.of(arguments).map(Object::toString))
                .toArray(String[]::new));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve("conf")).resolve("server.xml"), content);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("conf").toRealPath())) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_readme_shows_what_is_printed_for_the_committed_site() {
        Said said = Said.by("server-xml", "-c", "../confluence.yaml");
        assertEquals(0, said.exitCode(), said::toString);
        assertTrue(said.out().contains(Readme.only("connector").indent(2)), said::out);
    }

    @Test
    void the_idle_timeout_of_the_site_counts() throws IOException {
        site = Sites.write(folder.resolve("long.yaml"), "load_balancer: {idle_timeout: 10m}");
        assertTrue(
                serverXml().out().contains("keepAliveTimeout=\"610000\""),
                () -> serverXml().out());
        serverXml("--idle-timeout", "90")
                .is(
                        2,
                        "",
                        "alb: --idle-timeout is for a load balancer that belongs to somebody else; write"
                                + " load_balancer.idle_timeout in " + site + "\n");
    }

    @Test
    void of_a_load_balancer_that_belongs_to_somebody_else_the_idle_timeout_is_told() throws IOException {
        site = Sites.write(folder.resolve("shared.yaml"), """
                subnets: -
                tls: -
                existing:
                  listener_arn: arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2
                security_groups: {load_balancer: [sg-0a1b2c3d4e5f60743]}
                """);
        Said assumed = serverXml();
        assertTrue(assumed.out().contains("keepAliveTimeout=\"70000\""), assumed::toString);
        assertTrue(assumed.out().contains("The listener belongs to somebody else"), assumed::toString);
        Said given = serverXml("--idle-timeout", "4000");
        assertTrue(given.out().contains("keepAliveTimeout=\"4010000\""), given::toString);
        assertFalse(given.out().contains("belongs to somebody else"), given::toString);
    }

    @Test
    void a_file_that_fits_is_0() throws IOException {
        Path file = file(FITTING);
        serverXml("--check", file).is(0, file + " fits https://wiki.example.com.\n", "");
        serverXml("--check", file, "--write").is(0, file + " fits https://wiki.example.com.\n", "");
        assertEquals(List.of("server.xml"), names());
    }

    @Test
    void a_file_that_does_not_fit_is_1_and_stays_as_it_is() throws IOException {
        Path file = file(WRONG);
        serverXml("--check", file).is(1, file + FINDING + file + ": 1 finding, of which --write mends 1.\n", "");
        assertEquals(WRONG, Files.readString(file));
        assertEquals(List.of("server.xml"), names());
    }

    @Test
    void a_warning_alone_is_0() throws IOException {
        Path file = file(FITTING.replace("maxKeepAliveRequests=\"-1\"", ""));
        Said said = serverXml("--check", file);
        assertEquals(0, said.exitCode(), said::toString);
        assertTrue(said.out().startsWith("warning: " + file + ":3:5 Connector.maxKeepAliveRequests"), said::out);
    }

    @Test
    void what_is_mended_is_told_and_each_old_file_is_kept() throws IOException {
        Path file = file(WRONG);
        Path real = file.toRealPath();
        serverXml("--check", file, "--write")
                .is(
                        0,
                        "mended: " + file + FINDING + file + ": 1 mended, 0 left. The old file is " + real
                                + ".orig. Restart Confluence on this node.\n",
                        "");
        assertEquals(FITTING, Files.readString(file));
        serverXml("--check", file).is(0, file + " fits https://wiki.example.com.\n", "");
        file(WRONG.replace("old.", "other."));
        assertTrue(serverXml("--check", file, "--write").out().contains(real + ".orig.2."));
        assertEquals(List.of("server.xml", "server.xml.orig", "server.xml.orig.2"), names());
        assertEquals(WRONG, Files.readString(Path.of(real + ".orig")));
        assertEquals(WRONG.replace("old.", "other."), Files.readString(Path.of(real + ".orig.2")));
    }

    @Test
    void what_nobody_can_mend_for_you_is_still_1() throws IOException {
        Path file = file(WRONG.replace("port=\"8090\"", "address=\"127.0.0.1\" port=\"8090\""));
        Said said = serverXml("--check", file, "--write");
        assertEquals(1, said.exitCode(), said::toString);
        assertTrue(said.out().contains("1 mended, 1 left"), said::out);
    }

    @Test
    void permissions_stay_and_a_link_stays_a_link() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = file(WRONG);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("linked.xml"), file);
        serverXml("--check", link, "--write");
        assertTrue(Files.isSymbolicLink(link), "a link");
        assertEquals(FITTING, Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                "rw-r-----",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling("server.xml.orig"))));
    }

    @Test
    void a_file_that_must_not_be_written_is_told_in_one_line() throws IOException {
        Path file = file(WRONG);
        assumeTrue(file.toFile().setReadOnly());
        assumeFalse(Files.isWritable(file), "root may write everything");
        serverXml("--check", file, "--write")
                .is(2, "", "alb: " + file + " cannot be written: no permission for " + file.toRealPath() + "\n");
        assertEquals(List.of("server.xml"), names());
    }

    @Test
    void a_file_that_is_none_is_2_and_one_line() throws IOException {
        Path file = file("<Server>\n<Service>\n");
        Said said = serverXml("--check", file);
        assertEquals(2, said.exitCode(), said::toString);
        assertEquals("", said.out());
        assertTrue(said.err().startsWith("alb: " + file + ":3:1: must be well-formed XML, got: "), said::err);
        assertEquals(1, said.err().lines().count(), said::err);
        Path missing = folder.resolve("no.xml");
        serverXml("--check", missing).is(2, "", "alb: " + missing + ": must exist, got no such file\n");
        serverXml("--check", folder).is(2, "", "alb: " + folder + ": must be a file, got a folder\n");
    }

    @Test
    void a_setenv_file_is_checked_too_and_nothing_is_mended_if_it_cannot_be_read() throws IOException {
        Path file = file(WRONG);
        Path setenv = folder.resolve("setenv.sh");
        serverXml("--check", file, "--write", "--setenv", setenv)
                .is(2, "", "alb: " + setenv + ": must exist, got no such file\n");
        assertEquals(WRONG, Files.readString(file));
        Files.writeString(setenv, "CATALINA_OPTS=\"-Dsynchrony.port=8099 ${CATALINA_OPTS}\"\n");
        serverXml("--setenv", setenv)
                .is(
                        1,
                        setenv + ":1:16 -Dsynchrony.port must be 8091, got 8099\n"
                                + "    The load balancer sends Synchrony's requests to this port.\n"
                                + setenv + ": 1 finding.\n",
                        "");
    }

    @Test
    void json_has_the_fields_that_are_documented() throws IOException {
        Path file = file(WRONG);
        Said said = serverXml("--check", file, "--write", "--format", "json");
        assertEquals(0, said.exitCode(), said::toString);
        JsonNode checked = new ObjectMapper().readTree(said.out()).path("files").path(0);
        assertEquals(file.toString(), checked.path("file").asText(), said::out);
        assertEquals(file.toRealPath() + ".orig", checked.path("backup").asText(), said::out);
        JsonNode finding = checked.path("findings").path(0);
        assertEquals(3, finding.path("line").asInt(), said::out);
        assertEquals(28, finding.path("column").asInt(), said::out);
        assertEquals("error", finding.path("severity").asText(), said::out);
        assertEquals("Connector.proxyName", finding.path("subject").asText(), said::out);
        assertEquals("be \"wiki.example.com\"", finding.path("must").asText(), said::out);
        assertEquals("\"old.example.com\"", finding.path("actual").asText(), said::out);
        assertTrue(finding.path("fix").asText().startsWith("Write the host alone"), said::out);
        assertTrue(finding.path("mendable").asBoolean(), said::out);
        assertTrue(finding.path("mended").asBoolean(), said::out);
    }

    @Test
    void wrong_usage_is_2() throws IOException {
        assertWrong("--write needs --check", serverXml("--write"));
        assertWrong("--confluence-version must be 6.0 or newer", serverXml("--confluence-version", "5.9"));
        assertWrong("--idle-timeout must be from 1 to 4000, got 0", serverXml("--idle-timeout", "0"));
        site = Sites.write(folder.resolve("wrong.yaml"), "load_balancer: {idle_timeout: 99h}");
        assertWrong("without a valid site there is nothing to compare with", serverXml());
        assertWrong("wrong.yaml:8:31 load_balancer.idle_timeout must", serverXml());
    }

    private static void assertWrong(String message, Said said) {
        assertEquals(2, said.exitCode(), said::toString);
        assertEquals("", said.out());
        assertTrue(said.err().contains(message), said::err);
    }
}
