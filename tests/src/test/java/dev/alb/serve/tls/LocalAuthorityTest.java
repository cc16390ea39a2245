package dev.alb.serve.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority of this machine: kept in a folder, its key for its owner alone. */
class LocalAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void it_stays_the_same_in_a_folder() throws Exception {
        Path deep = folder.resolve("serve/ca");
        String first = LocalAuthority.in(deep, NOW).pem();
        assertEquals(first, LocalAuthority.in(deep, NOW).pem());
        assertEquals(first, Files.readString(deep.resolve("ca.pem")));
        LocalAuthority kept = LocalAuthority.in(deep, NOW);
        kept.issue("a", List.of("a.example.com"), NOW)
                .certificate()
                .verify(kept.certificate().getPublicKey());
    }

    @Test
    void its_key_is_for_its_owner_alone() throws Exception {
        LocalAuthority.in(folder, NOW);
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve("ca-key.pem")));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing else must be left");
        }
    }

    @Test
    void it_is_made_anew_before_it_expires_or_if_a_file_is_missing() throws Exception {
        String first = LocalAuthority.in(folder, NOW).pem();
        String later =
                LocalAuthority.in(folder, NOW.plus(Duration.ofDays(3640))).pem();
        assertNotEquals(first, later);
        Files.delete(folder.resolve("ca-key.pem"));
        assertNotEquals(later, LocalAuthority.in(folder, NOW).pem());
    }

    @Test
    void files_that_hold_something_else_are_named_and_kept() throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "mine");
        Files.writeString(folder.resolve("ca-key.pem"), "mine");
        String message = assertThrows(IOException.class, () -> LocalAuthority.in(folder, NOW))
                .getMessage();
        assertTrue(message.contains("ca.pem") && message.contains("delete both"), message);
        assertEquals("mine", Files.readString(folder.resolve("ca.pem")));
    }

    @Test
    void a_certificate_names_its_hosts_and_this_machine() throws Exception {
        LocalAuthority authority = LocalAuthority.create(NOW);
        ServerCertificate made = authority.issue("wiki", List.of("wiki.example.com", "*.example.net"), NOW);
        String names = made.certificate().getSubjectAlternativeNames().toString();
        for (String name : List.of("wiki.example.com", "*.example.net", "localhost", "127.0.0.1")) {
            assertTrue(names.contains(name), names);
        }
        assertTrue(made.covers("a.example.net"));
        assertFalse(made.covers("a.b.example.net"));
        assertFalse(made.covers("example.net"));
        assertFalse(made.toString().contains("PRIVATE"), made::toString);
        made.certificate().checkValidity(java.util.Date.from(NOW.plus(Duration.ofDays(390))));
        assertThrows(
                Exception.class,
                () -> made.certificate().checkValidity(java.util.Date.from(NOW.plus(Duration.ofDays(399)))));
    }

    @Test
    void a_policy_says_which_versions_are_taken() {
        assertEquals(
                List.of("TLSv1.2", "TLSv1.3"), new PolicyProtocols("ELBSecurityPolicy-TLS13-1-2-2021-06").versions());
        assertEquals(Set.of("TLSv1.3"), new PolicyProtocols("ELBSecurityPolicy-TLS13-1-3-2021-06").served());
        assertEquals(Set.of("TLSv1.2"), new PolicyProtocols("ELBSecurityPolicy-TLS-1-2-Ext-2018-06").served());
        assertEquals(Set.of("TLSv1.2"), new PolicyProtocols("ELBSecurityPolicy-FS-1-2-Res-2020-10").served());
        PolicyProtocols usual = new PolicyProtocols("");
        assertEquals(Set.of("TLSv1.2"), usual.served());
        assertEquals(List.of("TLSv1", "TLSv1.1"), usual.notServed());
    }
}
