package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * An attribute that gets a worse value, where nothing else has to be known.
 *
 * @param kind what is found
 * @param type Terraform's type
 * @param path the attribute, behind the block that holds it
 * @param otherwise what is so where it isn't set
 * @param isWorse whether the second value is worse than the first
 * @param severity how much that matters
 * @param consequence what follows, as a sentence
 * @param remedy what to do
 */
record AttributeChange(
        Kind kind,
        String type,
        String path,
        String otherwise,
        BiPredicate<String, String> isWorse,
        Severity severity,
        String consequence,
        String remedy)
        implements Check {

    /** Worse is one value, and whatever was before is better. */
    static BiPredicate<String, String> becomes(String bad) {
        return (before, after) -> after.equals(bad) && !before.equals(bad);
    }

    /** Worse is whatever is no longer the good value. */
    static BiPredicate<String, String> leaves(String good) {
        return (before, after) -> before.equals(good) && !after.equals(good);
    }

    /** The same of what is created with such a value, whether it is written or not. */
    Check whenCreated(Severity severity) {
        return new Created(this, severity);
    }

    private record Created(AttributeChange change, Severity severity) implements Check {
        @Override
        public List<Kind> kinds() {
            return change.kinds();
        }

        @Override
        public List<Finding> findings(Comparison comparison) {
            return Changed.of(comparison, change.type)
                    .filter(created -> created.action() == Change.Action.CREATE && isOfApplication(created.after()))
                    .flatMap(created -> finding(created).stream())
                    .toList();
        }

        /** Other load balancers have no such attributes. */
        private static boolean isOfApplication(Value values) {
            return values.at("load_balancer_type").text("application").equals("application");
        }

        private Optional<Finding> finding(Change created) {
            return change.text(created.after())
                    .filter(value -> change.isWorse.test("", value) || change.isWorse.test(change.otherwise, value))
                    .map(value -> change.kind.at(
                            created.address(),
                            severity,
                            "It is new, and " + change.path + " is " + value + ". " + change.consequence,
                            change.remedy));
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(kind);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.kept(comparison, type)
                .flatMap(change -> finding(change).stream())
                .toList();
    }

    private Optional<Finding> finding(Change change) {
        Optional<String> before = text(change.before());
        Optional<String> after = text(change.after());
        return before.isEmpty() || after.isEmpty() || !isWorse.test(before.get(), after.get())
                ? Optional.empty()
                : Optional.of(kind.at(
                        change.address(),
                        severity,
                        path + " changes from " + before.get() + " to " + after.get() + ". " + consequence,
                        remedy));
    }

    /** Empty where it is known only after the apply. */
    private Optional<String> text(Value values) {
        Value value = values;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            value = value.block(steps[i]);
        }
        value = value.at(steps[steps.length - 1]);
        return value.isUnknown()
                ? Optional.empty()
                : Optional.of(value.text().filter(text -> !text.isEmpty()).orElse(otherwise));
    }
}
