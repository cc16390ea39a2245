package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Fingerprint;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells apart several objects that are taken for existing at once: the id of each ends with a letter of its own, which for
 * a subnet is the zone that it lies in.
 */
final class AssumedIds {
    private static final Map<String, String> PREFIXES = Map.of(
            "aws_subnet", "subnet-", "aws_instance", "i-", "aws_security_group", "sg-", "aws_route_table", "rtb-");
    private static final Set<Character> ZONES = Set.of('a', 'b', 'c');
    private static final int DIGITS = 16;

    private AssumedIds() {}

    /** What is said of one of several objects. */
    static Map<String, Value> in(ResourceType type, Map<String, Value> said, int copy, boolean several) {
        Map<String, Value> one = new LinkedHashMap<>(said);
        String prefix = PREFIXES.get(type.name());
        if (prefix != null && !said.containsKey("id")) {
            char letter = several ? (char) ('a' + copy) : letter(said);
            one.put(
                    "id",
                    Value.text(prefix
                            + Fingerprint.of(type.name(), said.toString()).substring(0, DIGITS)
                            + letter));
        }
        return one;
    }

    /** Names end with the letter or the number of a zone: {@code private-b}, {@code eu-central-1b}, {@code private-2}. */
    private static char letter(Map<String, Value> said) {
        for (Value value : said.values()) {
            for (Value part : value.elements().isEmpty() ? List.of(value) : value.elements()) {
                String text = part.text();
                char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
                char letter = last >= '1' && last <= '3' ? (char) ('a' + last - '1') : last;
                if (ZONES.contains(letter)) {
                    return letter;
                }
            }
        }
        return 'a';
    }
}
