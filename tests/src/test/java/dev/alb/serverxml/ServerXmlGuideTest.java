package dev.alb.serverxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed for Confluence's own side of a site. */
class ServerXmlGuideTest {
    private static String text(String changes, String version) {
        ConfluenceVersion confluence = version.isEmpty() ? null : ConfluenceVersion.parse(version);
        return new ServerXmlGuide(Needs.of(changes), confluence, List.of("One more thing.")).text();
    }

    private static void assertHas(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), () -> part + " is not in\n" + text);
        }
    }

    @Test
    void a_usual_site_has_all_of_it() {
        assertHas(
                text("", "9.2"),
                "\n  https://wiki.example.com\n",
                "for Confluence 9.2 (Tomcat 9.0)\n  <Connector port=\"8090\" ",
                "             proxyName=\"wiki.example.com\" proxyPort=\"443\" scheme=\"https\" secure=\"true\"\n",
                "             keepAliveTimeout=\"310000\" maxKeepAliveRequests=\"-1\"/>\n",
                "<Context path=\"\" docBase=\"../confluence\"",
                "  CATALINA_OPTS=\"-Dsynchrony.port=8091 ${CATALINA_OPTS}\"\n",
                "  set CATALINA_OPTS=-Dsynchrony.port=8091 %CATALINA_OPTS%\n",
                "  ATL_PROXY_NAME=wiki.example.com\n",
                "  ATL_TOMCAT_CONNECTIONTIMEOUT=310000\n",
                "Leave -Dsynchrony.service.url out",
                "One more thing.\n");
    }

    @Test
    void ports_and_the_context_path_are_those_of_the_site() {
        String text = text("""
                confluence: {context_path: /wiki, port: 8080}
                synchrony: {port: 8099}
                listeners: {https: {port: 8443}}
                """, "");
        assertHas(
                text,
                "\n  https://wiki.example.com:8443/wiki\n",
                "<Connector port=\"8080\"",
                "proxyPort=\"8443\"",
                "<Context path=\"/wiki\"",
                "-Dsynchrony.port=8099",
                "https://wiki.example.com:8443/synchrony/v1.",
                "ATL_TOMCAT_CONTEXTPATH=/wiki\n",
                "ATL_TOMCAT_PORT=8080\n",
                "service: {contextPath: \"/wiki\"}");
    }

    @Test
    void plain_http_is_not_secure() {
        assertHas(
                text("tls: {enabled: false}", ""),
                "\n  http://wiki.example.com\n",
                "proxyPort=\"80\" scheme=\"http\" secure=\"false\"",
                "ATL_TOMCAT_SECURE=false\n");
    }

    @Test
    void a_standalone_cluster_has_its_url() {
        String text = text("""
                synchrony:
                  mode: standalone
                  nodes: {instances: [i-0a1b2c3d4e5f60751]}
                """, "7.19");
        assertHas(
                text,
                "  CATALINA_OPTS=\"-Dsynchrony.service.url=https://wiki.example.com/synchrony/v1 ${CATALINA_OPTS}\"\n",
                "SYNCHRONY_URL is https://wiki.example.com/synchrony (without /v1)",
                "-Dsynchrony.port=8091.",
                "  synchrony:\n    enabled: true\n");
        assertTrue(!text.contains("Leave -Dsynchrony"), text);
    }

    @Test
    void the_internal_proxy_is_switched_on() {
        String text = text("synchrony: {mode: proxy}", "");
        assertHas(text, "  CATALINA_OPTS=\"-Dsynchrony.proxy.enabled=true ${CATALINA_OPTS}\"\n");
        assertTrue(!text.contains("-Dsynchrony.port"), text);
    }

    @Test
    void before_6_12_synchrony_is_not_managed() {
        String told = "it needs mode: standalone";
        assertHas(text("", "6.11"), told);
        assertTrue(!text("", "6.12").contains(told));
    }

    @Test
    void tls_at_tomcat_is_written_as_its_tomcat_takes_it() {
        String https = "confluence: {protocol: HTTPS}";
        assertHas(
                text(https, "6.9"),
                "SSLEnabled=\"true\"\n",
                "keystoreFile=\"KEYSTORE\"",
                "maxKeepAliveRequests=\"-1\"/>");
        assertHas(
                text(https, "10.0"),
                "maxKeepAliveRequests=\"-1\">\n",
                "<Certificate certificateKeystoreFile=\"KEYSTORE\" certificateKeystorePassword=\"PASSWORD\"/>\n",
                "  </Connector>\n");
    }

    @ParameterizedTest
    @CsvSource({"6.0,V8", "6.9.3,V8", "6.10,V9", "7,V9", "8.5.4,V9", "9.2.0-rc1,V9", "10,V10", "11.3,V10"})
    void each_version_has_its_tomcat(String version, Tomcat tomcat) {
        assertEquals(tomcat, ConfluenceVersion.parse(version).tomcat());
    }

    @ParameterizedTest
    @CsvSource({"5.10,'6.0 or newer, got 5.10'", "new,'like 9.2, got \"new\"'", "'','like 9.2, got \"\"'", "9.,like 9.2"
    })
    void what_is_no_version_is_refused(String text, String told) {
        String message = assertThrows(IllegalArgumentException.class, () -> ConfluenceVersion.parse(text))
                .getMessage();
        assertTrue(message.startsWith("must be " + told), message);
    }

    @Test
    void json_has_the_fields_that_are_documented() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(GuideJson.of(new ServerXmlGuide(Needs.USUAL, ConfluenceVersion.parse("9.2"), List.of())));
        assertEquals("https://wiki.example.com", json.path("base_url").asText(), json::toString);
        assertEquals("9.2", json.path("confluence_version").asText(), json::toString);
        assertEquals(300, json.path("idle_timeout").asInt(), json::toString);
        assertEquals("310000", json.path("connector").path("keepAliveTimeout").asText(), json::toString);
        assertTrue(json.path("connector_xml").asText().startsWith("<Connector port=\"8090\""), json::toString);
        assertEquals("", json.path("context_path").asText(), json::toString);
        assertEquals("-Dsynchrony.port=8091", json.path("jvm_options").path(0).asText(), json::toString);
        assertEquals("443", json.path("environment").path("ATL_PROXY_PORT").asText(), json::toString);
        assertTrue(json.path("helm_values").asText().startsWith("ingress:\n"), json::toString);
        assertEquals(4, json.path("notes").size(), json::toString);
    }
}
