package dev.alb.site;

import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.loadbalancer.SubnetMapping;
import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;
import dev.alb.site.binding.Except;
import dev.alb.site.binding.Overlay;
import dev.alb.terraform.Checks;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Confluence site: everything that its file says.
 *
 * @param name of the site, of its stack and of its load balancer
 * @param region of AWS
 * @param domain the host of Confluence's base URL
 * @param vpcId the VPC of the nodes
 * @param subnets of the load balancer
 * @param subnetMapping the same with fixed addresses, instead of {@code subnets}
 * @param internal whether only private addresses reach it
 * @param nodes where Confluence runs
 * @param confluence how it is reached
 * @param synchrony how Synchrony is reached
 * @param tls how browsers reach the site
 * @param access who may open it
 * @param securityGroups the groups
 * @param dns the record that leads there
 * @param loadBalancer what is changed on the load balancer
 * @param listeners what is changed on the listeners
 * @param rules of the administrator's own, by name
 * @param webAclArn the firewall in front
 * @param existing what is there already
 * @param adopt what was made by hand, by Terraform address
 * @param provider how Terraform reaches AWS
 * @param backend where Terraform keeps its state: one name and its settings
 * @param tags of everything that is made
 */
@Doc("A Confluence site behind an Application Load Balancer.")
public record Site(
        @Doc("Name of the site: letters, digits and hyphens, at most 24. It becomes the stack and the load balancer.")
        String name,

        @Doc("Region of AWS, such as eu-central-1.") String region,

        @Doc("Host of Confluence's base URL, such as wiki.example.com.")
        String domain,

        @Doc("Id of the VPC of the nodes.") String vpcId,

        @Doc("Ids of the load balancer's subnets: two or more, each in another availability zone.") @Nullable
        List<String> subnets,

        @Doc("Instead of subnets: subnets with an address of your choice in each.") @Nullable
        List<SubnetMapping> subnetMapping,

        @Default("false") @Doc("true for a load balancer with private addresses only.")
        boolean internal,

        @Doc("Where Confluence runs: instances, ips or auto_scaling_group.")
        Nodes nodes,

        @Default("{}") @Doc("How Confluence is reached.") ConfluenceSection confluence,

        @Default("{}") @Doc("How Synchrony, the process behind collaborative editing, is reached.")
        SynchronySection synchrony,

        @Doc("The certificate, or enabled: false for plain HTTP.")
        TlsSection tls,

        @Default("{}") @Doc("Who may open the site.") AccessSection access,

        @Default("{}") @Doc("The security groups: created where they are not named.")
        SecurityGroupsSection securityGroups,

        @Doc("The Route 53 record for the domain; none where left out.") @Nullable
        DnsSection dns,

        @Except(
                value = {"subnets", "subnet_mapping", "internal", "security_groups"},
                because = "It stands at the top of the file, as subnets, subnet_mapping, internal, security_groups.")
        @Doc("Any attribute of aws_lb.")
        Overlay<LoadBalancerAttributes> loadBalancer,

        @Default("{}") @Doc("What is changed on the listeners.")
        ListenersSection listeners,

        @Default("{}") @Doc("Rules of your own, each under a name.")
        Map<String, RuleSection> rules,

        @Doc("ARN of a regional web ACL (WAF).") @Nullable String webAclArn,

        @Doc("A load balancer or listener that is there already.") @Nullable
        ExistingSection existing,

        @Default("{}") @Doc("What was made by hand and shall be taken over: Terraform address to id or ARN.")
        Map<String, String> adopt,

        @Default("{}") @Doc("How Terraform reaches AWS.") ProviderSection provider,

        @Default("{}") @Doc("Where Terraform keeps its state: local, s3, cloud or any other, with its settings.")
        Map<String, Map<String, Object>> backend,

        @Default("{}") @Doc("Tags of everything that is made.")
        Map<String, String> tags) {
    private static final Pattern NAME = Pattern.compile("(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,22}[A-Za-z0-9])?");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final Pattern VPC = Pattern.compile("vpc-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern SUBNET = Pattern.compile("subnet-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
    private static final Pattern RULE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Checks each value, and the values against each other. */
    public Site {
        Checks checks = Checks.of("site")
                .matches(
                        "name",
                        name,
                        NAME,
                        "have at most 24 letters, digits and hyphens, and no hyphen at either end",
                        "Write it as in \"wiki\".")
                .matches("region", region, REGION, "be a region of AWS", "Write it as in eu-central-1.")
                .matches(
                        "domain",
                        domain,
                        DOMAIN,
                        "be a host name in lower case",
                        "Write the host of the base URL alone, as in wiki.example.com.")
                .require(
                        !domain.endsWith(".elb.amazonaws.com"),
                        "domain",
                        "not be the DNS name of a load balancer",
                        domain,
                        "No certificate can cover it. Use a name of your own and let dns lead it to the load balancer.")
                .matches("vpc_id", vpcId, VPC, "be the id of a VPC", "Copy it from the AWS console.")
                .require(
                        subnets != null || subnetMapping != null || existing != null,
                        "subnets",
                        "be given",
                        "nothing",
                        "Name two subnets in different availability zones.")
                .require(
                        subnets == null && subnetMapping == null || existing == null,
                        "subnets",
                        "be left out where existing names a load balancer or a listener",
                        "both",
                        "Leave out one of the two.")
                .notBoth("subnets", subnets, "subnet_mapping", subnetMapping)
                .require(
                        subnets == null || subnets.size() >= 2,
                        "subnets",
                        "name at least two subnets, each in another availability zone",
                        subnets == null ? "" : subnets.size(),
                        "Add a subnet of a second zone.")
                .require(
                        synchrony.mode() == SynchronyMode.STANDALONE
                                || !synchrony.isBehindLoadBalancer()
                                || synchrony.port() != confluence.port(),
                        "synchrony.port",
                        "differ from confluence.port, since both run on the same nodes",
                        synchrony.port(),
                        "Look into setenv.sh for -Dsynchrony.port; the default is 8091.")
                .require(
                        existing == null
                                || existing.listenerArn() == null
                                || tls.additionalCertificateArns().isEmpty(),
                        "tls.additional_certificate_arns",
                        "be left out where existing names a listener",
                        "some",
                        "The listener's owner adds certificates to it.")
                .require(
                        existing == null || securityGroups.loadBalancer() != null,
                        "security_groups.load_balancer",
                        "name the groups of the existing load balancer",
                        "nothing",
                        "The nodes are opened for these groups, and for nobody else.")
                .require(
                        backend.size() <= 1,
                        "backend",
                        "name one backend",
                        String.join(", ", backend.keySet()),
                        "Keep one of them.")
                .require(
                        !internal || access.isRestricted() || securityGroups.loadBalancer() != null || existing != null,
                        "access",
                        "say who may open an internal site",
                        "nothing",
                        "Name the networks, as in access: {ipv4: [10.0.0.0/8]}.");
        checkSubnets(checks, subnets);
        checkRuleNames(checks, rules);
        checkHeartbeat(checks, confluence, synchrony);
        checks.done();
    }

    /** Whether the site gets rules on a listener that belongs to somebody else, and no load balancer of its own. */
    public boolean sharesListener() {
        return existing != null && existing.listenerArn() != null;
    }

    private static void checkSubnets(Checks checks, @Nullable List<String> subnets) {
        for (int i = 0; subnets != null && i < subnets.size(); i++) {
            String path = "subnets[" + i + "]";
            checks.matches(path, subnets.get(i), SUBNET, "be the id of a subnet", "Copy it from the AWS console.");
            boolean first = subnets.indexOf(subnets.get(i)) == i;
            checks.require(first, path, "name each subnet once", subnets.get(i), "Name a subnet of another zone.");
        }
    }

    private static void checkRuleNames(Checks checks, Map<String, RuleSection> rules) {
        for (String rule : rules.keySet()) {
            checks.matches(
                    "rules." + rule,
                    rule,
                    RULE_NAME,
                    "have a name of at most 64 letters, digits, hyphens and underscores",
                    "Rename it: the name becomes its Terraform address.");
            checks.require(
                    !rule.equals("synchrony") && !rule.equals("confluence"),
                    "rules." + rule,
                    "leave the names confluence and synchrony to the application",
                    rule,
                    "Rename it.");
        }
    }

    private static void checkHeartbeat(Checks checks, ConfluenceSection confluence, SynchronySection synchrony) {
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
}
