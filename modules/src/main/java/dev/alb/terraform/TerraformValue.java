package dev.alb.terraform;

/** A value that says itself what it is in Terraform: the names of an enum, the block of a choice. */
public interface TerraformValue {

    /** A text, number, boolean, list, map, record or another such value. Its texts are escaped afterwards. */
    Object toTerraform();
}
