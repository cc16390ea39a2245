package dev.alb.site;

import dev.alb.actions.Action;
import dev.alb.actions.ClientSecret;
import dev.alb.actions.WeightedTargetGroup;
import dev.alb.certificates.CertificateAttributes;
import dev.alb.dns.Alias;
import dev.alb.dns.AliasRecordAttributes;
import dev.alb.listeners.ListenerAttributes;
import dev.alb.listeners.TlsPolicy;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.loadbalancer.LogDelivery;
import dev.alb.securitygroups.SecurityGroupAttributes;
import dev.alb.site.binding.Placeholder;
import dev.alb.site.binding.StartingPoint;
import dev.alb.site.binding.Vocabulary;
import dev.alb.targetgroups.Stickiness;
import dev.alb.targetgroups.TargetGroupAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be known of a site's records to read them: safe defaults, secrets, names. */
public final class SiteVocabulary {
    private static final String ARN = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/wiki/1";
    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1";
    private static final String ZONE = "Z0123456789ABCDEFGHIJ";
    private static final String VPC = "vpc-0123456789abcdef0";

    /** The kind of the placeholders that stand for a target group of the site. */
    public static final String TARGET_GROUP = "target_group";

    /** The name by which a rule calls Synchrony's target group. */
    public static final String SYNCHRONY = "synchrony";

    /** The safe defaults from which a file's attributes begin: those of the modules' factories. */
    private static final Map<Class<?>, StartingPoint> STARTING_POINTS = StartingPoint.keyed(
            new StartingPoint(
                    LoadBalancerAttributes.internetFacing(List.of("subnet-1", "subnet-2")), Set.of("subnets")),
            new StartingPoint(TargetGroupAttributes.instances(8090, VPC), Set.of("port", "vpc_id")),
            new StartingPoint(
                    ListenerAttributes.https(ARN, CERTIFICATE, Action.fixedResponse(404)), Set.of("load_balancer_arn")),
            new StartingPoint(CertificateAttributes.forDomain("wiki.example.com"), Set.of("domain_name")),
            new StartingPoint(SecurityGroupAttributes.inVpc(VPC, "A group"), Set.of("description", "vpc_id")),
            new StartingPoint(
                    AliasRecordAttributes.of(ZONE, "wiki.example.com", Alias.of("dualstack.example.com", ZONE)),
                    Set.of("zone_id", "name", "alias")),
            new StartingPoint(Action.redirect(), Set.of()),
            new StartingPoint(Action.fixedResponse(404), Set.of("status_code")),
            new StartingPoint(Stickiness.lbCookie(Duration.ofDays(1)), Set.of()),
            new StartingPoint(TlsPolicy.RECOMMENDED, Set.of("name")),
            new StartingPoint(LogDelivery.to("bucket"), Set.of("bucket")));

    private static final Map<Class<?>, Map<String, Placeholder>> NAMES = Map.of(
            WeightedTargetGroup.class,
            Map.of(
                    "confluence",
                    new Placeholder(TARGET_GROUP, "confluence"),
                    SYNCHRONY,
                    new Placeholder(TARGET_GROUP, SYNCHRONY)));

    private static final Map<Class<?>, Object> STAND_INS = Map.of(
            Nodes.class,
            new Nodes(List.of("i-0123456789abcdef0"), null, null, null),
            ExistingSection.class,
            new ExistingSection(ARN, null, null, null));

    /** For the records of a site. */
    public static final Vocabulary OF_SITE =
            new Vocabulary(STARTING_POINTS, Set.of(ClientSecret.class), NAMES, STAND_INS);

    private SiteVocabulary() {}
}
