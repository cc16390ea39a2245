package dev.alb.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A set of requests of which each part can be chosen by itself: host, path, method, source, headers, parameters.
 *
 * <p>The requests that a rule takes are such a set. What is left after rules have taken theirs is a list of them, which have
 * nothing in common.
 *
 * @param parts the texts that a part may have; a part that isn't named may have any
 * @param required for each of these sets, the query string has a parameter of it
 * @param forbidden parameters that the query string has not
 */
public record RequestSet(SortedMap<Part, TextSet> parts, List<TextSet> required, TextSet forbidden) {
    private static final RequestSet EVERYTHING = new RequestSet(new TreeMap<>(), List.of(), TextSet.nothing());

    /** Every request. */
    public static RequestSet everything() {
        return EVERYTHING;
    }

    /** Whether no request is in it. */
    public boolean isEmpty() {
        return parts.values().stream().anyMatch(TextSet::isEmpty)
                || required.stream().anyMatch(set -> set.minus(forbidden).isEmpty());
    }

    /** The texts of a part. */
    TextSet texts(Part part) {
        TextSet named = parts.get(part);
        return named == null ? part.universe() : named;
    }

    /** Those whose part is also in a set. */
    RequestSet narrowed(Part part, TextSet texts) {
        SortedMap<Part, TextSet> narrowed = new TreeMap<>(parts);
        narrowed.put(part, texts(part).intersection(texts));
        return new RequestSet(narrowed, required, forbidden);
    }

    /** Those that also have a parameter of each set. */
    RequestSet requiring(List<TextSet> queries) {
        List<TextSet> all = new ArrayList<>(required);
        queries.stream().filter(query -> !all.contains(query)).forEach(all::add);
        return new RequestSet(parts, List.copyOf(all), forbidden);
    }

    private RequestSet without(Part part, TextSet texts) {
        SortedMap<Part, TextSet> rest = new TreeMap<>(parts);
        rest.put(part, texts(part).minus(texts));
        return new RequestSet(rest, required, forbidden);
    }

    private RequestSet forbidding(TextSet parameters) {
        return new RequestSet(parts, required, forbidden.union(parameters));
    }

    /** The requests that are in both; none if there is no such request. */
    public Optional<RequestSet> intersection(RequestSet other) {
        if (isApartFrom(other)) {
            return Optional.empty();
        }
        RequestSet both = this;
        for (Map.Entry<Part, TextSet> part : other.parts.entrySet()) {
            both = both.narrowed(part.getKey(), part.getValue());
        }
        RequestSet result = both.requiring(other.required).forbidding(other.forbidden);
        return result.isEmpty() ? Optional.empty() : Optional.of(result);
    }

    /** Whether a request is in both. */
    public boolean meets(RequestSet other) {
        if (required.isEmpty() && other.required.isEmpty()) {
            return !isApartFrom(other) && !isEmpty() && !other.isEmpty();
        }
        return intersection(other).isPresent();
    }

    /**
     * The requests that are in this one and not in another: sets that have nothing in common.
     *
     * @param other the requests of a rule; it forbids no parameters
     */
    public List<RequestSet> minus(RequestSet other) {
        if (isApartFrom(other)) {
            return List.of(this);
        }
        List<RequestSet> rest = new ArrayList<>();
        RequestSet inside = this;
        for (Map.Entry<Part, TextSet> part : other.parts.entrySet()) {
            add(inside.without(part.getKey(), part.getValue()), rest);
            inside = inside.narrowed(part.getKey(), part.getValue());
        }
        for (TextSet query : other.required) {
            add(inside.forbidding(query), rest);
            inside = inside.requiring(List.of(query));
        }
        return inside.isEmpty() ? List.of(this) : rest;
    }

    /**
     * Whether every request of another set is in this one.
     *
     * @throws IllegalStateException never for the requests of a rule, as these forbid no parameters
     */
    public boolean covers(RequestSet other) {
        if (!forbidden.isEmpty()) {
            throw new IllegalStateException("Only the requests of a rule can be asked what they cover");
        }
        return other.isEmpty() || other.minus(this).isEmpty();
    }

    /** Whether a part can't be in both: the usual case, and cheaper to see than the sets in question are to make. */
    private boolean isApartFrom(RequestSet other) {
        return other.parts.entrySet().stream()
                .anyMatch(part -> texts(part.getKey()).isDisjoint(part.getValue()));
    }

    private static void add(RequestSet set, List<RequestSet> sets) {
        if (!set.isEmpty()) {
            sets.add(set);
        }
    }

    /** Whether a request is in it; one whose source is left open is in it if some source would be. */
    public boolean contains(Request request) {
        boolean fits = parts.entrySet().stream()
                .allMatch(part -> part.getKey()
                        .textOf(request)
                        .map(part.getValue()::contains)
                        .orElse(!part.getValue().isEmpty()));
        List<String> parameters = request.query().stream()
                .map(p -> (p.key() + Universe.SEPARATOR + p.value()).toLowerCase(Locale.ROOT))
                .toList();
        return fits
                && required.stream().allMatch(query -> parameters.stream().anyMatch(query::contains))
                && parameters.stream().noneMatch(forbidden::contains);
    }

    /**
     * One of its requests, the same one each time.
     *
     * @param usual a request whose parts are kept where the set has them
     */
    public Request example(Request usual) {
        Request example = usual;
        for (Map.Entry<Part, TextSet> part : parts.entrySet()) {
            boolean fits = part.getKey()
                    .textOf(usual)
                    .filter(part.getValue()::contains)
                    .isPresent();
            example = fits ? example : part.getKey().example(part.getValue(), example);
        }
        List<Request.Parameter> query = new ArrayList<>();
        for (TextSet set : required) {
            set.minus(forbidden)
                    .example()
                    .map(RequestSet::parameter)
                    .filter(p -> !query.contains(p))
                    .ifPresent(query::add);
        }
        return new Request(
                example.protocol(),
                example.host(),
                example.port(),
                example.path(),
                query,
                example.method(),
                example.headers(),
                example.source());
    }

    private static Request.Parameter parameter(String text) {
        int separator = text.indexOf(Universe.SEPARATOR);
        return new Request.Parameter(text.substring(0, separator), text.substring(separator + 1));
    }
}
