package dev.alb.loadbalancer;

/**
 * The address pool that a load balancer takes its public IPv4 addresses from.
 *
 * @param ipv4IpamPoolId the pool of the VPC IP Address Manager
 */
public record IpamPools(String ipv4IpamPoolId) {}
