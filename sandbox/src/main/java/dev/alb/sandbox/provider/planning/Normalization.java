package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.values.Value;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The form into which the provider brings what somebody wrote, so that the plan shows it so. */
enum Normalization {
    UPPER_CASE(text -> text.toUpperCase(Locale.ROOT)),
    LOWER_CASE(text -> text.toLowerCase(Locale.ROOT)),
    DOMAIN(DomainNames::normalize),
    JSON(JsonDocuments::normalize);

    private final UnaryOperator<String> form;

    Normalization(UnaryOperator<String> form) {
        this.form = form;
    }

    static Normalization named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What has not the form at all stays as it is; a check refuses it. */
    Value apply(Value value) {
        try {
            return value instanceof Value.Text text ? Value.text(form.apply(text.value())) : value;
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
