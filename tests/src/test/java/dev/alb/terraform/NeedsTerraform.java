package dev.alb.terraform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that run the real Terraform.
 *
 * <p>Where it is missing they are skipped and say so; with {@code CI=true} in the environment they fail instead, since there
 * nobody reads what was skipped. {@code TERRAFORM_BINARY} may name another program, such as {@code tofu}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TerraformCondition.class)
public @interface NeedsTerraform {}
