package dev.alb.serverxml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a setenv file says of Synchrony, and what it has to say in each of the three modes. */
class SetenvCheckTest {
    private static final SiteNeeds STANDALONE = Needs.of("""
            synchrony:
              mode: standalone
              nodes: {instances: [i-0a1b2c3d4e5f60751]}
            """);
    private static final SiteNeeds PROXY = Needs.of("synchrony: {mode: proxy}");
    private static final String URL = "-Dsynchrony.service.url=https://wiki.example.com/synchrony/v1";

    private static String found(String file, SiteNeeds needs) {
        return Needs.shown(SetenvCheck.of(file, needs));
    }

    @Test
    void confluence_that_manages_synchrony_needs_no_word_and_no_url() {
        assertEquals("", found("", Needs.USUAL));
        assertEquals("", found("CATALINA_OPTS=\"-Dsynchrony.port=8091 ${CATALINA_OPTS}\"", Needs.USUAL));
        assertEquals(
                "f:2:16 -Dsynchrony.service.url must be left out, got https://wiki.example.com/synchrony/v1",
                found("#!/bin/sh\nCATALINA_OPTS=\"" + URL + " ${CATALINA_OPTS}\"\n", Needs.USUAL));
    }

    @Test
    void another_port_has_to_be_given() {
        SiteNeeds other = Needs.of("synchrony: {port: 8099}");
        assertEquals("", found("-Dsynchrony.port=8099", other));
        assertEquals("f:1:1 -Dsynchrony.port must be given, got nothing", found("", other));
        assertEquals("f:1:1 -Dsynchrony.port must be 8099, got 8091", found("-Dsynchrony.port=8091", other));
    }

    @Test
    void a_standalone_cluster_is_found_by_its_url() {
        assertEquals("", found(URL, STANDALONE));
        assertEquals("f:1:1 -Dsynchrony.service.url must be given, got nothing", found("", STANDALONE));
        assertEquals(
                "f:1:1 -Dsynchrony.service.url must be https://wiki.example.com/synchrony/v1, got"
                        + " https://wiki.example.com/synchrony",
                found(URL.replace("/v1", ""), STANDALONE));
    }

    @Test
    void the_internal_proxy_should_be_told_to_confluence() {
        assertEquals("", found("-Dsynchrony.proxy.enabled=true", PROXY));
        assertEquals("warning: f:1:1 -Dsynchrony.proxy.enabled should be given, got nothing", found("", PROXY));
        assertEquals(
                "f:1:1 -Dsynchrony.proxy.enabled must be true, got false",
                found("-Dsynchrony.proxy.enabled=false", PROXY));
        assertEquals(
                "f:1:1 -Dsynchrony.proxy.enabled must be false, got true",
                found("-Dsynchrony.proxy.enabled=true", Needs.USUAL));
    }

    @Test
    void what_is_in_a_comment_or_a_variable_is_not_taken_for_a_value() {
        assertEquals("", found("# " + URL + "\r\n  rem " + URL + "\r:: " + URL + "\n@REM " + URL, Needs.USUAL));
        assertEquals("", found("-Dsynchrony.port=${PORT}", Needs.USUAL));
        assertEquals(
                "f:3:5 -Dsynchrony.port must be 8091, got 1",
                found("set CATALINA_OPTS=-Dx=1 %CATALINA_OPTS%\r\n\r\nset -Dsynchrony.port=1;x", Needs.USUAL));
    }

    @Test
    void each_place_is_told() {
        assertEquals(
                "f:1:1 -Dsynchrony.port must be 8091, got 1\nf:1:21 -Dsynchrony.port must be 8091, got 2",
                found("-Dsynchrony.port=1  -Dsynchrony.port=2", Needs.USUAL));
    }
}
