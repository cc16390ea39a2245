package dev.alb.verify.probes;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Knows which authorities are trusted. */
@FunctionalInterface
public interface Trust {

    /** Why a chain of certificates isn't trusted; empty if it is. */
    Optional<String> objection(List<X509Certificate> chain);
}
