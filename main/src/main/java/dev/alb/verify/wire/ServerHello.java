package dev.alb.verify.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The first message of a server of TLS, as far as it says which version it takes. */
final class ServerHello {
    private static final int ALERT = 0x15;
    private static final int HANDSHAKE = 0x16;
    private static final int SERVER_HELLO = 2;
    private static final int SUPPORTED_VERSIONS = 0x002b;
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_RECORD = 18_432;

    private ServerHello() {}

    /**
     * The number of the version that the server takes; empty where it sends an alert instead.
     *
     * @throws NotTls if it says something that is no TLS
     * @throws EOFException if it says nothing
     */
    static Optional<Integer> version(DataInputStream input) throws IOException {
        int type = input.readUnsignedByte();
        if (type != ALERT && type != HANDSHAKE) {
            throw new NotTls();
        }
        int major = input.readUnsignedShort() >> 8;
        int length = input.readUnsignedShort();
        if (major != 3 || length > LONGEST_RECORD) {
            throw new NotTls();
        }
        if (type == ALERT) {
            return Optional.empty();
        }
        byte[] record = input.readNBytes(length);
        if (record.length < length) {
            throw new EOFException();
        }
        try {
            return Optional.of(ofHandshake(ByteBuffer.wrap(record)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new NotTls();
        }
    }

    private static int ofHandshake(ByteBuffer record) throws NotTls {
        if (record.get() != SERVER_HELLO) {
            throw new NotTls();
        }
        skip(record, 3);
        int version = Short.toUnsignedInt(record.getShort());
        skip(record, RANDOM_BYTES);
        skip(record, Byte.toUnsignedInt(record.get()));
        skip(record, 3);
        return record.remaining() < 2 ? version : ofExtensions(record, version);
    }

    /** From TLS 1.3 on the version stands here, and an old one in its usual place. */
    private static int ofExtensions(ByteBuffer record, int otherwise) {
        record.getShort();
        while (record.remaining() >= 4) {
            int type = Short.toUnsignedInt(record.getShort());
            int length = Short.toUnsignedInt(record.getShort());
            if (type == SUPPORTED_VERSIONS) {
                return Short.toUnsignedInt(record.getShort());
            }
            skip(record, length);
        }
        return otherwise;
    }

    private static void skip(ByteBuffer buffer, int count) {
        buffer.position(buffer.position() + count);
    }

    /** Says that something else than TLS is spoken. */
    static final class NotTls extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
