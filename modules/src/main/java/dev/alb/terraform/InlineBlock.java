package dev.alb.terraform;

/**
 * A record within a record whose components are arguments of the outer one in Terraform.
 *
 * <p>For a group of arguments that share a long beginning of their names, which Java's record says once.
 */
public interface InlineBlock {

    /** Terraform's name for the argument that a component stands for, given the component's own in Terraform's style. */
    String argumentName(String component);
}
