package dev.alb.actions;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.alb.terraform.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users sign in, or show a token, before their requests go on. */
class SigningInTest {
    private static final String POOL = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc";
    private static final AuthenticateOidc OIDC = AuthenticateOidc.of(
            "https://id.example.com",
            "https://id.example.com/authorize",
            "https://id.example.com/token",
            "https://id.example.com/me",
            "wiki",
            new ClientSecret("hunter2"));
    private static final AuthenticateCognito COGNITO = AuthenticateCognito.of(POOL, "wiki", "login");
    private static final JwtValidation JWT = JwtValidation.of("https://id.example.com", "https://id.example.com/keys");

    @Test
    void by_oidc_needs_four_urls_an_id_and_a_secret() {
        assertRenders("""
                {type: 'authenticate-oidc', authenticate_oidc: {
                  issuer: 'https://id.example.com',
                  authorization_endpoint: 'https://id.example.com/authorize',
                  token_endpoint: 'https://id.example.com/token',
                  user_info_endpoint: 'https://id.example.com/me',
                  client_id: 'wiki', client_secret: 'hunter2'}}
                """, OIDC);
    }

    @Test
    void by_oidc_can_be_set_up_in_every_detail() {
        assertRenders(
                """
                {type: 'authenticate-oidc', authenticate_oidc: {
                  issuer: 'https://id.example.com',
                  authorization_endpoint: 'https://id.example.com/authorize',
                  token_endpoint: 'https://id.example.com/token',
                  user_info_endpoint: 'https://id.example.com/me',
                  client_id: 'wiki', client_secret: 'hunter2',
                  authentication_request_extra_params: {prompt: 'login'},
                  on_unauthenticated_request: 'deny', scope: 'openid email',
                  session_cookie_name: 'wiki-session', session_timeout: 28800}}
                """,
                OIDC.withAuthenticationRequestExtraParams(Map.of("prompt", "login"))
                        .withOnUnauthenticatedRequest(UnauthenticatedRequest.DENY)
                        .withScope("openid email")
                        .withSessionCookieName("wiki-session")
                        .withSessionTimeout(Duration.ofHours(8)));
    }

    @Test
    void by_cognito_needs_a_user_pool() {
        assertRenders(
                """
                {type: 'authenticate-cognito', authenticate_cognito: {
                  user_pool_arn: '%s', user_pool_client_id: 'wiki', user_pool_domain: 'login',
                  on_unauthenticated_request: 'allow', session_timeout: 1}}
                """.formatted(POOL),
                COGNITO.withOnUnauthenticatedRequest(UnauthenticatedRequest.ALLOW)
                        .withSessionTimeout(Duration.ofSeconds(1)));
    }

    @Test
    void a_token_is_validated_by_its_issuer_and_further_claims() {
        assertRenders(
                """
                {type: 'jwt-validation', jwt_validation: {
                  issuer: 'https://id.example.com', jwks_endpoint: 'https://id.example.com/keys',
                  additional_claim: [
                    {format: 'single-string', name: 'aud', values: ['wiki']},
                    {format: 'string-array', name: 'groups', values: ['staff', 'guests']},
                    {format: 'space-separated-values', name: 'scope', values: ['read']}]}}
                """,
                JWT.withAdditionalClaim(List.of(
                        new AdditionalClaim(ClaimFormat.SINGLE_STRING, "aud", List.of("wiki")),
                        new AdditionalClaim(ClaimFormat.STRING_ARRAY, "groups", List.of("staff", "guests")),
                        new AdditionalClaim(ClaimFormat.SPACE_SEPARATED_VALUES, "scope", List.of("read")))));
    }

    @Test
    void the_secret_is_shown_nowhere() {
        assertEquals("(secret)", new ClientSecret("hunter2").toString());
        assertFalse(OIDC.toString().contains("hunter2"), OIDC.toString());
        assertFalse(AuthenticateOidcBuilder.builder(OIDC).toString().contains("hunter2"));
        assertFalse(Actions.of(OIDC, Action.redirectToHttps()).toString().contains("hunter2"));
        InvalidInput refusal = assertThrows(InvalidInput.class, () -> OIDC.withIssuer("http://id.example.com"));
        assertFalse(refusal.getMessage().contains("hunter2"), refusal.getMessage());
    }

    @Test
    void urls_must_be_https() {
        assertRefuses(
                """
                OIDC authentication: 4 violations
                authenticate_oidc.issuer must be a URL that begins with https://, got "http://id.example.com"
                  Copy it from the provider's page.
                authenticate_oidc.authorization_endpoint must be a URL that begins with https://, got "id.example.com"
                  Copy it from the provider's page.
                authenticate_oidc.token_endpoint must be a URL that begins with https://, got "https://"
                  Copy it from the provider's page.
                authenticate_oidc.user_info_endpoint must be a URL that begins with https://, got "https://a b"
                  Copy it from the provider's page.
                """,
                () -> OIDC.with(o -> o.issuer("http://id.example.com")
                        .authorizationEndpoint("id.example.com")
                        .tokenEndpoint("https://")
                        .userInfoEndpoint("https://a b")));
        assertRefuses("""
                JWT validation: 1 violation
                jwt_validation.jwks_endpoint must be a URL that begins with https://, got "http://id.example.com/keys"
                  Copy it from the provider's page.
                """, () -> JWT.withJwksEndpoint("http://id.example.com/keys"));
    }

    @Test
    void ids_and_secrets_must_be_there() {
        assertRefuses("""
                OIDC authentication: 2 violations
                authenticate_oidc.client_id must be given, got nothing
                  Copy it from the provider's page.
                authenticate_oidc.client_secret must be given, got nothing
                  Copy it from the provider's page.
                """, () -> OIDC.with(o -> o.clientId("").clientSecret(new ClientSecret(""))));
        assertRefuses("""
                Cognito authentication: 3 violations
                authenticate_cognito.user_pool_arn must be an ARN that begins with arn:aws:cognito-idp:, got "pool"
                  Copy the ARN from the AWS console, or pass an attribute.
                authenticate_cognito.user_pool_client_id must be given, got nothing
                  Copy it from the provider's page.
                authenticate_cognito.user_pool_domain must be given, got nothing
                  Copy it from the provider's page.
                """, () -> AuthenticateCognito.of("pool", "", ""));
    }

    @Test
    void a_session_has_its_limits() {
        Map<String, String> eleven = new TreeMap<>();
        IntStream.range(0, 11).forEach(i -> eleven.put("p" + i, "v"));
        String limits = """
                %2$s.authentication_request_extra_params must have at most 10 entries, got 11
                  Leave out some, or split them up.
                %2$s.scope must name a scope, got none
                  Leave it out for openid, or separate several with spaces.
                %2$s.session_cookie_name must be the name of a cookie, got "a=b"
                  Use letters, digits, hyphens and underscores.
                %2$s.session_timeout must be between 1 s and 604800 s, got 604801 s
                  Choose whole seconds from 1 to 604800.
                """;
        Duration tooLong = Duration.ofDays(7).plusSeconds(1);
        assertRefuses(
                ("%1$s: 4 violations\n" + limits).formatted("OIDC authentication", "authenticate_oidc"),
                () -> OIDC.with(o -> o.authenticationRequestExtraParams(eleven)
                        .scope(" ")
                        .sessionCookieName("a=b")
                        .sessionTimeout(tooLong)));
        assertRefuses(
                ("%1$s: 4 violations\n" + limits).formatted("Cognito authentication", "authenticate_cognito"),
                () -> COGNITO.with(c -> c.authenticationRequestExtraParams(eleven)
                        .scope(" ")
                        .sessionCookieName("a=b")
                        .sessionTimeout(tooLong)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iss", "nbf", "iat"})
    void a_claim_that_is_checked_anyway_is_refused(String name) {
        assertRefuses("""
                additional claim: 1 violation
                additional_claim.name must be none of exp, iss, nbf and iat, got "%s"
                  Leave it out: AWS checks it anyway.
                """.formatted(name), () -> new AdditionalClaim(ClaimFormat.SINGLE_STRING, name, List.of("1")));
    }

    @Test
    void a_claim_has_one_to_ten_values_that_are_not_too_long() {
        assertRefuses("""
                additional claim: 1 violation
                additional_claim.values must name a value, got none
                  Add the value that the claim must have.
                """, () -> new AdditionalClaim(ClaimFormat.SINGLE_STRING, "aud", List.of()));
        assertRefuses(
                """
                additional claim: 2 violations
                additional_claim.values must have at most 10 values, got 11
                  Leave out some, or split them up.
                additional_claim.values must have 1 to 256 characters, got "%s" (257)
                  Give a text of that length.
                """.formatted("x".repeat(257)),
                () -> new AdditionalClaim(
                        ClaimFormat.STRING_ARRAY,
                        "aud",
                        List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "x".repeat(257))));
    }

    @Test
    void a_token_has_at_most_ten_more_claims_and_short_urls() {
        AdditionalClaim claim = new AdditionalClaim(ClaimFormat.SINGLE_STRING, "aud", List.of("wiki"));
        String tooLong = "https://" + "x".repeat(249);
        assertRefuses(
                """
                JWT validation: 3 violations
                jwt_validation.issuer must have 1 to 256 characters, got "%1$s" (257)
                  Give a text of that length.
                jwt_validation.jwks_endpoint must have 1 to 256 characters, got "%1$s" (257)
                  Give a text of that length.
                jwt_validation.additional_claim must have at most 10 claims, got 11
                  Leave out some, or split them up.
                """.formatted(tooLong),
                () -> new JwtValidation(
                        tooLong,
                        tooLong,
                        IntStream.range(0, 11).mapToObj(i -> claim).toList()));
    }
}
