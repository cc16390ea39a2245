package dev.alb.serverxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read safely, in every encoding of XML, or refused in one sentence. */
class UnreadableServerXmlTest {
    private static final String BODY = "<Server><Service><Connector port=\"8090\"/></Service></Server>";

    private static String refused(byte[] file) {
        UnreadableServerXml refusal = assertThrows(UnreadableServerXml.class, () -> ServerXml.of(file));
        return refusal.place() + " " + refusal.getMessage();
    }

    private static String refused(String file) {
        return refused(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_entity_that_names_a_file_is_refused_and_the_file_not_read(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hush");
        String told = refused(
                "<!DOCTYPE Server [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<Server a=\"1\">&x;</Server>");
        assertTrue(told.contains("must have no document type, got a DOCTYPE"), told);
        assertTrue(!told.contains("hush"), told);
    }

    @Test
    void nothing_is_asked_of_the_network() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (String file : new String[] {
                "<!DOCTYPE Server SYSTEM \"" + url + "a.dtd\">" + BODY,
                "<!DOCTYPE Server PUBLIC \"-//A//B\" \"" + url + "a.dtd\">" + BODY,
                "<!DOCTYPE Server [<!ENTITY % p SYSTEM \"" + url + "p\"> %p;]>" + BODY,
                "<!DOCTYPE Server [<!ENTITY x SYSTEM \"" + url + "x\">]><Server>&x;</Server>"
            }) {
                String told = refused(file);
                assertTrue(told.contains("must have no document type"), told);
            }
            assertThrows(SocketTimeoutException.class, server::accept, "somebody asked");
        }
    }

    @Test
    void entities_that_grow_are_refused_before_they_do() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE Server [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"");
            laughs.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        String told = refused(laughs + "]><Server name=\"&l29;\">&l29;</Server>");
        assertTrue(told.contains("must have no document type"), told);
    }

    @Test
    void an_entity_that_is_declared_nowhere_is_refused() {
        String told = refused("<Server name=\"&host;\"/>");
        assertTrue(told.contains("must be well-formed XML, got: "), told);
    }

    @Test
    void damage_is_told_with_its_place() {
        String told = refused("<Server>\n  <Service>\n  </Servic>\n</Server>");
        assertTrue(told.startsWith(":3:"), told);
        assertTrue(told.contains(" must be well-formed XML, got: "), told);
        assertEquals(1, told.lines().count(), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "<Server",
                "<Server>",
                "<Server a='1' a='2'/>",
                "<Server a=1/>",
                "<Server><!-- -- --></Server>",
                "<Server/><Server/>",
                "text",
                "<Server a='<'/>",
                "<Server>]]></Server>",
                "{}",
                "<a:Server",
                "<Server>&#0;</Server>"
            })
    void what_is_no_xml_is_refused(String file) {
        String told = refused(file);
        assertTrue(told.contains("must be well-formed XML, got: "), told);
    }

    @Test
    void another_document_is_refused() {
        assertEquals(" must be a server.xml of Tomcat, with Server as its root, got web-app", refused("<web-app/>"));
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        String padding = " ".repeat(ServerXml.LARGEST - BODY.length());
        assertEquals(" must have at most 1048576 bytes, got more", refused(BODY + padding + " "));
        assertEquals(1, connectors((BODY + padding).getBytes(StandardCharsets.UTF_8)));
    }

    private static int connectors(byte[] file) {
        try {
            ServerXml read = ServerXml.of(file);
            // What nothing is changed in comes back as it was, byte order mark included.
            assertArrayEquals(file, read.mended(List.of()));
            return read.below("Connector", "Server", "Service").size();
        } catch (UnreadableServerXml e) {
            throw new AssertionError(e.place() + " " + e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "US-ASCII", "IBM850"})
    void a_declared_encoding_is_obeyed(String encoding) {
        String name = encoding.equals("US-ASCII") ? "Aerger" : "Ärger";
        String file = "<?xml version='1.0' encoding='" + encoding + "'?><!-- " + name + " -->" + BODY;
        assertEquals(1, connectors(file.getBytes(Charset.forName(encoding))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void both_kinds_of_utf_16_can_be_read(String encoding) {
        Charset charset = Charset.forName(encoding);
        String file = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!-- Ärger \uD83D\uDE00 -->" + BODY;
        assertEquals(1, connectors(("\uFEFF" + file).getBytes(charset)));
        assertEquals(1, connectors(file.replace("UTF-16", encoding).getBytes(charset)));
    }

    @Test
    void a_mark_of_utf_8_stays() {
        assertEquals(1, connectors(("\uFEFF" + BODY).getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                1,
                connectors(("\uFEFF<?xml version='1.0' encoding='UTF-8'?>" + BODY).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_encoding_that_is_none_or_another_one_is_refused() {
        assertEquals(
                ":1:1 must be encoded as it says, got encoding=\"UTF-16\"; save it as UTF-8",
                refused("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + BODY));
        assertEquals(
                ":1:1 must be encoded as it says, got encoding=\"latin99\"; save it as UTF-8",
                refused("<?xml version=\"1.0\" encoding=\"latin99\"?>" + BODY));
        assertEquals(
                " must be text in UTF-8, got bytes that are none",
                refused(("<!-- Ärger -->" + BODY).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void names_with_a_colon_and_namespaces_do_not_matter() {
        String file = "<Server xmlns=\"urn:a\" xmlns:b=\"urn:b\" b:c=\"d\"><b:x/><Service>"
                + "<Connector port = '8090' b:port=\"1\"\n/></Service></Server>";
        assertEquals(1, connectors(file.getBytes(StandardCharsets.UTF_8)));
    }
}
