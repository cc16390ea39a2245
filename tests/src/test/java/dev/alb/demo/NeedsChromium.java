package dev.alb.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks tests with a real browser. Where there is none on the PATH or in {@code CHROMIUM}, they are skipped and say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {
    /** Looks for a browser. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Chromium.binary()
                    .map(file -> ConditionEvaluationResult.enabled("Chromium is " + file))
                    .orElseGet(() -> ConditionEvaluationResult.disabled(
                            "Chromium is missing: put chromium on the PATH, or name another in CHROMIUM"));
        }
    }
}
