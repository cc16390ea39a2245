package dev.alb.serve.targets;

import java.util.List;
import java.util.stream.Stream;

/**
 * The status codes of a healthy target, such as {@code 200}, {@code 200,302} or {@code 200-299}.
 *
 * @param text as AWS has it
 */
public record Matcher(String text) {
    private record Range(int first, int last) {
        static Stream<Range> of(String part) {
            List<Integer> ends = Stream.of(part.strip().split("-", 2))
                    .map(String::strip)
                    .filter(end -> end.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .toList();
            return ends.isEmpty() ? Stream.of() : Stream.of(new Range(ends.get(0), ends.get(ends.size() - 1)));
        }
    }

    /** Whether a target that answers so is healthy. */
    public boolean matches(int code) {
        return Stream.of(text.split(","))
                .flatMap(Range::of)
                .anyMatch(range -> range.first <= code && code <= range.last);
    }
}
