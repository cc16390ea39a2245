package dev.alb.review.report;

import dev.alb.review.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells a finding from all others and stays the same while values change, so that a host knows it again. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Finding finding) {
        String identity = String.join("\n", finding.kind().id(), finding.address(), finding.subject());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
