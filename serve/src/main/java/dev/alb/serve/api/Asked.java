package dev.alb.serve.api;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what is asked for by ARNs or by names. */
record Asked<T>(List<T> all, Function<T, String> arn, Function<T, String> name) {
    /** What has these ARNs and these names, each of which must be there; all, if none is asked for. */
    List<T> by(List<String> arns, List<String> names, Function<String, Refusal> refusal) {
        if (arns.isEmpty() && names.isEmpty()) {
            return all;
        }
        return Stream.concat(
                        arns.stream().map(one -> find(arn, one, refusal)),
                        names.stream().map(one -> find(name, one, refusal)))
                .distinct()
                .toList();
    }

    private T find(Function<T, String> key, String asked, Function<String, Refusal> refusal) {
        return all.stream()
                .filter(one -> key.apply(one).equals(asked))
                .findFirst()
                .orElseThrow(() -> refusal.apply(asked));
    }
}
