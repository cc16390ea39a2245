package dev.alb.verify.checks;

import java.util.Arrays;

/** Why a target isn't healthy, as AWS calls it, and what to do. */
enum TargetReason {
    REGISTRATION_IN_PROGRESS("Elb.RegistrationInProgress", "It is being registered: wait, with --wait 5m."),
    INITIAL_HEALTH_CHECKING(
            "Elb.InitialHealthChecking",
            "The first health checks are under way: wait, with --wait 5m. Confluence takes minutes to start."),
    INTERNAL_ERROR("Elb.InternalError", "AWS has trouble of its own: look at the AWS Health Dashboard, and wait."),
    RESPONSE_CODE_MISMATCH(
            "Target.ResponseCodeMismatch",
            "The node answers the health check with another code than the matcher takes: ask it on the node itself, with curl -i"
                    + " and the path of the health check, and compare confluence.context_path."),
    TIMEOUT(
            "Target.Timeout",
            "The node doesn't answer in time: let the load balancer's security group into the nodes' one on the port"
                    + " (security_groups.nodes does), look at routes and network ACLs, and whether the process listens on all"
                    + " addresses."),
    FAILED_HEALTH_CHECKS(
            "Target.FailedHealthChecks",
            "The connection fails or breaks: look whether the process runs on the node and listens on this port"
                    + " (confluence.port, synchrony.port), and speaks the group's protocol."),
    NOT_REGISTERED("Target.NotRegistered", "Deploy the site, which registers each of its nodes in both target groups."),
    NOT_IN_USE(
            "Target.NotInUse",
            "No listener uses the group, or the node's zone isn't one of the load balancer's: deploy the site, and add a subnet"
                    + " in that zone."),
    INVALID_STATE("Target.InvalidState", "The instance is stopped or terminated: start it, or take it out of nodes."),
    IP_UNUSABLE(
            "Target.IpUnusable", "The address belongs to a load balancer and can't be a target: take it out of nodes."),
    HEALTH_CHECK_DISABLED(
            "Target.HealthCheckDisabled",
            "Health checks are switched off: switch them on, or leave this check out with --skip."),
    DEREGISTRATION_IN_PROGRESS(
            "Target.DeregistrationInProgress",
            "It is being taken out and finishes its requests: deploy the site to have it back, if it shall stay."),
    OTHER("", "Look at the target group's page in AWS, and at the logs of the node.");

    private final String code;
    private final String remedy;

    TargetReason(String code, String remedy) {
        this.code = code;
        this.remedy = remedy;
    }

    /** The reason for a code of AWS; {@link #OTHER} for one that came later than this program. */
    static TargetReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElse(OTHER);
    }

    String remedy() {
        return remedy;
    }
}
