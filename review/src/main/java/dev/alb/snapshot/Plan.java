package dev.alb.snapshot;

import java.util.List;

/**
 * A plan as {@code terraform show -json} writes it.
 *
 * @param terraformVersion the version of the tool that wrote it
 * @param before all resources as they are
 * @param after all resources as they will be
 * @param changes what is done, in the order of the addresses; resources with which nothing is done as well
 * @param drift what was changed in AWS and not by Terraform
 * @param isErrored whether the plan ended with an error and is not all of what would be done
 * @param isComplete whether applying it leads to all that the configuration asks for
 * @param deferred what Terraform leaves for a later plan: addresses, each with the reason
 * @param actions what is run besides, by blocks {@code action} of Terraform 1.14: addresses, each with what triggers it
 */
public record Plan(
        String terraformVersion,
        Snapshot before,
        Snapshot after,
        List<Change> changes,
        List<Change> drift,
        boolean isErrored,
        boolean isComplete,
        List<String> deferred,
        List<String> actions) {
    /** Copies the lists. */
    public Plan {
        changes = List.copyOf(changes);
        drift = List.copyOf(drift);
        deferred = List.copyOf(deferred);
        actions = List.copyOf(actions);
    }

    /** A plan that leaves nothing for later and runs nothing besides. */
    public Plan(
            String terraformVersion,
            Snapshot before,
            Snapshot after,
            List<Change> changes,
            List<Change> drift,
            boolean isErrored,
            boolean isComplete) {
        this(terraformVersion, before, after, changes, drift, isErrored, isComplete, List.of(), List.of());
    }
}
