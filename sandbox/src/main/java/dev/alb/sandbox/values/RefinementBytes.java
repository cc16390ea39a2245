package dev.alb.sandbox.values;

import dev.alb.sandbox.values.Refinement.Bound;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Refinements as they travel: the payload of an extension, a map with numbers for keys. */
final class RefinementBytes {
    /** The number of the extension. */
    static final byte EXTENSION = 12;

    private static final int NULLNESS = 1;
    private static final int PREFIX = 2;
    private static final int LEAST = 3;
    private static final int MOST = 4;
    private static final int MIN_LENGTH = 5;
    private static final int MAX_LENGTH = 6;

    private RefinementBytes() {}

    /** What a later Terraform may add is passed over. */
    static Refinement read(byte[] payload) {
        Refinement refinement = Refinement.NONE;
        MsgpackReader in = new MsgpackReader(payload);
        for (int left = in.mapHeader(); left > 0; left--) {
            refinement = read(in, refinement);
        }
        return refinement;
    }

    private static Refinement read(MsgpackReader in, Refinement known) {
        switch (in.integer()) {
            case NULLNESS:
                return in.bool() ? known : known.andNotNull();
            case PREFIX:
                return known.withPrefix(in.text());
            case LEAST:
                return known.withBounds(readBound(in), known.most());
            case MOST:
                return known.withBounds(known.least(), readBound(in));
            case MIN_LENGTH:
                return known.withLength(in.decimal().longValueExact(), known.maxLength());
            case MAX_LENGTH:
                return known.withLength(known.minLength(), in.decimal().longValueExact());
            default:
                in.skip();
                return known;
        }
    }

    private static Bound readBound(MsgpackReader in) {
        in.arrayHeader();
        BigDecimal value = Numbers.read(in);
        return new Bound(value, in.bool());
    }

    static byte[] write(Refinement refinement) {
        MsgpackWriter out = new MsgpackWriter();
        out.mapHeader(size(refinement));
        if (refinement.notNull()) {
            out.integer(NULLNESS);
            out.bool(false);
        }
        if (!refinement.prefix().isEmpty()) {
            out.integer(PREFIX);
            out.text(refinement.prefix());
        }
        writeBound(out, LEAST, refinement.least());
        writeBound(out, MOST, refinement.most());
        writeLength(out, MIN_LENGTH, refinement.minLength());
        writeLength(out, MAX_LENGTH, refinement.maxLength());
        return out.bytes();
    }

    private static int size(Refinement refinement) {
        return (refinement.notNull() ? 1 : 0)
                + (refinement.prefix().isEmpty() ? 0 : 1)
                + (refinement.least() == null ? 0 : 1)
                + (refinement.most() == null ? 0 : 1)
                + (refinement.minLength() == null ? 0 : 1)
                + (refinement.maxLength() == null ? 0 : 1);
    }

    private static void writeBound(MsgpackWriter out, int key, @Nullable Bound bound) {
        if (bound != null) {
            out.integer(key);
            out.arrayHeader(2);
            Numbers.write(out, bound.value());
            out.bool(bound.inclusive());
        }
    }

    private static void writeLength(MsgpackWriter out, int key, @Nullable Long length) {
        if (length != null) {
            out.integer(key);
            out.integer(length);
        }
    }
}
