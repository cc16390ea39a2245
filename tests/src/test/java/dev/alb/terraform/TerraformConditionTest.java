package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

/** Tests that need Terraform are never passed over in silence. */
class TerraformConditionTest {
    @TempDir
    private Path folder;

    @Test
    void they_run_where_the_program_is_there() throws IOException {
        assertTrue(Files.createFile(folder.resolve("terraform")).toFile().setExecutable(true));
        assertFalse(TerraformCondition.evaluate(Map.of("PATH", "/nowhere:" + folder))
                .isDisabled());
        assertFalse(TerraformCondition.evaluate(Map.of("TERRAFORM_BINARY", folder + "/terraform"))
                .isDisabled());
    }

    @Test
    void they_are_skipped_and_say_so_where_it_is_missing() {
        ConditionEvaluationResult result = TerraformCondition.evaluate(Map.of("PATH", folder.toString()));
        assertTrue(result.isDisabled());
        assertEquals(
                "terraform is not on the PATH; install it, or name another program in TERRAFORM_BINARY",
                result.getReason().orElseThrow());
    }

    @Test
    void they_fail_on_a_build_server_where_it_is_missing() {
        Map<String, String> server = Map.of("PATH", folder.toString(), "CI", "true", "TERRAFORM_BINARY", "tofu");
        AssertionError error = assertThrows(AssertionError.class, () -> TerraformCondition.evaluate(server));
        assertEquals(
                "tofu is not on the PATH; install it, or name another program in TERRAFORM_BINARY", error.getMessage());
    }
}
