package dev.alb.actions;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets users sign in at an OpenID Connect provider before their requests go on; on HTTPS listeners only.
 *
 * @param issuer the provider's own URL; with HTTPS, as all of its URLs here
 * @param authorizationEndpoint where users sign in
 * @param tokenEndpoint where the load balancer exchanges the code; it must be reachable from the VPC
 * @param userInfoEndpoint where it asks who the user is; it must be reachable from the VPC
 * @param clientId the application's id at the provider
 * @param clientSecret the application's secret at the provider, which is never shown
 * @param authenticationRequestExtraParams at most 10 more parameters for the authorization endpoint
 * @param onUnauthenticatedRequest default {@link UnauthenticatedRequest#AUTHENTICATE}
 * @param scope what is asked for, separated by spaces; default {@code openid}
 * @param sessionCookieName default {@code AWSELBAuthSessionCookie}
 * @param sessionTimeout how long a user stays signed in, 1 s to 7 days; default 7 days
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html">AWS:
 *     authenticate users</a>
 */
@ResourceAttributes
public record AuthenticateOidc(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String userInfoEndpoint,
        String clientId,
        ClientSecret clientSecret,
        @Nullable Map<String, String> authenticationRequestExtraParams,
        @Nullable UnauthenticatedRequest onUnauthenticatedRequest,
        @Nullable String scope,
        @Nullable String sessionCookieName,
        @Nullable Duration sessionTimeout)
        implements Action, AuthenticateOidcBuilder.With {

    /** Checks the URLs and the limits of the session. */
    public AuthenticateOidc {
        authenticationRequestExtraParams =
                authenticationRequestExtraParams == null ? null : Map.copyOf(authenticationRequestExtraParams);
        Checks checks = Checks.of("OIDC authentication");
        SignIn.checkHttps(checks, "authenticate_oidc.issuer", issuer);
        SignIn.checkHttps(checks, "authenticate_oidc.authorization_endpoint", authorizationEndpoint);
        SignIn.checkHttps(checks, "authenticate_oidc.token_endpoint", tokenEndpoint);
        SignIn.checkHttps(checks, "authenticate_oidc.user_info_endpoint", userInfoEndpoint);
        SignIn.checkGiven(checks, "authenticate_oidc.client_id", clientId);
        SignIn.checkGiven(checks, "authenticate_oidc.client_secret", clientSecret.text());
        SignIn.checkSession(
                checks,
                "authenticate_oidc",
                authenticationRequestExtraParams,
                scope,
                sessionCookieName,
                sessionTimeout);
        checks.done();
    }

    /** Sign in with what a provider requires; see the components. */
    public static AuthenticateOidc of(
            String issuer,
            String authorizationEndpoint,
            String tokenEndpoint,
            String userInfoEndpoint,
            String clientId,
            ClientSecret clientSecret) {
        return AuthenticateOidcBuilder.builder()
                .issuer(issuer)
                .authorizationEndpoint(authorizationEndpoint)
                .tokenEndpoint(tokenEndpoint)
                .userInfoEndpoint(userInfoEndpoint)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .build();
    }

    @Override
    public String type() {
        return "authenticate-oidc";
    }
}
