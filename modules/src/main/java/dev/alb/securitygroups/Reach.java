package dev.alb.securitygroups;

/**
 * One way from the members of a group to those of another.
 *
 * @param egress the rule by which the first group lets it out
 * @param ingress the rule by which the second group lets it in
 */
public record Reach(EgressRule egress, IngressRule ingress) {}
