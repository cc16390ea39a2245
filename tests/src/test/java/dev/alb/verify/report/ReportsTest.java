package dev.alb.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.verify.Result;
import dev.alb.verify.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** How results are written. */
class ReportsTest {
    private static final Result LOST = Result.failed("Nobody knows it.", "Make a record.");
    private static final List<Verdict> VERDICTS = List.of(
            new Verdict("dns", "a", Result.skipped("Not here.")),
            new Verdict("redirect", "b", LOST),
            new Verdict("status", "c", LOST),
            new Verdict("certificate", "d", Result.passed("Well.")),
            new Verdict(
                    "targets",
                    "e",
                    Result.unknown("No <answer> & \u001b[31m\"more\".", "Sign in.")
                            .withDetails(List.of("i-1: sick"))));

    @Test
    void for_people() {
        assertEquals("""
                skipped  dns          Not here.
                FAILED   redirect     Nobody knows it.
                                      > Make a record.
                FAILED   status       Nobody knows it.
                                      > as for redirect
                passed   certificate  Well.
                UNKNOWN  targets      No <answer> & ?[31m"more".
                                      i-1: sick
                                      > Sign in.

                1 passed, 2 failed, 1 skipped, 1 could not be told.
                """, TextReport.of(VERDICTS));
        assertEquals("\n0 passed.\n", TextReport.of(List.of()));
    }

    @Test
    void for_programs() {
        assertEquals("""
                {
                  "site" : "wiki",
                  "good" : false,
                  "checks" : [ {
                    "id" : "status",
                    "claim" : "c",
                    "status" : "failed",
                    "text" : "Nobody knows it.",
                    "remedies" : [ "Make a record." ]
                  } ]
                }
                """, JsonReport.of("wiki", VERDICTS.subList(2, 3)));
    }

    @Test
    void for_build_servers() throws Exception {
        String xml = JunitReport.of("wiki", VERDICTS);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertEquals("5", document.getDocumentElement().getAttribute("tests"), xml);
        assertEquals("2", document.getDocumentElement().getAttribute("failures"), xml);
        assertEquals("1", document.getDocumentElement().getAttribute("errors"), xml);
        assertEquals("1", document.getDocumentElement().getAttribute("skipped"), xml);
        assertEquals(
                "i-1: sick\n> Sign in.",
                document.getElementsByTagName("error").item(0).getTextContent(),
                xml);
        assertEquals(
                "No <answer> & ?[31m\"more\".",
                document.getElementsByTagName("error")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("message")
                        .getNodeValue(),
                xml);
    }
}
