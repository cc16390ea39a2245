package dev.alb.site;

import dev.alb.dns.AliasRecordAttributes;
import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;
import dev.alb.site.binding.Except;
import dev.alb.site.binding.Overlay;

/**
 * The record that leads the domain to the load balancer.
 *
 * @param zoneId the hosted zone of the domain
 * @param evaluateTargetHealth whether Route 53 answers only while a node is healthy
 * @param record what is changed on the record
 */
public record DnsSection(
        @Doc("Id of the Route 53 zone that holds the domain.")
        String zoneId,

        @Default("true") @Doc("Whether Route 53 answers only while a node is healthy.")
        boolean evaluateTargetHealth,

        @Except(
                value = {"zone_id", "name", "alias"},
                because = "It follows from dns.zone_id, domain and the load balancer.")
        @Doc("Any attribute of the aws_route53_record.")
        Overlay<AliasRecordAttributes> record) {}
