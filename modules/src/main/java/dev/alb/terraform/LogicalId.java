package dev.alb.terraform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name that CDKTF gives a resource, worked out here.
 *
 * <p>Asking CDKTF costs a round trip to Node for each resource, which would double the time of a large synthesis. A test
 * holds both answers against each other.
 */
final class LogicalId {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_HUMAN_PART = 240;
    private static final int HASH_LENGTH = 8;
    private static final Pattern FORBIDDEN = Pattern.compile("[^A-Za-z0-9_-]");

    private LogicalId() {}

    /** The name for the ids from below the stack down to the resource. */
    static String of(List<String> path) {
        List<String> visible = new ArrayList<>(path);
        visible.removeIf("Default"::equals);
        String only = visible.size() == 1 ? allowed(visible.get(0)) : null;
        if (only != null && only.length() <= LONGEST_ID) {
            return only;
        }
        String human = humanPart(visible);
        return human.substring(0, Math.min(human.length(), LONGEST_HUMAN_PART)) + "_" + hash(visible);
    }

    private static String humanPart(List<String> ids) {
        List<String> human = new ArrayList<>();
        String last = null;
        for (String id : ids) {
            if (last != null && last.endsWith(id)) {
                continue;
            }
            last = id;
            if (!id.equals("Resource")) {
                human.add(allowed(id));
            }
        }
        return String.join("_", human);
    }

    private static String allowed(String id) {
        return FORBIDDEN.matcher(id).replaceAll("");
    }

    private static String hash(List<String> ids) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest(String.join("/", ids).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
