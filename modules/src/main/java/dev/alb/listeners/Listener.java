package dev.alb.listeners;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.Checks;
import dev.alb.terraform.CrossCheck;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A port on which a load balancer takes requests ({@code aws_lb_listener}).
 *
 * <pre>{@code
 * new Listener(stack, "http", ListenerAttributes.http(alb.arn(), Action.redirectToHttps()));
 * new Listener(stack, "https",
 *         ListenerAttributes.https(alb.arn(), certificateArn, Action.forwardTo(targetGroup.arn())));
 * }</pre>
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class Listener extends AwsResource {
    private final Construct scope;
    private final String id;
    private final ListenerAttributes attributes;

    /**
     * A listener. A replacement waits until the old one is gone, since both would need the same port.
     *
     * @param id its Terraform address: {@code https} becomes {@code aws_lb_listener.https}
     */
    public Listener(Construct scope, String id, ListenerAttributes attributes) {
        super(scope, id, "aws_lb_listener", attributes);
        this.scope = scope;
        this.id = id;
        this.attributes = attributes;
    }

    /** What it was made from. */
    public ListenerAttributes attributes() {
        return attributes;
    }

    /** A reference to its ARN. */
    public String arn() {
        return attribute("arn");
    }

    /**
     * Adds a certificate for further hosts, as {@code aws_lb_listener_certificate.<id>-<key>}.
     *
     * <p>Clients get the one that fits the host they ask for.
     *
     * @param key what it is called among this listener's certificates, such as {@code docs}
     * @throws dev.alb.terraform.InvalidInput on an HTTP listener
     */
    public ListenerCertificate addCertificate(String key, String certificateArn) {
        Checks.of("listener " + address())
                .require(
                        attributes.protocol() == ListenerProtocol.HTTPS,
                        "protocol",
                        "be HTTPS for a further certificate",
                        attributes.protocol(),
                        "Add the certificate to the HTTPS listener.")
                .done();
        return new ListenerCertificate(
                scope,
                id + "-" + key,
                ListenerCertificateAttributes.of(arn(), certificateArn).withRegion(attributes.region()));
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return Stream.<CrossCheck[]>of(ListenerRules.values(), StickyForward.values())
                .flatMap(Stream::of)
                .toList();
    }
}
