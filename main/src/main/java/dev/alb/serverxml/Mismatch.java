package dev.alb.serverxml;

import dev.alb.site.binding.Finding;
import dev.alb.site.binding.Location;
import dev.alb.terraform.Violation;
import java.util.Optional;

/**
 * Something in a file that doesn't fit a site.
 *
 * @param position where it stands
 * @param subject what it is about, such as {@code Connector.proxyName}
 * @param violation what must hold, what is there, and what to do
 * @param edit the change that mends it; empty where somebody has to decide
 */
public record Mismatch(Position position, String subject, Violation violation, Optional<Edit> edit) {

    /** Whether something doesn't work with it. */
    public boolean isError() {
        return violation.isError();
    }

    /** Whether it can be mended by writing a value. */
    public boolean isMendable() {
        return edit.isPresent();
    }

    /** The sentence with its place in a file, and the fix on a line of its own. */
    public String text(String file) {
        return new Finding(new Location(file, position.line(), position.column(), subject), violation).toString();
    }
}
