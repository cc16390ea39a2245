package dev.alb.rules;

import dev.alb.terraform.Checks;
import java.util.List;
import java.util.Map;

/**
 * Parameters in the query string of a request, of which one must be there.
 *
 * @param parameters at least one
 */
public record QueryString(List<QueryParameter> parameters) implements Condition {

    /** Checks that there is a parameter. */
    public QueryString {
        parameters = List.copyOf(parameters);
        Checks checks = Checks.of("query string condition");
        TextChecks.checkGiven(checks, "query_string", parameters);
        checks.done();
    }

    @Override
    public String kind() {
        return "query_string";
    }

    @Override
    public int valueCount() {
        return parameters.size();
    }

    @Override
    public int wildcards() {
        return parameters.stream().mapToInt(QueryParameter::wildcards).sum();
    }

    @Override
    public boolean isImpliedBy(List<Condition> conditions) {
        return Condition.each(QueryString.class, conditions)
                .anyMatch(c -> c.parameters.stream().allMatch(p -> p.isCoveredBy(parameters)));
    }

    /** As {@link Condition#overlap}; that a parameter occurs twice in a request is left out of account. */
    @Override
    public Overlap overlap(List<Condition> conditions) {
        return Overlap.ofAll(Condition.each(QueryString.class, conditions).map(this::overlap));
    }

    /** A block for each parameter. */
    @Override
    public Object toTerraform() {
        return Map.of(kind(), parameters);
    }

    private Overlap overlap(QueryString other) {
        return Overlap.ofAny(
                parameters.stream().flatMap(p -> other.parameters.stream().map(p::overlap)));
    }
}
