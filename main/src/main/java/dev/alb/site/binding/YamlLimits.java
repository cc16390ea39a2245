package dev.alb.site.binding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Refuses YAML that says more than its lines do: tags, keys that are no texts, and what would fill the memory.
 *
 * <p>It looks at the stream of events, in which an alias is one step whatever stands behind it, so that it ends on any
 * input.
 */
final class YamlLimits {
    private static final int DEEPEST = 100;
    private static final int MOST_REPEATED = 10_000;
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> TAGS = Set.of("str", "int", "float", "bool", "null", "map", "seq");

    private final String file;
    private final Findings findings;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Integer> sizes = new HashMap<>();
    private int repeated;

    private YamlLimits(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Whether they hold; the first that doesn't is in the findings. */
    static boolean hold(String file, Iterable<Event> events, Findings findings) {
        YamlLimits limits = new YamlLimits(file, findings);
        for (Event event : events) {
            if (!limits.allow(event)) {
                return false;
            }
        }
        return true;
    }

    private boolean allow(Event event) {
        if (event instanceof CollectionStartEvent start) {
            return allowTag(start, start.getTag()) && allowKey(start) && begin(start);
        }
        if (event instanceof ScalarEvent scalar) {
            add(scalar.getAnchor(), 1);
            return allowTag(scalar, scalar.getTag());
        }
        if (event instanceof AliasEvent alias) {
            return repeat(alias);
        }
        if (event instanceof CollectionEndEvent) {
            Open ended = open.pop();
            add(ended.anchor, ended.size);
        }
        return true;
    }

    private boolean begin(CollectionStartEvent start) {
        open.push(new Open(start));
        return open.size() <= DEEPEST
                || refuse(
                        start,
                        "be nested at most " + DEEPEST + " levels deep",
                        "more",
                        "Look for brackets that are never closed.");
    }

    private boolean repeat(AliasEvent alias) {
        Anchor anchor = alias.getAlias();
        if (open.stream().anyMatch(o -> o.anchor.equals(Optional.of(anchor)))) {
            return refuse(alias, "not stand within what it repeats", "*" + anchor, "Write out what is meant.");
        }
        int size = sizes.getOrDefault(anchor, 1);
        repeated += size;
        add(Optional.empty(), size);
        return repeated <= MOST_REPEATED
                || refuse(
                        alias,
                        "repeat at most " + MOST_REPEATED + " values, together with the other aliases",
                        "more",
                        "Write out what is meant.");
    }

    private boolean allowTag(NodeEvent event, Optional<String> tag) {
        boolean allowed = tag.map(t -> t.equals("!") || t.startsWith(CORE) && TAGS.contains(t.substring(CORE.length())))
                .orElse(true);
        return allowed
                || refuse(
                        event,
                        "stand without a tag",
                        tag.orElseThrow().replace(CORE, "!!"),
                        "Leave it out; a text that begins with an exclamation mark needs quotes.");
    }

    private boolean allowKey(CollectionStartEvent start) {
        return open.isEmpty()
                || !open.peek().awaitsKey()
                || refuse(
                        start,
                        "be one text before the colon",
                        start instanceof MappingStartEvent ? "a mapping" : "a list",
                        "Put a value that begins with { or [ in quotes.");
    }

    /** Counts what is complete, for what it stands in and for aliases of it. */
    private void add(Optional<Anchor> anchor, int size) {
        anchor.ifPresent(a -> sizes.put(a, size));
        if (!open.isEmpty()) {
            open.peek().add(size);
        }
    }

    private boolean refuse(NodeEvent event, String rule, String actual, String fix) {
        Optional<Mark> mark = event.getStartMark();
        Location place = mark.map(m -> new Location(file, m.getLine() + 1, m.getColumn() + 1, ""))
                .orElseGet(() -> Location.of(file));
        findings.error(place, rule, actual, fix);
        return false;
    }

    /** A mapping or a list whose end is not reached yet. */
    private static final class Open {
        private final Optional<Anchor> anchor;
        private final boolean isMapping;
        private int children;
        private int size = 1;

        Open(CollectionStartEvent start) {
            this.anchor = start.getAnchor();
            this.isMapping = start instanceof MappingStartEvent;
        }

        boolean awaitsKey() {
            return isMapping && children % 2 == 0;
        }

        void add(int more) {
            children++;
            size += more;
        }
    }
}
