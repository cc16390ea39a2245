package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody is told whose Terraform files name a type that the sandbox doesn't have. */
class SandboxTypesTest {
    @TempDir
    private Path folder;

    @Test
    void the_types_that_it_has_are_listed() {
        Said said = Said.by("sandbox", "types");
        assertEquals(0, said.exitCode(), said.err());
        List<String> types = said.out().lines().toList();
        assertTrue(types.contains("resource aws_lb"), said.out());
        assertTrue(types.contains("data aws_vpc"), said.out());
        assertEquals(types.stream().distinct().toList(), types);
    }

    @Test
    void a_failure_is_followed_by_the_types_that_it_lacks_and_where_they_stand() throws Exception {
        Files.writeString(folder.resolve("main.tf"), """
                resource "aws_lb" "wiki" {}
                resource "aws_ecs_cluster" "wiki" {}
                resource "aws_ecs_cluster" "other" {}
                # resource "aws_sqs_queue" "planned" {}
                """);
        Path module = Files.createDirectories(folder.resolve("modules/jobs"));
        Files.writeString(module.resolve("jobs.tf"), "\n\n  data \"aws_sqs_queue\" \"jobs\" {}\n");
        Files.write(folder.resolve("binary.tf"), new byte[] {(byte) 0xC3, 0});
        assertEquals(
                "alb: the sandbox has no resource aws_ecs_cluster (main.tf:2), "
                        + "data aws_sqs_queue (modules/jobs/jobs.tf:3)\n"
                        + "    What it has is listed by: alb sandbox types\n",
                failing("-chdir=" + folder));
    }

    @Test
    void a_failure_for_any_other_reason_is_left_to_the_program() throws Exception {
        Files.writeString(folder.resolve("main.tf"), "resource \"aws_lb\" \"wiki\" {}\n");
        assertEquals("", failing("-chdir=" + folder));
        assertEquals("", failing("-chdir=" + folder.resolve("missing")));
    }

    private String failing(String chdir) {
        Told told = Told.by(
                "sandbox", "--sandbox-folder", folder.resolve("sandbox").toString(), "--", "sh", "-c", "exit 4", chdir);
        assertEquals(4, told.exitCode(), told.err());
        return told.err();
    }
}
