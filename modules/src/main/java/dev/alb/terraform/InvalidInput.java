package dev.alb.terraform;

import java.util.List;
import java.util.stream.Collectors;

/** Every violation that was found in one input, thrown at once. */
public final class InvalidInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Says in its message what is wrong with {@code subject}.
     *
     * @param subject what was checked, such as "target group"
     * @param violations at least one
     */
    public InvalidInput(String subject, List<Violation> violations) {
        super(message(subject, violations));
        this.violations = List.copyOf(violations);
    }

    /** The violations in the order of the attributes. */
    public List<Violation> violations() {
        return violations;
    }

    private static String message(String subject, List<Violation> violations) {
        String count = violations.size() == 1 ? "1 violation" : violations.size() + " violations";
        return violations.stream()
                .map(Violation::toString)
                .collect(Collectors.joining("\n", subject + ": " + count + "\n", ""));
    }
}
