package dev.alb.actions;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets users sign in at an Amazon Cognito user pool before their requests go on; on HTTPS listeners only.
 *
 * @param userPoolArn the user pool
 * @param userPoolClientId the application's id in it
 * @param userPoolDomain the prefix of its domain, or its own domain name
 * @param authenticationRequestExtraParams at most 10 more parameters for the authorization endpoint
 * @param onUnauthenticatedRequest default {@link UnauthenticatedRequest#AUTHENTICATE}
 * @param scope what is asked for, separated by spaces; default {@code openid}
 * @param sessionCookieName default {@code AWSELBAuthSessionCookie}
 * @param sessionTimeout how long a user stays signed in, 1 s to 7 days; default 7 days
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html">AWS:
 *     authenticate users</a>
 */
@ResourceAttributes
public record AuthenticateCognito(
        String userPoolArn,
        String userPoolClientId,
        String userPoolDomain,
        @Nullable Map<String, String> authenticationRequestExtraParams,
        @Nullable UnauthenticatedRequest onUnauthenticatedRequest,
        @Nullable String scope,
        @Nullable String sessionCookieName,
        @Nullable Duration sessionTimeout)
        implements Action, AuthenticateCognitoBuilder.With {

    /** Checks the ARN and the limits of the session. */
    public AuthenticateCognito {
        authenticationRequestExtraParams =
                authenticationRequestExtraParams == null ? null : Map.copyOf(authenticationRequestExtraParams);
        Checks checks = Checks.of("Cognito authentication")
                .arn("authenticate_cognito.user_pool_arn", userPoolArn, "cognito-idp");
        SignIn.checkGiven(checks, "authenticate_cognito.user_pool_client_id", userPoolClientId);
        SignIn.checkGiven(checks, "authenticate_cognito.user_pool_domain", userPoolDomain);
        SignIn.checkSession(
                checks,
                "authenticate_cognito",
                authenticationRequestExtraParams,
                scope,
                sessionCookieName,
                sessionTimeout);
        checks.done();
    }

    /** Sign in with what a user pool requires; see the components. */
    public static AuthenticateCognito of(String userPoolArn, String userPoolClientId, String userPoolDomain) {
        return new AuthenticateCognito(userPoolArn, userPoolClientId, userPoolDomain, null, null, null, null, null);
    }

    @Override
    public String type() {
        return "authenticate-cognito";
    }
}
