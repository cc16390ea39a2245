package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import java.util.List;

/** Web ACLs of WAFv2, and the load balancers that they protect: one each. */
final class WebAcls {
    private static final String TYPE = "aws_wafv2_web_acl";
    private static final String ASSOCIATION = "aws_wafv2_web_acl_association";
    private static final String ACL = "web_acl_arn";
    private static final String RESOURCE = "resource_arn";

    static final List<Behavior> BEHAVIORS = List.of(
            Behavior.of(TYPE)
                    .delete(Call.of("deleting WAFv2 WebACL ({id})", call("DeleteWebACL"), WebAcls::isUnused)
                            .tryingAgain()),
            Behavior.of(ASSOCIATION)
                    .create(Call.of(
                                    "creating WAFv2 WebACL Association ({web_acl_arn},{resource_arn})",
                                    call("AssociateWebACL"),
                                    WebAcls::isRegional,
                                    WebAcls::exists,
                                    WebAcls::protectsSomething)
                            .tryingAgain())
                    .written(WebAcls::takeOver),
            Behavior.of("aws_lb").deleted(WebAcls::dissociate));

    private WebAcls() {}

    private static Operation call(String name) {
        return new Operation("WAFV2", name, true);
    }

    private static void isRegional(Change change) {
        isValid(change.text(ACL), change.text(ACL).contains(":regional/webacl/"));
        String resource = change.text(RESOURCE);
        isValid(resource, !resource.contains(":elasticloadbalancing:") || resource.contains(":loadbalancer/app/"));
    }

    private static void isValid(String arn, boolean valid) {
        if (!valid) {
            throw Refusal.of(
                    "WAFInvalidParameterException",
                    "Error reason: The ARN isn't valid. A valid ARN begins with arn: and includes other information"
                            + " separated by colons or slashes., field: RESOURCE_ARN, parameter: " + arn);
        }
    }

    private static void exists(Change change) {
        String arn = change.text(ACL);
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        Existing.find(change.aws(), TYPE, id).orElseThrow(() -> {
            return Refusal.of(
                    "WAFNonexistentItemException",
                    "AWS WAF couldn’t perform the operation because your resource doesn’t exist.");
        });
    }

    private static void protectsSomething(Change change) {
        String arn = change.text(RESOURCE);
        if (arn.contains(":loadbalancer/")) {
            Existing.find(change.aws(), "aws_lb", arn).orElseThrow(() -> {
                return Refusal.of(
                        "WAFUnavailableEntityException",
                        "AWS WAF couldn’t retrieve the resource that you requested. Retry your request.");
            });
        }
    }

    private static void isUnused(Change change) {
        if (Uses.of(change.text("arn"), change.aws(), ASSOCIATION, ACL)
                .findAny()
                .isPresent()) {
            throw Refusal.of(
                    "WAFAssociatedItemException",
                    "AWS WAF couldn’t perform the operation because your resource is being used by another resource or"
                            + " it’s associated with another resource.");
        }
    }

    /** A second web ACL takes the place of the first. */
    private static void takeOver(Change change) {
        of(change.text(RESOURCE), change.aws()).stream()
                .filter(other -> !change.isSelf(other))
                .forEach(other -> change.aws().remove(ASSOCIATION, other.id()));
    }

    private static void dissociate(Change change) {
        of(change.text("arn"), change.aws()).forEach(association -> change.aws().remove(ASSOCIATION, association.id()));
    }

    private static List<AwsObject> of(String resource, Transaction aws) {
        return Uses.of(resource, aws, ASSOCIATION, RESOURCE).toList();
    }
}
