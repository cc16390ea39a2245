package dev.alb.sandbox.services;

import java.util.List;

/** Protections of Shield Advanced: one for a resource. */
final class Protections {
    private static final String TYPE = "aws_shield_protection";
    private static final String RESOURCE = "resource_arn";

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of(TYPE)
            .create(Call.of(
                    "creating Shield Protection ({name})",
                    new Operation("Shield", "CreateProtection", true),
                    Protections::hasResource,
                    Protections::isNew)));

    private Protections() {}

    private static void hasResource(Change change) {
        String arn = change.text(RESOURCE);
        if (arn.contains(":loadbalancer/")) {
            Existing.find(change.aws(), "aws_lb", arn)
                    .orElseThrow(
                            () -> Refusal.of("ResourceNotFoundException", "The referenced resource does not exist."));
        }
    }

    private static void isNew(Change change) {
        String arn = change.text(RESOURCE);
        if (Uses.of(arn, change.aws(), TYPE, RESOURCE).findAny().isPresent()) {
            throw Refusal.of("ResourceAlreadyExistsException", "The referenced protection already exists.");
        }
    }
}
