package dev.alb.terraform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * The name of a resource whose replacement is created while the old one still exists, as in {@code wiki-1c0f9d3a}.
 *
 * <p>AWS refuses a second resource of the same name. So the name ends with a hash of whatever forces a replacement: it
 * stays as it is from one synthesis to the next, and it changes exactly when Terraform makes a new resource. The
 * construct's path is in the hash too, so that equal ids in two stacks or scopes don't clash; whoever moves a construct
 * and wants to keep the resource gives it the old name explicitly.
 *
 * <p>A reference counts for nothing, since the text that stands for it is not the same in every synthesis.
 */
public final class ReplaceableName {
    private static final int HASH_LENGTH = 8;

    private ReplaceableName() {}

    /**
     * The id, made legal and shortened, a hyphen, and the hash.
     *
     * @param longest how many characters AWS allows
     * @param forcesReplacement the arguments of which any change makes a new resource
     */
    public static String of(Construct scope, String id, int longest, Map<String, ?> forcesReplacement) {
        String hash = hash(Fragment.pathOf(scope, id), forcesReplacement);
        String readable = readable(id, longest - HASH_LENGTH - 1);
        return readable.isEmpty() ? hash : readable + "-" + hash;
    }

    /**
     * The same from a name that the caller keeps apart from all others in the account and region.
     *
     * @param name what stands in front of the hash
     * @param longest how many characters AWS allows
     * @param forcesReplacement the arguments of which any change makes a new resource
     */
    public static String of(String name, int longest, Map<String, ?> forcesReplacement) {
        String hash = hash(name, forcesReplacement);
        return readable(name, longest - HASH_LENGTH - 1) + "-" + hash;
    }

    private static String readable(String id, int longest) {
        String legal = id.replaceAll("[^0-9A-Za-z]+", "-").replaceFirst("^-", "");
        return legal.substring(0, Math.min(legal.length(), longest)).replaceFirst("-$", "");
    }

    private static String hash(String path, Map<String, ?> forcesReplacement) {
        StringBuilder text = new StringBuilder(path);
        new TreeMap<>(forcesReplacement).forEach((name, value) -> append(text, name, String.valueOf(value)));
        return sha256(text.toString()).substring(0, HASH_LENGTH);
    }

    private static void append(StringBuilder text, String name, String value) {
        if (!Text.isReference(value)) {
            text.append('\n').append(name).append('=').append(value);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
