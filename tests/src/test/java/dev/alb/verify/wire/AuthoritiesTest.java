package dev.alb.verify.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.alb.verify.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is trusted. */
class AuthoritiesTest {
    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final TestCertificate OWN = AUTHORITY.forHosts("wiki.example.com");

    @TempDir
    private Path folder;

    @Test
    void an_authority_of_a_file_is_trusted_and_no_other() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), AUTHORITY.pem());
        Path other = Files.writeString(
                folder.resolve("other.pem"), TestCertificate.authority().pem());
        assertEquals(Optional.empty(), Authorities.with(file).objection(List.of(OWN.certificate())));
        Optional<String> nobody = Optional.of("no authority that is trusted here stands above it");
        assertEquals(nobody, Authorities.ofJava().objection(List.of(OWN.certificate())));
        Optional<String> objection = Authorities.with(other).objection(List.of(OWN.certificate()));
        assertEquals(true, objection.isPresent());
    }

    @Test
    void a_file_without_certificates_is_refused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "hello");
        assertThrows(IOException.class, () -> Authorities.with(empty));
        assertThrows(IOException.class, () -> Authorities.with(text));
        assertThrows(IOException.class, () -> Authorities.with(folder.resolve("nowhere.pem")));
    }
}
