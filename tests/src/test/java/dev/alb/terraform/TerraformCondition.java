package dev.alb.terraform;

import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides about {@link NeedsTerraform}. */
final class TerraformCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return evaluate(System.getenv());
    }

    static ConditionEvaluationResult evaluate(Map<String, String> environment) {
        String program = TerraformProgram.nameIn(environment);
        if (TerraformProgram.isOnThePath(program, environment)) {
            return ConditionEvaluationResult.enabled(program + " is there");
        }
        String reason = program + " is not on the PATH; install it, or name another program in TERRAFORM_BINARY";
        if (Boolean.parseBoolean(environment.get("CI"))) {
            throw new AssertionError(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
