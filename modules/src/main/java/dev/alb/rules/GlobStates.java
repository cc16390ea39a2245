package dev.alb.rules;

import java.util.BitSet;

/**
 * How far a pattern may have got in a text.
 *
 * @param glob the pattern
 * @param positions those in the pattern before which the rest of the text may go on
 */
record GlobStates(Glob glob, BitSet positions) {

    static GlobStates start(Glob glob) {
        BitSet positions = new BitSet(glob.length() + 1);
        enter(glob, 0, positions);
        return new GlobStates(glob, positions);
    }

    GlobStates after(int character) {
        BitSet next = new BitSet(glob.length() + 1);
        for (int i = positions.nextSetBit(0); i >= 0; i = positions.nextSetBit(i + 1)) {
            if (glob.isAny(i)) {
                enter(glob, i, next);
            } else if (glob.takes(i, character)) {
                enter(glob, i + 1, next);
            }
        }
        forgetBeforeLastAny(next);
        return new GlobStates(glob, next);
    }

    /** Whether {@link #after} that character something is left. */
    boolean goesOnWith(int character) {
        return positions.stream().anyMatch(i -> glob.isAny(i) || glob.takes(i, character));
    }

    /** Whether it has reached a star at the end. */
    boolean takesAnything() {
        return isAccepting() && glob.endsWithAny();
    }

    boolean isAccepting() {
        return positions.get(glob.length());
    }

    boolean isDead() {
        return positions.isEmpty();
    }

    private static void enter(Glob glob, int position, BitSet positions) {
        int reached = position;
        positions.set(reached);
        while (glob.isAny(reached)) {
            positions.set(++reached);
        }
    }

    /** From a later star on, everything can happen that can happen from before it: this keeps the sets few. */
    private void forgetBeforeLastAny(BitSet reached) {
        for (int i = reached.length() - 1; i >= 0; i--) {
            if (reached.get(i) && glob.isAny(i)) {
                reached.clear(0, i);
                return;
            }
        }
    }
}
