package dev.alb.targetgroups;

import dev.alb.terraform.TerraformValue;

/** What is registered in a target group. */
public enum TargetType implements TerraformValue {
    /** EC2 instances by their ids; the only type that Auto Scaling groups register. */
    INSTANCE("instance"),
    /** IP addresses: of containers, of other networks. */
    IP("ip"),
    /** One Lambda function. */
    LAMBDA("lambda");

    private final String terraform;

    TargetType(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
