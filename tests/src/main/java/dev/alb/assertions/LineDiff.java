package dev.alb.assertions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines in which two texts differ, with a little of what stands around them. */
final class LineDiff {
    private static final int CONTEXT = 2;
    private static final int MOST_LINES = 60;
    private static final int LARGEST_TABLE = 4_000_000;

    private final List<String> expected;
    private final List<String> actual;
    private final List<String> lines = new ArrayList<>();

    private LineDiff(List<String> expected, List<String> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** Lines with {@code -} are expected and missing, lines with {@code +} are there and unexpected. */
    static String of(String expected, String actual) {
        LineDiff diff = new LineDiff(lines(expected), lines(actual));
        diff.compare();
        return diff.lines.size() <= MOST_LINES
                ? String.join("\n", diff.lines)
                : String.join("\n", diff.lines.subList(0, MOST_LINES)) + "\n… and " + (diff.lines.size() - MOST_LINES)
                        + " lines more";
    }

    /** Line ends that cannot be seen are made visible, or a difference in them would look like none. */
    private static List<String> lines(String text) {
        String[] split = text.replace("\r", "␍").split("\n", -1);
        if (split[split.length - 1].isEmpty()) {
            return Arrays.asList(split).subList(0, split.length - 1);
        }
        split[split.length - 1] += " (no newline at the end)";
        return Arrays.asList(split);
    }

    private void compare() {
        int start = 0;
        while (start < Math.min(expected.size(), actual.size())
                && expected.get(start).equals(actual.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(expected.size(), actual.size()) - start
                && expected.get(expected.size() - 1 - end).equals(actual.get(actual.size() - 1 - end))) {
            end++;
        }
        lines.add("line " + (start + 1) + ":");
        expected.subList(Math.max(0, start - CONTEXT), start).forEach(line -> lines.add("  " + line));
        compareMiddle(expected.subList(start, expected.size() - end), actual.subList(start, actual.size() - end));
        actual.subList(actual.size() - end, Math.min(actual.size(), actual.size() - end + CONTEXT))
                .forEach(line -> lines.add("  " + line));
    }

    private void compareMiddle(List<String> removed, List<String> added) {
        if ((long) removed.size() * added.size() > LARGEST_TABLE) {
            removed.forEach(line -> lines.add("- " + line));
            added.forEach(line -> lines.add("+ " + line));
            return;
        }
        int[][] common = longestCommon(removed, added);
        int i = 0;
        int j = 0;
        while (i < removed.size() || j < added.size()) {
            if (i < removed.size() && j < added.size() && removed.get(i).equals(added.get(j))) {
                lines.add("  " + removed.get(i));
                i++;
                j++;
            } else if (j == added.size() || (i < removed.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + removed.get(i++));
            } else {
                lines.add("+ " + added.get(j++));
            }
        }
    }

    /** How many lines the ends of both lists have in common, from each pair of places on. */
    private static int[][] longestCommon(List<String> one, List<String> other) {
        int[][] common = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] = one.get(i).equals(other.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
