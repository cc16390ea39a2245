package dev.alb.review.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Parts in a document that is not longer than allowed: what matters least is left out, and said to be. */
final class MarkdownPages {
    /** Room for a line that says what is left out of a part. */
    private static final int OF_PART = 80;

    private static final int OF_NOTICE = 600;

    private final List<MarkdownPart> parts;
    private final int limit;
    private final String whole;

    MarkdownPages(List<MarkdownPart> parts, int limit, String whole) {
        this.parts = List.copyOf(parts);
        this.limit = limit;
        this.whole = whole;
    }

    String text() {
        List<Integer> all = parts.stream().map(part -> part.items().size()).toList();
        String complete = join(all);
        if (complete.length() <= limit) {
            return complete;
        }
        List<Integer> kept = kept();
        return join(kept) + notice(kept);
    }

    /** How many items of each part there is room for; -1 where there is none for the part. */
    private List<Integer> kept() {
        List<Integer> kept = new ArrayList<>(parts.stream().map(part -> -1).toList());
        int room = limit - OF_NOTICE - whole.length();
        List<Integer> order = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> parts.get(i).rank()))
                .toList();
        for (int index : order) {
            MarkdownPart part = parts.get(index);
            int frame = part.before().length() + part.after().length() + OF_PART;
            boolean isWorthIt =
                    part.items().isEmpty() || frame + part.items().get(0).length() <= room;
            if (frame <= room && isWorthIt) {
                room -= frame;
                int items = fitting(part, room);
                kept.set(index, items);
                room -= length(part, items);
            }
        }
        return kept;
    }

    private static int fitting(MarkdownPart part, int room) {
        int items = 0;
        int length = 0;
        while (items < part.items().size() && length + part.items().get(items).length() <= room) {
            length += part.items().get(items).length();
            items++;
        }
        return items;
    }

    private static int length(MarkdownPart part, int items) {
        return part.items().subList(0, items).stream().mapToInt(String::length).sum();
    }

    private String join(List<Integer> kept) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (kept.get(i) >= 0) {
                text.append(text.isEmpty() ? "" : "\n").append(parts.get(i).with(kept.get(i)));
            }
        }
        return text.toString();
    }

    /** A part without items counts as one. */
    private static int missing(MarkdownPart part, int kept) {
        return part.items().isEmpty() ? (kept < 0 ? 1 : 0) : part.items().size() - Math.max(kept, 0);
    }

    private String notice(List<Integer> kept) {
        Map<String, Integer> left = new LinkedHashMap<>();
        Map<String, MarkdownPart> named = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            MarkdownPart part = parts.get(i);
            int missing = missing(part, kept.get(i));
            if (missing > 0) {
                left.merge(part.many(), missing, Integer::sum);
                named.put(part.many(), part);
            }
        }
        List<String> told = left.entrySet().stream()
                .map(entry -> named.get(entry.getKey()).left(entry.getValue()))
                .toList();
        return "\n**Shortened, as there is no room for all of it here.** Left out: " + String.join(", ", told) + ". "
                + whole + "\n";
    }
}
