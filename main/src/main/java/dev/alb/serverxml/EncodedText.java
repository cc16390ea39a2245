package dev.alb.serverxml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML file, which comes back to the same bytes.
 *
 * @param mark the byte order mark, which may be empty
 * @param charset how the rest is encoded
 * @param text the rest
 */
record EncodedText(byte[] mark, Charset charset, String text) {
    private static final byte[] NO_MARK = {};
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_START = {0, '<'};
    private static final byte[] LITTLE_START = {'<', 0};
    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    /** Reads a file as XML asks for: by its mark, or else by its declaration. */
    static EncodedText of(byte[] bytes) throws UnreadableServerXml {
        EncodedText text = decode(bytes);
        if (!Arrays.equals(bytes, text.bytes(text.text))) {
            throw new UnreadableServerXml(
                    "must come back to the same bytes in " + text.charset + ", which it doesn't; save it as UTF-8");
        }
        return text;
    }

    private static EncodedText decode(byte[] bytes) throws UnreadableServerXml {
        if (startsWith(bytes, UTF_8_MARK)) {
            return decode(bytes, UTF_8_MARK, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, BIG_MARK)) {
            return decode(bytes, BIG_MARK, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, LITTLE_MARK)) {
            return decode(bytes, LITTLE_MARK, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, BIG_START)) {
            return decode(bytes, NO_MARK, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, LITTLE_START)) {
            return decode(bytes, NO_MARK, StandardCharsets.UTF_16LE);
        }
        return decode(bytes, NO_MARK, declared(bytes));
    }

    private static Charset declared(byte[] bytes) throws UnreadableServerXml {
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declaration = ENCODING.matcher(start);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declaration.group(1);
        try {
            Charset charset = Charset.forName(name);
            boolean isWide = charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-16")
                    || charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-32");
            if (!isWide && charset.canEncode()) {
                return charset;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as what can't be used.
        }
        throw new UnreadableServerXml(
                new Position(1, 1), "must be encoded as it says, got encoding=\"" + name + "\"; save it as UTF-8");
    }

    private static EncodedText decode(byte[] bytes, byte[] mark, Charset charset) throws UnreadableServerXml {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length))
                    .toString();
            return new EncodedText(mark, charset, text);
        } catch (CharacterCodingException e) {
            throw new UnreadableServerXml("must be text in " + charset + ", got bytes that are none");
        }
    }

    /** Another text as a file of the same kind. */
    byte[] bytes(String other) {
        byte[] content = other.getBytes(charset);
        byte[] all = Arrays.copyOf(mark, mark.length + content.length);
        System.arraycopy(content, 0, all, mark.length, content.length);
        return all;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
