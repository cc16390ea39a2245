package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's examples of a review are what is really said. */
class ReviewReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void the_review_is_the_one_of_a_plan() throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.json"), PlanJson.timeout());
        Said.by("review", plan.toString()).is(0, block("review"), "");
    }

    @Test
    void the_accepted_findings_can_be_read() throws Exception {
        Path accepted = Files.writeString(folder.resolve("accepted.yaml"), block("accepted"));
        Path plan = Files.writeString(folder.resolve("plan.json"), PlanJson.nothing());
        Said said = Said.by("review", plan.toString(), "--accept", accepted.toString());
        assertTrue(said.out().contains("The acceptance of plan-incomplete at *"), said.err());
    }

    private static String block(String language) throws Exception {
        List<String> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertEquals(1, blocks.size(), language);
        return blocks.get(0);
    }
}
