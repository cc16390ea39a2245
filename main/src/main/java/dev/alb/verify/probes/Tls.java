package dev.alb.verify.probes;

import java.security.cert.X509Certificate;
import java.util.List;

/** Looks at how TLS is spoken somewhere. */
public interface Tls {

    /**
     * Whether a client that speaks nothing but one version is taken.
     *
     * @throws Unreachable if nobody answers, or something else than TLS
     */
    boolean takes(Entrance entrance, TlsVersion version) throws Unreachable;

    /**
     * The certificates that are shown to clients of the domain, its own first; whether they can be trusted is another question.
     *
     * @throws Unreachable if nobody answers
     */
    List<X509Certificate> certificates(Entrance entrance) throws Unreachable;
}
