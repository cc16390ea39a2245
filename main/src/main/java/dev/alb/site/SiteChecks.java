package dev.alb.site;

import dev.alb.loadbalancer.SubnetMapping;
import dev.alb.terraform.Checks;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has to hold between the parts of a site. */
final class SiteChecks {
    private static final Pattern NAME = Pattern.compile("(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,22}[A-Za-z0-9])?");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final Pattern VPC = Pattern.compile("vpc-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern SUBNET = Pattern.compile("subnet-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
    private static final Pattern RULE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final int FEWEST_SUBNETS = 2;

    private SiteChecks() {}

    static void names(
            Checks checks,
            @Nullable String name,
            @Nullable String region,
            @Nullable String domain,
            @Nullable String vpc) {
        checks.matches(
                        "name",
                        name,
                        NAME,
                        "have at most 24 letters, digits and hyphens, no hyphen at either end, no internal- in front",
                        "Write it as in \"wiki\".")
                .matches("region", region, REGION, "be a region of AWS", "Write it as in eu-central-1.")
                .matches(
                        "domain",
                        domain,
                        DOMAIN,
                        "be a host name in lower case",
                        "Write the host of the base URL alone, as in wiki.example.com.")
                .require(
                        domain == null || !domain.endsWith(".elb.amazonaws.com"),
                        "domain",
                        "not be the DNS name of a load balancer",
                        domain,
                        "No certificate can cover it. Use a name of your own and let dns lead it to the load balancer.")
                .matches("vpc_id", vpc, VPC, "be the id of a VPC", "Copy it from the AWS console.");
    }

    static void subnets(
            Checks checks,
            @Nullable List<String> subnets,
            @Nullable List<SubnetMapping> mapping,
            @Nullable ExistingSection existing) {
        boolean given = subnets != null || mapping != null;
        checks.require(
                        given || existing != null,
                        "subnets",
                        "be given",
                        "nothing",
                        "Name two subnets in different availability zones.")
                .require(
                        !given || existing == null,
                        subnets == null ? "subnet_mapping" : "subnets",
                        "be left out where existing names a load balancer or a listener",
                        "both",
                        "Leave out one of the two.")
                .notBoth("subnets", subnets, "subnet_mapping", mapping)
                .require(
                        subnets == null || subnets.size() >= FEWEST_SUBNETS,
                        "subnets",
                        "name at least two subnets, each in another availability zone",
                        subnets == null ? "" : subnets.size(),
                        "Add a subnet of a second zone.");
        for (int i = 0; subnets != null && i < subnets.size(); i++) {
            subnet(checks, "subnets[" + i + "]", subnets.get(i), subnets.indexOf(subnets.get(i)) == i);
        }
    }

    private static void subnet(Checks checks, String path, String subnet, boolean isFirst) {
        checks.matches(path, subnet, SUBNET, "be the id of a subnet", "Copy it from the AWS console.")
                .require(isFirst, path, "name each subnet once", subnet, "Name a subnet of another zone.");
    }

    static void tls(Checks checks, TlsSection tls, @Nullable ExistingSection existing) {
        boolean isOwners = existing != null && existing.listenerArn() != null;
        checks.require(
                        !tls.enabled() || tls.hasCertificate() || isOwners,
                        "tls",
                        "have certificate_arn or request",
                        "neither",
                        "Name the certificate, request one, or write enabled: false for plain HTTP.")
                .require(
                        !isOwners
                                || !tls.hasCertificate()
                                        && tls.additionalCertificateArns().isEmpty(),
                        "tls",
                        "have no certificate where existing names a listener",
                        "one",
                        "Leave it out: the listener's owner gives it certificates.");
    }

    static void synchrony(Checks checks, SynchronySection synchrony, ConfluenceSection confluence) {
        checks.require(
                !synchrony.sharesNodes() || synchrony.port() != confluence.port(),
                "synchrony.port",
                "differ from confluence.port, since both run on the same nodes",
                synchrony.port(),
                "Look into setenv.sh for -Dsynchrony.port; the default is 8091.");
        synchrony
                .targetGroup()
                .text("health_check.path")
                .ifPresent(path -> checks.require(
                        confluence.contextPath().isEmpty() || !path.startsWith(confluence.contextPath() + "/"),
                        "synchrony.target_group.health_check.path",
                        "not stand under Confluence's context path",
                        path,
                        "Synchrony answers at /synchrony/heartbeat whatever the context path is."));
    }

    static void access(
            Checks checks,
            boolean internal,
            AccessSection access,
            SecurityGroupsSection groups,
            @Nullable ExistingSection existing) {
        checks.require(
                        !internal || access.isRestricted() || groups.loadBalancer() != null || existing != null,
                        "access",
                        "say who may open an internal site",
                        "nothing",
                        "Name the networks, as in access: {ipv4: [10.0.0.0/8]}.")
                .require(
                        existing == null || groups.loadBalancer() != null,
                        "security_groups.load_balancer",
                        "name the groups of the existing load balancer",
                        "nothing",
                        "The nodes are opened for these groups, and for nobody else.");
    }

    static void rules(Checks checks, Map<String, RuleSection> rules) {
        for (String rule : rules.keySet()) {
            checks.matches(
                            "rules." + rule,
                            rule,
                            RULE_NAME,
                            "have a name of at most 64 letters, digits, hyphens and underscores, a letter in front",
                            "Rename it: the name becomes its Terraform address.")
                    .require(
                            !rule.equals("synchrony") && !rule.equals("confluence"),
                            "rules." + rule,
                            "leave the names confluence and synchrony to the application",
                            rule,
                            "Rename it.");
        }
    }

    static void backend(Checks checks, Map<String, ?> backend) {
        checks.require(
                backend.size() <= 1, "backend", "name one backend", String.join(", ", backend.keySet()), "Keep one.");
    }
}
