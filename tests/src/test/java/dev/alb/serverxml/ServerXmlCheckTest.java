package dev.alb.serverxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server.xml has to say for a site, and what is said of one that doesn't. */
class ServerXmlCheckTest {
    /** All that the load balancer needs; the rest is the administrator's business. */
    private static final String FITTING =
            "port=\"8090\" proxyName=\"wiki.example.com\" proxyPort=\"443\" scheme=\"https\" secure=\"true\""
                    + " keepAliveTimeout=\"310000\" maxKeepAliveRequests=\"-1\"";

    private static final String APR = "protocol=\"org.apache.coyote.http11.Http11AprProtocol\"";
    private static final String BLOCKING = "protocol=\"org.apache.coyote.http11.Http11Protocol\"";

    private static String connector(String attributes) {
        return ServerXmlTexts.withConnector(attributes);
    }

    private static String found(String file, SiteNeeds needs) {
        return Needs.shown(Needs.check(file, needs));
    }

    private static String found(String attributes) {
        return found(connector(attributes), Needs.USUAL);
    }

    private static String changed(String from, String to) {
        assertTrue(FITTING.contains(from), from);
        return found(FITTING.replace(from, to));
    }

    static Set<Map.Entry<String, String>> versions() {
        return ServerXmlTexts.BY_VERSION.entrySet();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_shipped_file_lacks_the_proxy_and_fits_once_it_is_mended(Map.Entry<String, String> shipped) {
        byte[] file = shipped.getValue().getBytes(StandardCharsets.UTF_8);
        Set<String> subjects = Needs.check(file, Needs.USUAL, shipped.getKey()).stream()
                .map(Mismatch::subject)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "Connector.proxyName",
                        "Connector.proxyPort",
                        "Connector.scheme",
                        "Connector.secure",
                        "Connector.keepAliveTimeout",
                        "Connector.maxKeepAliveRequests"),
                subjects);
        byte[] mended = Needs.mended(file, Needs.USUAL, shipped.getKey());
        assertEquals("", Needs.shown(Needs.check(mended, Needs.USUAL, shipped.getKey())));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void the_connector_that_is_printed_fits_in_its_place(Map.Entry<String, String> shipped) {
        Tomcat tomcat = ConfluenceVersion.parse(shipped.getKey()).tomcat();
        String printed = String.join("\n", ConnectorXml.lines(Needs.USUAL, tomcat));
        String file = shipped.getValue().replaceFirst("(?s)<Connector port=\"8090\".*?/>", printed);
        assertEquals(
                "", Needs.shown(Needs.check(file.getBytes(StandardCharsets.UTF_8), Needs.USUAL, shipped.getKey())));
    }

    @Test
    void what_fits_is_not_mentioned() {
        assertEquals("", found(FITTING));
        assertEquals("", found(FITTING + " connectionTimeout='1' maxThreads='9' relaxedPathChars='[]|' debug='0'"));
    }

    @Test
    void each_mismatch_is_told_where_it_stands() {
        assertEquals(
                "f:4:28 Connector.proxyName must be \"wiki.example.com\", got \"old.example.com\"",
                changed("wiki.", "old."));
        assertEquals("f:4:57 Connector.proxyPort must be \"443\", got \"8443\"", changed("443", "8443"));
        assertEquals("f:4:73 Connector.scheme must be \"https\", got \"http\"", changed("https", "http"));
        assertEquals("f:4:88 Connector.secure must be \"true\", got \"false\"", changed("true", "false"));
        assertEquals("f:4:5 Connector.secure must be \"true\", got nothing", changed("secure=\"true\"", ""));
    }

    @Test
    void a_fix_says_what_becomes_of_it_otherwise() {
        Mismatch scheme = Needs.check(connector(FITTING.replace("https", "http")), Needs.USUAL)
                .get(0);
        assertEquals(
                "conf/server.xml:4:73 Connector.scheme must be \"https\", got \"http\"\n"
                        + "    Otherwise Confluence redirects to HTTP, and says that its base URL doesn't match.",
                scheme.text("conf/server.xml"));
    }

    @ParameterizedTest
    @CsvSource({"300001", "4000000", "-1", "' 310000 '"})
    void a_connection_may_be_kept_for_longer_than_the_load_balancer_does(String timeout) {
        assertEquals("", changed("310000", timeout));
    }

    @ParameterizedTest
    @CsvSource({"300000", "20000", "0", "soon", "99999999999"})
    void a_connection_must_not_be_closed_before_the_load_balancer_does(String timeout) {
        assertEquals(
                "f:4:102 Connector.keepAliveTimeout must be longer than the load balancer's idle_timeout, 300000 ms, got \""
                        + timeout + "\"",
                changed("310000", timeout));
    }

    @Test
    void without_a_keep_alive_the_connection_timeout_holds() {
        assertEquals("", changed("keepAliveTimeout=", "connectionTimeout="));
        String found =
                "f:4:5 Connector.keepAliveTimeout must be longer than the load balancer's idle_timeout, 300000 ms,"
                        + " got nothing, so that ";
        assertEquals(
                found + "connectionTimeout holds, 20000",
                changed("keepAliveTimeout=\"310000\"", "connectionTimeout=\"20000\""));
        assertEquals(found + "Tomcat's own 60000 holds", changed("keepAliveTimeout=\"310000\"", ""));
    }

    @Test
    void few_requests_for_a_connection_are_a_warning() {
        assertEquals(
                "warning: f:4:5 Connector.maxKeepAliveRequests should be \"-1\", got nothing",
                changed("maxKeepAliveRequests=\"-1\"", ""));
    }

    @Test
    void a_site_with_plain_http_needs_no_scheme_and_must_not_be_secure() {
        SiteNeeds plain = Needs.of("tls: {enabled: false}");
        String fitting = "port=\"8090\" proxyName=\"wiki.example.com\" proxyPort=\"80\" keepAliveTimeout=\"310000\""
                + " maxKeepAliveRequests=\"-1\"";
        assertEquals("", found(connector(fitting), plain));
        assertEquals(
                "f:4:124 Connector.scheme must be \"http\", got \"https\"\n"
                        + "f:4:139 Connector.secure must be \"false\", got \"true\"",
                found(connector(fitting + " scheme=\"https\" secure=\"true\""), plain));
    }

    @Test
    void another_listener_port_is_the_proxy_port() {
        SiteNeeds other = Needs.of("listeners: {https: {port: 8443}}");
        assertEquals("", found(connector(FITTING.replace("443", "8443")), other));
    }

    @Test
    void a_connector_in_a_comment_is_none() {
        String file = "<Server><Service>\n<!-- <Connector port=\"8090\"/> -->\n<Connector port=\"8080\"/>"
                + "<Engine><Host><Context path=\"\" docBase=\"confluence\"/></Host></Engine></Service></Server>";
        Mismatch only = Needs.check(file, Needs.USUAL).get(0);
        assertEquals(
                "f:1:9 Service must have a Connector on port 8090, got port 8080\n"
                        + "    Write the right port as confluence.port in the site file, or add the Connector that alb"
                        + " server-xml prints. The one in line 2 is in a comment.",
                only.text("f"));
        assertTrue(only.edit().isEmpty(), only::toString);
    }

    @Test
    void another_connector_is_left_alone() {
        String two = connector(FITTING).replace("<Connector", "<Connector port=\"8092\" scheme=\"http\"/>\n<Connector");
        assertEquals("", found(two, Needs.USUAL));
        String ajp = connector("port=\"8009\" protocol=\"AJP/1.3\"/><Connector " + FITTING);
        assertEquals("", found(ajp, Needs.USUAL));
    }

    @Test
    void two_connectors_on_one_port_are_told() {
        String two = connector(FITTING + "/><Connector " + FITTING);
        assertTrue(
                found(two, Needs.USUAL).endsWith("Connector.port must be another one in each Connector, got \"8090\""),
                found(two, Needs.USUAL));
        assertEquals("", found(connector(FITTING + " address=\"10.0.0.1\"/><Connector " + FITTING), Needs.USUAL));
    }

    @Test
    void a_value_that_stands_elsewhere_is_a_warning_and_left_alone() {
        String file = connector(FITTING.replace("wiki.example.com", "${host}"));
        assertEquals(
                "warning: f:4:28 Connector.proxyName should be \"wiki.example.com\", got \"${host}\"",
                found(file, Needs.USUAL));
        assertEquals(file, Needs.mended(file, Needs.USUAL));
        assertEquals(
                "warning: f:4:16 Connector.port should be \"8090\", got \"${port}\"",
                changed("port=\"8090\"", "port=\"${port}\""));
    }

    @Test
    void a_connector_for_another_server_is_told() {
        assertEquals(
                "f:4:154 Connector.protocol must be one for HTTP, got \"AJP/1.3\"",
                found(FITTING + " protocol=\"AJP/1.3\""));
    }

    @Test
    void a_protocol_that_the_tomcat_of_a_version_lacks_is_told() {
        assertEquals(Set.of(), lacking(BLOCKING, "6.9"));
        assertEquals(Set.of("Connector.protocol"), lacking(BLOCKING, "6.10"));
        assertEquals(Set.of("Connector.protocol"), lacking(BLOCKING, ""));
        assertEquals(Set.of(), lacking(APR, "9.5"));
        assertEquals(Set.of("Connector.protocol"), lacking(APR, "10.0"));
        assertEquals(Set.of(), lacking("protocol=\"HTTP/1.1\"", "10.0"));
    }

    private static Set<String> lacking(String protocol, String version) {
        byte[] file = connector(FITTING + " " + protocol).getBytes(StandardCharsets.UTF_8);
        return Needs.check(file, Needs.USUAL, version).stream()
                .map(Mismatch::subject)
                .collect(Collectors.toSet());
    }

    @Test
    void tls_has_to_be_where_the_site_file_says() {
        SiteNeeds atTomcat = Needs.of("confluence: {protocol: HTTPS}");
        assertEquals("", found(connector(FITTING + " SSLEnabled=\"true\""), atTomcat));
        assertEquals("f:4:5 Connector.SSLEnabled must be \"true\", got nothing", found(connector(FITTING), atTomcat));
        assertEquals(
                "f:4:154 Connector.SSLEnabled must be left out, got \"true\"", found(FITTING + " SSLEnabled=\"true\""));
    }

    @Test
    void tomcat_10_takes_a_certificate_in_an_element_alone_and_no_password_is_shown() {
        SiteNeeds atTomcat = Needs.of("confluence: {protocol: HTTPS}");
        byte[] file = connector(FITTING + " SSLEnabled=\"true\" keystoreFile=\"a.jks\" keystorePass=\"hush\"")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals("", Needs.shown(Needs.check(file, atTomcat, "9.2")));
        assertEquals(
                "f:4:172 Connector.keystoreFile must stand in an SSLHostConfig, got \"a.jks\"\n"
                        + "f:4:193 Connector.keystorePass must stand in an SSLHostConfig, got a password",
                Needs.shown(Needs.check(file, atTomcat, "10.0")));
    }

    @Test
    void a_connector_for_the_node_alone_is_out_of_reach() {
        assertEquals(
                "f:4:154 Connector.address must be one that the load balancer reaches, got \"127.0.0.1\"",
                found(FITTING + " address=\"127.0.0.1\""));
    }

    @Test
    void the_context_path_is_the_one_of_the_site() {
        SiteNeeds wiki = Needs.of("confluence: {context_path: /wiki}");
        String file = connector(FITTING);
        assertEquals("f:8:18 Context.path must be \"/wiki\", got \"\"", found(file, wiki));
        assertEquals(file.replace("path=\"\" doc", "path=\"/wiki\" doc"), Needs.mended(file, wiki));
        assertEquals("", found(Needs.mended(file, wiki), wiki));
        assertEquals("", found(file.replace("path=\"\" doc", "path=\"/\" doc"), Needs.USUAL));
        assertEquals(
                "f:7:7 Host must have the Context of Confluence, with docBase=\"../confluence\" and path=\"\", got none",
                found(file.replace("../confluence", "../jira"), Needs.USUAL));
    }

    @Test
    void a_folder_that_stands_elsewhere_is_taken_for_the_one_of_confluence() {
        String file = connector(FITTING).replace("../confluence\"", "${home}\"");
        assertEquals("", found(file, Needs.USUAL));
        assertEquals(
                "f:8:18 Context.path must be \"/wiki\", got \"\"",
                found(file, Needs.of("confluence: {context_path: /wiki}")));
    }

    @Test
    void the_internal_proxy_of_synchrony_needs_its_context() {
        SiteNeeds proxy = Needs.of("synchrony: {mode: proxy}");
        String file = connector(FITTING);
        assertEquals("", found(file, proxy));
        assertEquals(
                "f:8:9 Context must have a Context for /synchrony-proxy beside it, got none",
                found(file.replaceFirst("<Context path=\"\\$.*/>", ""), proxy));
    }

    @Test
    void a_value_cannot_steer_a_terminal() {
        assertEquals(
                "f:4:28 Connector.proxyName must be \"wiki.example.com\", got \"a?[31m\"",
                changed("wiki.example.com", "a&#x9b;[31m"));
    }
}
