package dev.alb.terraform;

/**
 * A Terraform expression, the only text that is not escaped.
 *
 * <p>For what CDKTF has no word for, such as a {@code for_each} over an attribute that is known after apply. Never made
 * from a configuration's text.
 *
 * @param text the expression with its <code>${…}</code>
 */
public record Expression(String text) {}
