package dev.alb.serverxml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Confluence.
 *
 * @param major such as 9
 * @param minor such as 2
 */
public record ConfluenceVersion(int major, int minor) {
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?(?:[.-][A-Za-z0-9][A-Za-z0-9.-]*)?");
    private static final int FIRST_WITH_SYNCHRONY = 6;
    private static final int FIRST_WITH_TOMCAT_10 = 10;
    private static final ConfluenceVersion FIRST_WITH_TOMCAT_9 = new ConfluenceVersion(6, 10);
    private static final ConfluenceVersion FIRST_TO_MANAGE_SYNCHRONY = new ConfluenceVersion(6, 12);

    /**
     * Reads a version such as {@code 9}, {@code 9.2} or {@code 9.2.1}.
     *
     * @throws IllegalArgumentException if it is none, or older than 6.0; the message says what it must be
     */
    public static ConfluenceVersion parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("must be like 9.2, got \"" + text + "\"");
        }
        int minor = numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2));
        ConfluenceVersion version = new ConfluenceVersion(Integer.parseInt(numbers.group(1)), minor);
        if (version.major < FIRST_WITH_SYNCHRONY) {
            throw new IllegalArgumentException("must be 6.0 or newer, got " + text + ": Synchrony came with 6.0");
        }
        return version;
    }

    /** The Tomcat that it comes with. */
    public Tomcat tomcat() {
        if (major >= FIRST_WITH_TOMCAT_10) {
            return Tomcat.V10;
        }
        return isBefore(FIRST_WITH_TOMCAT_9) ? Tomcat.V8 : Tomcat.V9;
    }

    /** Whether Confluence Data Center starts Synchrony by itself. */
    boolean managesSynchrony() {
        return !isBefore(FIRST_TO_MANAGE_SYNCHRONY);
    }

    private boolean isBefore(ConfluenceVersion other) {
        return major < other.major || major == other.major && minor < other.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
