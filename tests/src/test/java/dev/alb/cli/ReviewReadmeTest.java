package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.readme.Readme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's examples of a review are what is really said. */
class ReviewReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void the_review_is_the_one_of_a_plan() throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.json"), PlanJson.timeout());
        Said.by("review", plan.toString()).is(0, Readme.only("review"), "");
    }

    @Test
    void the_accepted_findings_can_be_read() throws Exception {
        Path accepted = Files.writeString(folder.resolve("accepted.yaml"), Readme.only("accepted"));
        Path plan = Files.writeString(folder.resolve("plan.json"), PlanJson.nothing());
        Said said = Said.by("review", plan.toString(), "--accept", accepted.toString());
        assertTrue(said.out().contains("The acceptance of plan-incomplete at *"), said.err());
    }
}
