package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Fingerprint;
import java.util.Set;

/**
 * A call to AWS, as the SDK names it.
 *
 * @param service the service, as the SDK's errors write it: {@code Elastic Load Balancing v2}
 * @param name the call, such as {@code CreateListener}
 * @param modelled whether the service's model lists its errors; the SDK prints those without {@code api error}
 */
public record Operation(String service, String name, boolean modelled) {
    /** The SDK tries again what is refused with one of these, and says so when it gives up. */
    private static final Set<String> TRIED_AGAIN = Set.of(
            "BandwidthLimitExceeded",
            "EC2ThrottledException",
            "LimitExceededException",
            "PriorRequestNotComplete",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "SlowDown",
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "TooManyRequestsException");

    /** A refusal as the SDK prints it. The id of the request depends on nothing but what was refused. */
    public String error(Refusal refusal) {
        boolean listed = modelled && refusal.modelled();
        String attempts = TRIED_AGAIN.contains(refusal.code()) ? "exceeded maximum number of attempts, 25, " : "";
        return "operation error " + service + ": " + name + ", " + attempts + "https response error StatusCode: "
                + refusal.status()
                + ", RequestID: " + request(refusal) + ", " + (listed ? "" : "api error ") + refusal.code() + ": "
                + refusal.getMessage();
    }

    /** S3 names the host too, which nothing can be learnt from. */
    private String request(Refusal refusal) {
        String id = Fingerprint.uuid(service, name, refusal.code(), refusal.getMessage());
        return service.equals("S3") ? id + ", HostID: " + Fingerprint.of(id) : id;
    }
}
