package dev.alb.verify.wire;

import java.nio.file.Path;

/**
 * What this client shows to listeners that ask for a certificate, both in PEM.
 *
 * @param certificate with what stands above it
 * @param key without a passphrase
 */
public record ClientCertificate(Path certificate, Path key) {}
