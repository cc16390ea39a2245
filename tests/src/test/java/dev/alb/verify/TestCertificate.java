package dev.alb.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with its key, made for a test.
 *
 * @param keys its own
 * @param certificate signed by itself or by another one
 */
public record TestCertificate(KeyPair keys, X509Certificate certificate) {
    private static final byte[] ECDSA_SHA256 = {0x30, 0x0a, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 4, 3, 2};
    private static final byte[] COMMON_NAME = {6, 3, 0x55, 4, 3};
    private static final byte[] BASIC_CONSTRAINTS = {6, 3, 0x55, 0x1d, 0x13};
    private static final byte[] ALTERNATIVE_NAMES = {6, 3, 0x55, 0x1d, 0x11};
    private static final byte[] TRUE = {1, 1, (byte) 0xff};
    private static final char[] PASSWORD = "test".toCharArray();

    /** An authority. */
    public static TestCertificate authority() {
        KeyPair keys = newKeys();
        byte[] isAuthority = sequence(BASIC_CONSTRAINTS, TRUE, tag(4, sequence(TRUE)));
        return new TestCertificate(
                keys,
                sign(
                        keys,
                        keys,
                        "authority",
                        "authority",
                        isAuthority,
                        Instant.now().minusSeconds(86_400),
                        days(400)));
    }

    /** A certificate of this authority for hosts. */
    public TestCertificate forHosts(Instant from, Instant until, String... hosts) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (String host : hosts) {
            names.writeBytes(tag(0x82, host.getBytes(StandardCharsets.US_ASCII)));
        }
        byte[] alternatives = sequence(ALTERNATIVE_NAMES, tag(4, sequence(names.toByteArray())));
        KeyPair own = newKeys();
        return new TestCertificate(own, sign(own, keys, hosts[0], "authority", alternatives, from, until));
    }

    /** A certificate of this authority for hosts, valid for a year. */
    public TestCertificate forHosts(String... hosts) {
        return forHosts(Instant.now().minusSeconds(86_400), days(365), hosts);
    }

    /** So many days from now. */
    public static Instant days(int count) {
        return Instant.now().plusSeconds(86_400L * count);
    }

    /** TLS of a server with it. */
    public SSLContext tls() {
        return tls(null);
    }

    /** The same, which takes clients of an authority. */
    public SSLContext tls(@Nullable TestCertificate authority) {
        try {
            KeyStore store = store();
            store.setKeyEntry("own", keys.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), authority == null ? null : trusting(authority), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static TrustManager[] trusting(TestCertificate authority) throws GeneralSecurityException, IOException {
        KeyStore store = store();
        store.setCertificateEntry("authority", authority.certificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** The certificate in PEM. */
    public String pem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key in PEM. */
    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            KeyPair own, KeyPair signer, String subject, String issuer, byte[] extension, Instant from, Instant until) {
        byte[] body = sequence(
                tag(0xa0, new byte[] {2, 1, 2}),
                tag(2, BigInteger.valueOf(System.nanoTime()).toByteArray()),
                ECDSA_SHA256,
                name(issuer),
                sequence(time(from), time(until)),
                name(subject),
                own.getPublic().getEncoded(),
                tag(0xa3, sequence(extension)));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer.getPrivate());
            signature.update(body);
            byte[] bits = concat(new byte[] {0}, signature.sign());
            byte[] whole = sequence(body, ECDSA_SHA256, tag(3, bits));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] name(String text) {
        byte[] value = tag(0x0c, text.getBytes(StandardCharsets.UTF_8));
        return sequence(tag(0x31, sequence(COMMON_NAME, value)));
    }

    private static byte[] time(Instant instant) {
        String text = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
        return tag(0x18, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sequence(byte[]... parts) {
        return tag(0x30, concat(parts));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] tag(int tag, byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        if (content.length > 255) {
            all.write(0x82);
            all.write(content.length >> 8);
        } else if (content.length > 127) {
            all.write(0x81);
        }
        all.write(content.length);
        all.writeBytes(content);
        return all.toByteArray();
    }
}
