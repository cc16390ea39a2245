package dev.alb.snapshot;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute such as {@code listener_arn} points to: a resource, something that stands elsewhere, or nobody knows.
 *
 * @param resource the resource, if Terraform has it here
 * @param id the ARN or id as it is written; {@code null} if it is not known yet
 */
public record Link(@Nullable Resource resource, @Nullable String id) {
    /** A link of which nothing is known. */
    public static final Link UNKNOWN = new Link(null, null);

    /** The resource, if Terraform has it here. */
    public Optional<Resource> target() {
        return Optional.ofNullable(resource);
    }

    /** Whether it is known where it points. */
    public boolean isKnown() {
        return resource != null || id != null;
    }

    /** Whether it points to a resource of an address. */
    public boolean isTo(String address) {
        return resource != null && resource.address().equals(address);
    }

    /** How a person calls it: the address, or else the ARN or id. */
    public String name() {
        return resource != null ? resource.address() : id != null ? id : "(known after apply)";
    }

    @Override
    public String toString() {
        return name();
    }
}
