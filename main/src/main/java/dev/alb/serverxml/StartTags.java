package dev.alb.serverxml;

import dev.alb.serverxml.Tag.Attribute;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the start tags of a well-formed document without a document type stand, and its comments. */
final class StartTags {
    private static final Pattern REFERENCE = Pattern.compile("&(#x[0-9A-Fa-f]+|#[0-9]+|[a-z]+);");

    private final String text;
    private final Deque<Tag> open = new ArrayDeque<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<Integer> commentStarts = new ArrayList<>();

    StartTags(String text) {
        this.text = text;
        int at = text.indexOf('<');
        while (at >= 0) {
            at = text.indexOf('<', pass(at));
        }
    }

    /** In the order of the file. */
    List<Tag> tags() {
        return tags;
    }

    /** Where the first comment stands that a text can be found in, or -1. */
    int commentWith(Pattern pattern) {
        for (int i = 0; i < comments.size(); i++) {
            Matcher matcher = pattern.matcher(comments.get(i));
            if (matcher.find()) {
                return commentStarts.get(i) + matcher.start();
            }
        }
        return -1;
    }

    private int pass(int at) {
        if (text.startsWith("<!--", at)) {
            int end = behind("-->", at + 4);
            comments.add(text.substring(at, end));
            commentStarts.add(at);
            return end;
        }
        if (text.startsWith("<![CDATA[", at)) {
            return behind("]]>", at);
        }
        if (text.startsWith("<?", at)) {
            return behind("?>", at);
        }
        if (text.startsWith("</", at)) {
            open.pop();
            return behind(">", at);
        }
        return tag(at);
    }

    private int tag(int start) {
        int at = endOfName(start + 1);
        String name = text.substring(start + 1, at);
        List<Attribute> attributes = new ArrayList<>();
        int end = at;
        while (true) {
            at = behindBlanks(at);
            if (text.charAt(at) == '>' || text.charAt(at) == '/') {
                break;
            }
            Attribute attribute = attribute(at);
            attributes.add(attribute);
            at = attribute.valueEnd() + 1;
            end = at;
        }
        Tag tag = new Tag(name, start, open.peek(), List.copyOf(attributes), end);
        tags.add(tag);
        if (text.charAt(at) == '/') {
            return at + 2;
        }
        open.push(tag);
        return at + 1;
    }

    private Attribute attribute(int start) {
        int nameEnd = endOfName(start);
        int valueStart = behindBlanks(behindBlanks(nameEnd) + 1) + 1;
        int valueEnd = text.indexOf(text.charAt(valueStart - 1), valueStart);
        return new Attribute(
                text.substring(start, nameEnd),
                start,
                valueStart,
                valueEnd,
                meaning(text.substring(valueStart, valueEnd)));
    }

    /** As a parser hands it over: a line break or a tab is a blank, a reference what it stands for. */
    private static String meaning(String raw) {
        String blanks =
                raw.replace("\r\n", " ").replace('\r', ' ').replace('\n', ' ').replace('\t', ' ');
        return REFERENCE
                .matcher(blanks)
                .replaceAll(found -> Matcher.quoteReplacement(referred(found.group(1), found.group())));
    }

    private static String referred(String name, String whole) {
        if (name.startsWith("#")) {
            boolean isHexadecimal = name.startsWith("#x");
            int codePoint = Integer.parseInt(name.substring(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
            return Character.toString(codePoint);
        }
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> whole;
        };
    }

    private int endOfName(int from) {
        int at = from;
        while (" \t\r\n=/>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int behindBlanks(int from) {
        int at = from;
        while (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int behind(String end, int from) {
        return text.indexOf(end, from) + end.length();
    }
}
