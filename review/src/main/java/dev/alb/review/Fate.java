package dev.alb.review;

import dev.alb.routing.Outcome;
import dev.alb.snapshot.Change;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much it matters that requests end elsewhere. */
record Fate(Outcome before, Outcome after, Comparison comparison) {
    private static final String SYNCHRONY = "synchrony";

    /** Whether clients had to sign in and don't any more. */
    boolean losesSigningIn() {
        return signingIn(before).findAny().isPresent()
                && signingIn(after).findAny().isEmpty();
    }

    Severity severity() {
        if (losesSigningIn()) {
            return Severity.HIGH;
        }
        Set<String> was = groups(before);
        Set<String> will = groups(after);
        if (!was.isEmpty() && (isRefusal() || isSynchrony(was) && !isSynchrony(will))) {
            return Severity.HIGH;
        }
        boolean changesOnlyShares =
                !was.isEmpty() && was.equals(will) && before.rewrites().equals(after.rewrites());
        return changesOnlyShares ? Severity.LOW : Severity.MEDIUM;
    }

    /** Whether the load balancer answers by itself that it didn't work. */
    private boolean isRefusal() {
        return after.steps().stream()
                .anyMatch(step -> step instanceof Outcome.FixedResponse answer
                        && !answer.statusCode().startsWith("2"));
    }

    /** The target groups in a sentence, with what the plan does with those that are not there yet. */
    String news() {
        List<String> created = groups(after).stream()
                .filter(name -> comparison
                        .change(name)
                        .filter(change -> change.action() == Change.Action.CREATE)
                        .isPresent())
                .toList();
        return created.isEmpty()
                ? ""
                : " " + String.join(", ", created) + " is new, and nothing is registered in it but what this "
                        + "plan registers.";
    }

    private static boolean isSynchrony(Set<String> groups) {
        return groups.stream().anyMatch(group -> group.toLowerCase(Locale.ROOT).contains(SYNCHRONY));
    }

    private static Set<String> groups(Outcome outcome) {
        return outcome.targetGroups()
                .filter(share -> share.weight() > 0)
                .map(Outcome.Forward.Share::targetGroup)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Outcome.Step> signingIn(Outcome outcome) {
        return outcome.steps().stream().filter(Outcome.Authenticate.class::isInstance);
    }
}
