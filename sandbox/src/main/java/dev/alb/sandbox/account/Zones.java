package dev.alb.sandbox.account;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The availability zones of a region: three of them everywhere, {@code a} to {@code c}. */
public final class Zones {
    private static final Pattern REGION =
            Pattern.compile("(\\w+)-(?:(gov|iso\\w*)-)?(north|south|east|west|central)(east|west)?-(\\d+)");
    private static final Map<String, String> SHORT = Map.of("gov", "g");
    private static final String LETTERS = "abc";

    private Zones() {}

    /** The names of a region's zones. */
    public static List<String> in(String region) {
        return LETTERS.chars().mapToObj(letter -> region + (char) letter).toList();
    }

    /** The zone of something in a region: that of the letter with which its id ends, or else one that follows from it. */
    static String of(String region, String id, String fingerprint) {
        char last = id.isEmpty() ? ' ' : id.charAt(id.length() - 1);
        boolean says = LETTERS.indexOf(last) >= 0;
        return region + (says ? last : LETTERS.charAt(fingerprint.charAt(0) % LETTERS.length()));
    }

    /** The id of a zone, which is the same in all accounts: {@code euc1-az1} for {@code eu-central-1a}. */
    public static String id(String zone) {
        if (zone.isEmpty()) {
            return "";
        }
        String region = zone.substring(0, zone.length() - 1);
        int number = zone.charAt(zone.length() - 1) - 'a' + 1;
        return shortName(region) + "-az" + number;
    }

    private static String shortName(String region) {
        Matcher parts = REGION.matcher(region);
        if (!parts.matches()) {
            return region;
        }
        String partition = parts.group(2) == null ? "" : SHORT.getOrDefault(parts.group(2), parts.group(2));
        String side = parts.group(4) == null ? "" : parts.group(4).substring(0, 1);
        return parts.group(1) + partition + parts.group(3).charAt(0) + side + parts.group(5);
    }
}
