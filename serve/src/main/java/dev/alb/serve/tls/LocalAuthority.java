package dev.alb.serve.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Signs the certificates with which this machine stands for others. Whoever trusts it trusts them. */
public final class LocalAuthority {
    private static final Duration LIFE = Duration.ofDays(3650);
    /** Browsers take no certificate of a server that is valid for much more than a year. */
    private static final Duration LIFE_OF_SERVERS = Duration.ofDays(397);

    private static final Duration REST = Duration.ofDays(30);
    private static final String NAME = "CN=Local load balancer authority,O=alb sandbox";
    private static final int LONGEST_NAME = 64;

    private final X509Certificate certificate;
    private final KeyPair keys;

    private LocalAuthority(X509Certificate certificate, KeyPair keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    /** A new authority that nobody keeps. */
    public static LocalAuthority create(Instant now) {
        KeyPair keys = Certificates.newKeys();
        return new LocalAuthority(
                new Certificates(NAME, keys.getPrivate(), now, now.plus(LIFE)).authority(keys.getPublic()), keys);
    }

    /**
     * The authority of a folder: {@code ca.pem} for everybody, {@code ca-key.pem} for its owner alone. It is made if it isn't
     * there, and made anew before it expires.
     *
     * @throws IOException if the folder can't be read or written, or holds something else under these names
     */
    public static LocalAuthority in(Path folder, Instant now) throws IOException {
        AuthorityFiles files = new AuthorityFiles(folder);
        if (files.exist()) {
            LocalAuthority kept = kept(files);
            if (kept.certificate.getNotAfter().toInstant().isAfter(now.plus(REST))) {
                return kept;
            }
        }
        LocalAuthority made = create(now);
        files.write(made.pem(), Pem.of(made.keys.getPrivate()));
        return made;
    }

    private static LocalAuthority kept(AuthorityFiles files) throws IOException {
        try {
            X509Certificate certificate = Pem.certificate(files.certificate());
            return new LocalAuthority(
                    certificate, new KeyPair(certificate.getPublicKey(), Pem.privateKey(files.privateKey())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    files + " must hold a certificate and its private key in PEM; delete both to get new ones", e);
        }
    }

    /** The certificate of the authority itself. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificate of the authority itself, as programs want to read it. */
    public String pem() {
        return Pem.of(certificate);
    }

    /**
     * A certificate for some hosts, and for this machine by its usual names.
     *
     * @param name by which logs call it
     * @param hosts the names; a star may stand for the first label
     */
    public ServerCertificate issue(String name, Collection<String> hosts, Instant now) {
        KeyPair own = Certificates.newKeys();
        List<String> all =
                Stream.concat(hosts.stream(), Stream.of("localhost")).distinct().toList();
        String first = all.get(0).length() > LONGEST_NAME ? "localhost" : all.get(0);
        X509Certificate signed = new Certificates(NAME, keys.getPrivate(), now, now.plus(LIFE_OF_SERVERS))
                .server("CN=" + first.replaceAll("[^A-Za-z0-9.*-]", "_"), all, own.getPublic(), certificate);
        return new ServerCertificate(name, all, signed, certificate, own.getPrivate());
    }
}
