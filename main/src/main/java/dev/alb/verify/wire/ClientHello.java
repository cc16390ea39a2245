package dev.alb.verify.wire;

import dev.alb.verify.probes.TlsVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The first message of a client that speaks one version of TLS and nothing else.
 *
 * <p>It is put together here since Java refuses to speak the versions which a server is to refuse. It offers every usual cipher,
 * so that the version alone decides.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2">RFC 8446: Client Hello</a>
 */
final class ClientHello {
    private static final int[] CIPHERS_OF_1_3 = {0x1301, 0x1302, 0x1303};
    private static final int[] CIPHERS_OF_1_2 = {
        0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9, 0xc023, 0xc024, 0xc027, 0xc028, 0x009c, 0x009d, 0x003c, 0x003d
    };
    private static final int[] OLD_CIPHERS = {0xc009, 0xc00a, 0xc013, 0xc014, 0x0033, 0x0039, 0x002f, 0x0035, 0x000a};
    private static final int[] GROUPS = {0x001d, 0x0017, 0x0018, 0x0019};
    private static final int[] SIGNATURES = {
        0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201
    };
    private static final int X25519 = 0x001d;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientHello() {}

    /**
     * The whole record.
     *
     * @param host what the client asks for by SNI; an address is not named there
     */
    static byte[] record(TlsVersion version, String host) {
        Bytes body = new Bytes();
        boolean isNew = version == TlsVersion.TLS_1_3;
        body.two(isNew ? TlsVersion.TLS_1_2.code() : version.code()).random(KEY_BYTES);
        body.sized(1, isNew ? new Bytes().random(KEY_BYTES) : new Bytes());
        body.sized(2, ciphers(version));
        body.sized(1, new Bytes().one(0));
        body.sized(2, extensions(version, host));
        Bytes handshake = new Bytes().one(1).sized(3, body);
        return new Bytes()
                .one(0x16)
                .two(TlsVersion.TLS_1_0.code())
                .sized(2, handshake)
                .toByteArray();
    }

    private static Bytes ciphers(TlsVersion version) {
        return switch (version) {
            case TLS_1_0, TLS_1_1 -> new Bytes().twos(OLD_CIPHERS);
            case TLS_1_2 -> new Bytes().twos(CIPHERS_OF_1_2).twos(OLD_CIPHERS);
            case TLS_1_3 -> new Bytes().twos(CIPHERS_OF_1_3);
        };
    }

    private static Bytes extensions(TlsVersion version, String host) {
        Bytes all = new Bytes();
        if (host.contains(".") && !host.matches("[0-9.]+|.*:.*")) {
            Bytes name = new Bytes().one(0).sized(2, new Bytes().text(host));
            all.extension(0x0000, new Bytes().sized(2, name));
        }
        all.extension(0x000a, new Bytes().sized(2, new Bytes().twos(GROUPS)));
        all.extension(0x000b, new Bytes().sized(1, new Bytes().one(0)));
        all.extension(0x000d, new Bytes().sized(2, new Bytes().twos(SIGNATURES)));
        all.extension(0x0017, new Bytes());
        all.extension(0xff01, new Bytes().one(0));
        if (version == TlsVersion.TLS_1_3) {
            all.extension(0x002b, new Bytes().sized(1, new Bytes().two(version.code())));
            Bytes share = new Bytes().two(X25519).sized(2, new Bytes().random(KEY_BYTES));
            all.extension(0x0033, new Bytes().sized(2, share));
        }
        return all;
    }

    /** Bytes as TLS writes them: numbers with the highest byte first, and lengths before what they count. */
    private static final class Bytes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Bytes one(int value) {
            bytes.write(value);
            return this;
        }

        Bytes two(int value) {
            return one(value >> 8).one(value);
        }

        Bytes twos(int... values) {
            for (int value : values) {
                two(value);
            }
            return this;
        }

        Bytes random(int count) {
            byte[] random = new byte[count];
            RANDOM.nextBytes(random);
            bytes.writeBytes(random);
            return this;
        }

        Bytes text(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        Bytes sized(int lengthBytes, Bytes content) {
            for (int i = lengthBytes - 1; i >= 0; i--) {
                one(content.bytes.size() >> 8 * i);
            }
            bytes.writeBytes(content.toByteArray());
            return this;
        }

        void extension(int type, Bytes content) {
            two(type).sized(2, content);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
