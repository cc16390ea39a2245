package dev.alb.verify.aws;

import dev.alb.verify.probes.Untold;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Puts into words why AWS didn't tell something; never with what it says of signatures, which holds parts of secrets. */
final class Refusals {
    private static final Set<String> MISSING = Set.of("TargetGroupNotFound", "LoadBalancerNotFound");
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");
    private static final Set<String> FORBIDDEN =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "OptInRequired");

    private final String region;

    Refusals(String region) {
        this.region = region;
    }

    Untold missing(String what) {
        return new Untold(
                "AWS doesn't know " + what + " in " + region + ".",
                "Deploy the site; if that is done, look whether the credentials are of its account.");
    }

    Untold explain(String what, RuntimeException e) {
        if (e instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null) {
            return ofService(what, String.valueOf(refusal.awsErrorDetails().errorCode()));
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains("Unable to connect")
                || message.contains("timed out")
                || message.contains("Unable to execute")) {
            return new Untold(
                    "AWS can't be reached to ask for " + what + ".",
                    "Look at the network and at HTTPS_PROXY, or leave out what asks AWS with --skip.");
        }
        boolean isOfCredentials = e instanceof SdkClientException
                || message.toLowerCase(Locale.ROOT).contains("profile");
        return isOfCredentials
                ? new Untold(
                        "There are no credentials with which to ask AWS for " + what + ".",
                        "Sign in (aws sso login), or set AWS_PROFILE or the variables AWS_ACCESS_KEY_ID and"
                                + " AWS_SECRET_ACCESS_KEY, as Terraform needs them too.")
                : new Untold("AWS doesn't tell of " + what + ": " + e.getClass().getSimpleName() + ".");
    }

    private Untold ofService(String what, String code) {
        if (MISSING.contains(code)) {
            return missing(what);
        }
        if (EXPIRED.contains(code)) {
            return new Untold(
                    "The credentials for AWS have expired.", "Sign in again, for instance with: aws sso login");
        }
        if (FORBIDDEN.contains(code)) {
            return new Untold(
                    "The credentials may not ask AWS for " + what + " (" + code + ").",
                    "Allow them elasticloadbalancing:DescribeLoadBalancers, elasticloadbalancing:DescribeTargetGroups and"
                            + " elasticloadbalancing:DescribeTargetHealth.");
        }
        return new Untold(
                "AWS refuses to tell of " + what + " (" + code + ").",
                "Look whether the credentials are right: aws sts get-caller-identity");
    }
}
