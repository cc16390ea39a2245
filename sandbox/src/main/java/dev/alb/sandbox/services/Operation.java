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
        String request = Fingerprint.uuid(service, name, refusal.code(), refusal.getMessage());
        return "operation error " + service + ": " + name + ", https response error StatusCode: " + refusal.status()
                + ", RequestID: " + request + ", " + (modelled && refusal.modelled() ? "" : "api error ")
                + refusal.code() + ": "
                + refusal.getMessage();
    }
}
