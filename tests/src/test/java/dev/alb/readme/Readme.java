package dev.alb.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README: its blocks, and the text around them. */
public final class Readme {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String FENCE = "```";

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();

    Readme() {
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                List<String> rest = lines.subList(i + 1, lines.size());
                int length = rest.indexOf(FENCE);
                String content = String.join("\n", rest.subList(0, length)) + "\n";
                blocks.add(new Block(lines.get(i).substring(FENCE.length()), i + 1, content));
                i += length + 1;
            } else {
                prose.add(lines.get(i));
            }
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    Stream<Block> blocks(String... languages) {
        return blocks.stream().filter(block -> Arrays.asList(languages).contains(block.language()));
    }

    /** What stands in the only block of a language. */
    public static String only(String language) {
        List<Block> found = new Readme().blocks(language).toList();
        if (found.size() != 1) {
            throw new AssertionError("The README must have one block of " + language + ", got " + found);
        }
        return found.get(0).content();
    }

    /** The block that comes next, if it is of that language: what the block before it gives. */
    Optional<Block> resultOf(Block block, String language) {
        return blocks.stream()
                .skip(blocks.indexOf(block) + 1L)
                .findFirst()
                .filter(next -> next.language().equals(language));
    }

    /** The block before it, of which it is the result. */
    Optional<Block> originOf(Block block) {
        int index = blocks.indexOf(block);
        return index == 0 ? Optional.empty() : Optional.of(blocks.get(index - 1));
    }

    List<String> prose() {
        return prose;
    }

    /** Every match in the text around the blocks. */
    List<MatchResult> find(String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(String.join("\n", prose))
                .results()
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(ROOT.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
