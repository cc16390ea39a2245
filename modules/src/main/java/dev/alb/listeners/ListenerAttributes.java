package dev.alb.listeners;

import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import dev.alb.terraform.Timeouts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set on a listener of an Application Load Balancer, in the names of {@code aws_lb_listener}.
 *
 * <p>Begin with {@link #http} or {@link #https}. What is {@code null} keeps the provider's default. The arguments
 * {@code alpn_policy} and {@code tcp_idle_timeout_seconds} belong to Network Load Balancers.
 *
 * @param loadBalancerArn the load balancer; a change replaces the listener
 * @param port 1 to 65535; one listener for each port of a load balancer
 * @param protocol what clients speak
 * @param sslPolicy the TLS versions and ciphers, for HTTPS and only there; Terraform's default would be
 *     ELBSecurityPolicy-2016-08, which still allows TLS 1.0
 * @param certificateArn the certificate for clients that no other certificate fits, for HTTPS and only there
 * @param defaultAction what happens to requests that no rule is for
 * @param mutualAuthentication certificates of clients, for HTTPS only
 * @param requestHeaders other names for the headers about TLS, for HTTPS only
 * @param responseHeaders headers that are set on each response
 * @param region another region than the provider's; a change replaces the listener
 * @param tags at most 50
 * @param timeouts how long Terraform waits, with {@code create} and {@code update}
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html">AWS:
 *     listeners</a>
 */
@ResourceAttributes
public record ListenerAttributes(
        String loadBalancerArn,
        int port,
        ListenerProtocol protocol,
        @Nullable TlsPolicy sslPolicy,
        @Nullable String certificateArn,
        Actions defaultAction,
        @Nullable MutualAuthentication mutualAuthentication,
        @Nullable RequestHeaders requestHeaders,
        @Nullable ResponseHeaders responseHeaders,
        @Nullable String region,
        @Nullable Map<String, String> tags,
        @Nullable Timeouts timeouts)
        implements ListenerAttributesBuilder.With {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int LAST_PORT = 65_535;

    /** Checks what goes together with the protocol, and that the default action leads somewhere. */
    public ListenerAttributes {
        tags = tags == null ? null : Map.copyOf(tags);
        Checks checks = Checks.of("listener")
                .arn("load_balancer_arn", loadBalancerArn, "elasticloadbalancing", "loadbalancer/app/")
                .between("port", port, 1, LAST_PORT);
        if (protocol == ListenerProtocol.HTTPS) {
            EncryptedListener.check(checks, sslPolicy, certificateArn, defaultAction);
        } else {
            PlainListener.check(checks, sslPolicy, certificateArn, defaultAction, mutualAuthentication, requestHeaders);
        }
        Loops.check(checks, protocol, port, defaultAction);
        checks.atMost("tags", tags, 50).timeouts(timeouts, "create", "update").done();
    }

    /**
     * A listener for unencrypted requests, on port 80.
     *
     * @param defaultAction what happens to requests that no rule is for, step by step; usually
     *     {@code Action.redirectToHttps()}
     */
    public static ListenerAttributes http(String loadBalancerArn, Action... defaultAction) {
        return ListenerAttributesBuilder.builder()
                .loadBalancerArn(loadBalancerArn)
                .port(HTTP_PORT)
                .protocol(ListenerProtocol.HTTP)
                .defaultAction(Actions.of(defaultAction))
                .build();
    }

    /**
     * A listener for encrypted requests, on port 443 and with {@link TlsPolicy#RECOMMENDED}.
     *
     * <p>The policy is stated, since a listener made by AWS's API without one, and so by Terraform, gets
     * ELBSecurityPolicy-2016-08: TLS 1.0 and 1.1 are still allowed there, and TLS 1.3 is not.
     *
     * @param certificateArn a certificate that is issued, such as that of {@code Certificate.validateThrough}
     * @param defaultAction what happens to requests that no rule is for, step by step
     */
    public static ListenerAttributes https(String loadBalancerArn, String certificateArn, Action... defaultAction) {
        return ListenerAttributesBuilder.builder()
                .loadBalancerArn(loadBalancerArn)
                .port(HTTPS_PORT)
                .protocol(ListenerProtocol.HTTPS)
                .sslPolicy(TlsPolicy.RECOMMENDED)
                .certificateArn(certificateArn)
                .defaultAction(Actions.of(defaultAction))
                .build();
    }
}
