package dev.alb.verify.wire;

import dev.alb.verify.probes.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts the authorities that Java trusts, and those of a file. */
public final class Authorities implements Trust {
    private static final String UNKNOWN_AUTHORITY = "no authority that is trusted here stands above it";

    private final List<X509TrustManager> managers;

    private Authorities(List<X509TrustManager> managers) {
        this.managers = managers;
    }

    /** The authorities of Java. */
    public static Authorities ofJava() {
        return new Authorities(List.of(manager(null)));
    }

    /**
     * The authorities of Java and those of a file in PEM.
     *
     * @throws IOException if the file can't be read or has no certificate
     */
    public static Authorities with(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            Collection<? extends Certificate> own =
                    CertificateFactory.getInstance("X.509").generateCertificates(input);
            if (own.isEmpty()) {
                throw new IOException("it has no certificate in PEM");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : own) {
                store.setCertificateEntry("ca" + store.size(), certificate);
            }
            return new Authorities(List.of(manager(null), manager(store)));
        } catch (CertificateException e) {
            throw new IOException("it has no certificate in PEM", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java keeps certificates", e);
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java checks certificates", e);
        }
    }

    @Override
    public Optional<String> objection(List<X509Certificate> chain) {
        List<String> objections = new ArrayList<>();
        for (X509TrustManager manager : managers) {
            try {
                manager.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
                return Optional.empty();
            } catch (CertificateException e) {
                objections.add(words(e));
            }
        }
        return Optional.of(objections.get(objections.size() - 1));
    }

    private static String words(CertificateException e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.contains("unable to find valid certification path") || message.contains("Path does not chain")
                ? UNKNOWN_AUTHORITY
                : message;
    }
}
