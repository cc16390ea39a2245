package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Fingerprint;

/**
 * A call to AWS, as the SDK names it.
 *
 * @param service the service, as the SDK's errors write it: {@code Elastic Load Balancing v2}
 * @param name the call, such as {@code CreateListener}
 * @param modelled whether the service's model lists its errors; the SDK prints those without {@code api error}
 */
public record Operation(String service, String name, boolean modelled) {

    /** A refusal as the SDK prints it. The id of the request depends on nothing but what was refused. */
    public String error(Refusal refusal) {
        boolean listed = modelled && refusal.modelled();
        return "operation error " + service + ": " + name + ", https response error StatusCode: " + refusal.status()
                + ", RequestID: " + request(refusal) + ", " + (listed ? "" : "api error ") + refusal.code() + ": "
                + refusal.getMessage();
    }

    /** S3 names the host too, which nothing can be learnt from. */
    private String request(Refusal refusal) {
        String id = Fingerprint.uuid(service, name, refusal.code(), refusal.getMessage());
        return service.equals("S3") ? id + ", HostID: " + Fingerprint.of(id) : id;
    }
}
