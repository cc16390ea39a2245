package dev.alb.serve.proxy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Headers that are lists with commas. */
final class Tokens {
    private Tokens() {}

    /** Whether one of the words is there, in whatever case. */
    static boolean has(@Nullable String list, String word) {
        return list != null && (list.equalsIgnoreCase(word) || list.contains(",") && of(list).contains(word));
    }

    /** The words in small letters. */
    static Set<String> of(@Nullable String list) {
        return list == null
                ? Set.of()
                : Stream.of(list.split(","))
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
    }
}
