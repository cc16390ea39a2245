package dev.alb.sandbox.services;

/** The way in which a rule of a security group lets traffic pass. */
enum Direction {
    INGRESS("ingress", "Ingress"),
    EGRESS("egress", "Egress");

    private final String block;
    private final String call;

    Direction(String block, String call) {
        this.block = block;
        this.call = call;
    }

    /** The attribute of a group that holds the rules of this direction. */
    String block() {
        return block;
    }

    /** Terraform's type of a rule of this direction. */
    String ruleType() {
        return "aws_vpc_security_group_" + block + "_rule";
    }

    /** A call to EC2: {@code AuthorizeSecurityGroup} with the direction. */
    Operation call(String start) {
        return Ec2.call(start + call);
    }
}
