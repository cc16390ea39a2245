package dev.alb.confluence;

import com.hashicorp.cdktf.TerraformStack;
import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.Location;
import dev.alb.terraform.Violation;
import java.nio.file.Path;
import software.constructs.Construct;

/**
 * Everything that Atlassian's guide asks for by hand, for one Confluence site.
 *
 * @see <a href="https://confluence.atlassian.com/confkb/how-to-configure-amazon-web-service-elastic-load-balancer-with-confluence-859515417.html">
 *     Atlassian: How to configure Amazon Web Service Application Load Balancer with Confluence</a>
 */
public final class ConfluenceStack extends TerraformStack {
    private final Plan plan;

    /**
     * A stack that is called as the site.
     *
     * @param file the site
     * @param folder where the JSON will be, from where the path of a local state is told
     * @param findings takes what is wrong, and what is advised
     */
    public ConfluenceStack(Construct scope, SiteFile file, Path folder, Findings findings) {
        super(scope, file.site().name());
        this.plan = new Plan(this, file, findings);
        try {
            make(folder, file.path());
        } catch (Plan.Refusal e) {
            // The findings say why; nothing is written.
        }
    }

    /** The name of the stack and of the site. */
    public String name() {
        return plan.site().name();
    }

    /** The address at which people open the site. */
    public String url() {
        return SiteAddress.of(plan.site()).baseUrl();
    }

    /** How many resources there are. */
    public int resources() {
        return plan.size();
    }

    /** The place in the site file from which a violation comes. */
    public Location locate(Violation violation) {
        return plan.locate(violation);
    }

    /** Whether a resource of the site has an address. */
    public boolean makes(String address) {
        return plan.makes(address);
    }

    private void make(Path folder, Path siteFile) {
        Unused.refuse(plan);
        Settings settings = new Settings(this);
        Provider.use(settings, plan.site());
        plan.at("backend", () -> State.keep(this, settings, plan.site(), siteFile, folder));
        plan.at("", this::makeResources);
        Adoption.take(plan, settings);
    }

    private void makeResources() {
        SiteTargetGroups targetGroups = SiteTargetGroups.of(plan);
        SiteSecurityGroups groups = SiteSecurityGroups.of(plan);
        Outputs outputs = new Outputs(this);
        if (plan.site().sharesListener()) {
            String listenerArn = plan.site().existing().listenerArn();
            new SiteRules(plan, listenerArn, targetGroups).make();
        } else {
            makeListeners(targetGroups, groups, outputs);
        }
        groups.letOut(targetGroups);
        groups.letOutToSignIn();
        Advice.give(plan, targetGroups);
        tell(outputs, targetGroups, groups);
    }

    private void makeListeners(SiteTargetGroups targetGroups, SiteSecurityGroups groups, Outputs outputs) {
        SiteLoadBalancer loadBalancer = SiteLoadBalancer.of(plan, groups.ofLoadBalancer());
        SiteListeners listeners =
                SiteListeners.of(plan, loadBalancer, targetGroups.confluence().arn());
        new SiteRules(plan, listeners.serving().arn(), targetGroups).make();
        groups.letIn(listeners.ports());
        SiteDns.make(plan, loadBalancer);
        outputs.tell("load_balancer_arn", loadBalancer.arn(), "ARN of the load balancer");
        outputs.tell("dns_name", loadBalancer.dnsName(), "DNS name of the load balancer, for a record of your own");
        outputs.tell("zone_id", loadBalancer.zoneId(), "Route 53 zone of that DNS name, for an alias record");
        listeners.https().ifPresent(l -> outputs.tell("https_listener_arn", l.arn(), "ARN of the HTTPS listener"));
        listeners.http().ifPresent(l -> outputs.tell("http_listener_arn", l.arn(), "ARN of the HTTP listener"));
    }

    private void tell(Outputs outputs, SiteTargetGroups targetGroups, SiteSecurityGroups groups) {
        outputs.tell("url", url(), "Confluence's base URL");
        outputs.tell(
                "confluence_target_group_arn", targetGroups.confluence().arn(), "ARN of Confluence's target group");
        targetGroups.synchrony().ifPresent(group -> {
            outputs.tell("synchrony_target_group_arn", group.arn(), "ARN of Synchrony's target group");
            outputs.tell(
                    "synchrony_url",
                    SiteAddress.of(plan.site()).synchronyServiceUrl(),
                    "Synchrony's URL, for the -Dsynchrony.service.url of a standalone cluster");
        });
        groups.madeForLoadBalancer()
                .ifPresent(group -> outputs.tell(
                        "load_balancer_security_group_id",
                        group.groupId(),
                        "Id of the load balancer's security group"));
        groups.madeForNodes()
                .ifPresent(group -> outputs.tell(
                        "nodes_security_group_id", group.groupId(), "Id of the security group to put on the nodes"));
    }
}
