package dev.alb.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does with one resource.
 *
 * @param address where it stands after the plan
 * @param previousAddress where it stood before, if it was moved
 * @param type Terraform's type; the old names {@code aws_alb…} are told by their new ones
 * @param isData whether it is a data source, which is only read
 * @param action what is done
 * @param reason why, in Terraform's word, such as {@code replace_because_cannot_update}; empty if it says nothing
 * @param replacePaths the attributes that force a replacement
 * @param isImport whether the object exists and Terraform takes it over
 * @param isDeposed whether it is what an unfinished replacement has left behind
 * @param before its values before; absent if there was none
 * @param after its values after, as far as they are known; absent if there will be none
 */
public record Change(
        String address,
        @Nullable String previousAddress,
        String type,
        boolean isData,
        Action action,
        String reason,
        List<String> replacePaths,
        boolean isImport,
        boolean isDeposed,
        Value before,
        Value after) {
    /** Takes an old name of a type for the new one. */
    public Change {
        type = Resource.currentName(type);
        replacePaths = List.copyOf(replacePaths);
    }

    /** What is done with a resource. */
    public enum Action {
        NO_OP,
        CREATE,
        READ,
        UPDATE,
        DELETE_THEN_CREATE,
        CREATE_THEN_DELETE,
        DELETE,
        /** Terraform lets go of it, and it stays in AWS. */
        FORGET;

        /** Whether another object takes its place. */
        public boolean isReplacement() {
            return this == DELETE_THEN_CREATE || this == CREATE_THEN_DELETE;
        }
    }
}
