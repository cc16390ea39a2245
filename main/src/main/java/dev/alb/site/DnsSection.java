package dev.alb.site;

import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;

/**
 * The record that leads the domain to the load balancer.
 *
 * @param zoneId the hosted zone of the domain
 * @param evaluateTargetHealth whether Route 53 answers only while a node is healthy
 */
public record DnsSection(
        @Doc("Id of the Route 53 zone that holds the domain.")
        String zoneId,

        @Default("true") @Doc("Whether Route 53 answers only while a node is healthy.")
        boolean evaluateTargetHealth) {}
