package dev.alb.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The resources that a value comes from, gathered while its references are followed. */
final class Sources {
    /** Deeper than modules are nested; a configuration that goes in circles ends here. */
    private static final int DEPTH = 64;

    private final Set<String> addresses = new LinkedHashSet<>();
    private final int depth;
    private boolean inDoubt;

    Sources() {
        this(0);
    }

    private Sources(int depth) {
        this.depth = depth;
        this.inDoubt = depth > DEPTH;
    }

    /** For what stands behind one of the references. */
    Sources deeper() {
        return new Sources(depth + 1);
    }

    void add(String address) {
        addresses.add(address);
    }

    /** It cannot be told what else the value comes from. */
    void doubt() {
        inDoubt = true;
    }

    /**
     * Takes over what stands behind a reference.
     *
     * @param isPart whether only a part of that is taken, and nobody can tell which
     */
    void addAll(Sources others, boolean isPart) {
        addresses.addAll(others.addresses);
        inDoubt |= others.inDoubt || isPart && others.addresses.size() > 1;
    }

    boolean isInDoubt() {
        return inDoubt;
    }

    /** Their addresses; none if there is any doubt. */
    List<String> addresses() {
        return inDoubt ? List.of() : new ArrayList<>(addresses);
    }
}
