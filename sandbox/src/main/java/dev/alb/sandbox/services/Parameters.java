package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parameters of Systems Manager. */
final class Parameters {
    private static final String TYPE = "aws_ssm_parameter";
    private static final int STANDARD_LENGTH = 4_096;

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of(TYPE)
            .create(Call.of("creating SSM Parameter ({name})", call(), Parameters::isNew, Parameters::fits))
            .update(Call.of("updating SSM Parameter ({id})", call(), Parameters::fits)));

    private Parameters() {}

    private static Operation call() {
        return new Operation("SSM", "PutParameter", true);
    }

    private static void isNew(Change change) {
        boolean overwrites = change.object().get("overwrite").equals(new Value.Bool(true));
        if (!overwrites && change.aws().find(TYPE, change.text("name")).isPresent()) {
            throw Refusal.of(
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to"
                            + " true.");
        }
    }

    private static void fits(Change change) {
        String value = Stream.of("value", "insecure_value")
                .map(change::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        boolean standard =
                change.known("tier").filter(tier -> !tier.equals("Standard")).isEmpty();
        if (standard && value.length() > STANDARD_LENGTH) {
            throw Refusal.of(
                            "ValidationException",
                            "Standard tier parameters support a maximum parameter value of 4096 characters. To create a"
                                    + " larger parameter value, upgrade the parameter to use the advanced-parameter"
                                    + " tier. For more information, see"
                                    + " https://docs.aws.amazon.com/systems-manager/latest/userguide/"
                                    + "parameter-store-advanced-parameters.html")
                    .unmodelled();
        }
        change.known("allowed_pattern").filter(p -> !value.matches(p)).ifPresent(pattern -> {
            throw Refusal.of(
                    "ParameterPatternMismatchException",
                    "Parameter value, cannot be validated against allowedPattern: " + pattern);
        });
    }
}
