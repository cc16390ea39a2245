package dev.alb.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNamesTest {
    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "wiki.example.com, wiki.example.com, true",
        "wiki.example.com, WIKI.Example.com, true",
        "Wiki.Example.com, wiki.example.com, true",
        "wiki.example.com, docs.example.com, false",
        "wiki.example.com, a.wiki.example.com, false",
        "*.example.com, wiki.example.com, true",
        "*.Example.com, wiki.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, a.wiki.example.com, false",
        "*.example.com, .example.com, false",
        "*.example.com, wikiexample.com, false",
        "*.wiki.example.com, wiki.example.com, false",
        "*.com, example.com, true",
        "*.example.com, wiki, false"
    })
    void covers_a_host_by_its_name_or_by_one_star(String name, String host, boolean covers) {
        assertEquals(covers, CertificateNames.of("other.example.net", name).covers(host));
    }
}
