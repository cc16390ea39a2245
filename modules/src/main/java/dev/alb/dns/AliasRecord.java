package dev.alb.dns;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsResource;
import java.util.Map;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A name that leads to a load balancer ({@code aws_route53_record} of type A, and of type AAAA on request).
 *
 * <pre>{@code
 * AliasRecord name = new AliasRecord(stack, "wiki", AliasRecordAttributes.of(
 *         "Z0123456789", "wiki.example.com", Alias.of(alb.dnsName(), alb.zoneId())));
 * }</pre>
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class AliasRecord extends AwsResource {
    private final Construct scope;
    private final String id;
    private final AliasRecordAttributes attributes;

    /**
     * A name for the IPv4 addresses.
     *
     * @param id its Terraform address: {@code wiki} becomes {@code aws_route53_record.wiki}
     */
    public AliasRecord(Construct scope, String id, AliasRecordAttributes attributes) {
        this(scope, id, "A", attributes);
    }

    private AliasRecord(Construct scope, String id, String type, AliasRecordAttributes attributes) {
        super(scope, id, "aws_route53_record", withType(type, attributes), Replacement.DESTROY_FIRST);
        this.scope = scope;
        this.id = id;
        this.attributes = attributes;
    }

    /**
     * Adds the same name for the IPv6 addresses, as {@code aws_route53_record.<id>-ipv6}; for a dual-stack load balancer.
     *
     * @return the added record
     */
    public AliasRecord addIpv6() {
        return new AliasRecord(scope, id + "-ipv6", "AAAA", attributes);
    }

    /** What it was made from. */
    public AliasRecordAttributes attributes() {
        return attributes;
    }

    /** A reference to the whole name. */
    public String fqdn() {
        return attribute("fqdn");
    }

    private static Map<String, Object> withType(String type, AliasRecordAttributes attributes) {
        Map<String, Object> arguments = Attributes.of(attributes);
        arguments.put("type", type);
        return arguments;
    }
}
