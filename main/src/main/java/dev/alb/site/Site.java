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
 * @param shieldAdvanced whether AWS Shield Advanced protects it
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

        @Default("{}") @Doc("The certificate, or enabled: false for plain HTTP.")
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

        @Default("false") @Doc("Whether AWS Shield Advanced protects the load balancer; it needs a subscription.")
        boolean shieldAdvanced,

        @Doc("A load balancer or listener that is there already.") @Nullable
        ExistingSection existing,

        @Default("{}") @Doc("What was made by hand and shall be taken over: Terraform address to id or ARN.")
        Map<String, String> adopt,

        @Default("{}") @Doc("How Terraform reaches AWS.") ProviderSection provider,

        @Default("{}") @Doc("Where Terraform keeps its state: local, s3, cloud or any other, with its settings.")
        Map<String, Map<String, Object>> backend,

        @Default("{}") @Doc("Tags of everything that is made.")
        Map<String, String> tags) {

    /** Checks each value, and the values against each other. */
    public Site {
        Checks checks = Checks.of("site");
        SiteChecks.names(checks, name, region, domain, vpcId);
        SiteChecks.subnets(checks, subnets, subnetMapping, existing);
        SiteChecks.tls(checks, tls, existing);
        SiteChecks.synchrony(checks, synchrony, confluence);
        SiteChecks.access(checks, internal, access, securityGroups, existing);
        SiteChecks.rules(checks, rules);
        SiteChecks.backend(checks, backend);
        checks.done();
    }

    /** Whether the site gets rules on a listener that belongs to somebody else, and no load balancer of its own. */
    public boolean sharesListener() {
        return existing != null && existing.listenerArn() != null;
    }
}
