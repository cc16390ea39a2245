package dev.alb.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code is as the drawing, and each rule of the drawing notices when it is not. */
class ArchitectureTest {
    private static final String ROOT = "dev.alb";
    private static final String BROKEN = "dev.alb.architecture.broken";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BROKEN);

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_is_as_the_drawing(ArchRule rule) {
        rule.check(PRODUCTION);
    }

    static Stream<ArchRule> rules() {
        return Architecture.below(ROOT).stream();
    }

    @ParameterizedTest
    @MethodSource("rulesOfFixtures")
    void each_rule_notices_its_violation(ArchRule rule) {
        assertTrue(rule.evaluate(FIXTURES).hasViolation(), rule.getDescription());
    }

    /** The foundation and the highest concern have no fixture: nothing that is drawn stands above rules. */
    static Stream<ArchRule> rulesOfFixtures() {
        return Architecture.below(BROKEN).stream()
                .filter(rule -> !rule.getDescription().startsWith("rules knows"));
    }

    @Test
    void the_code_is_there_at_all() {
        List<String> packages = Stream.of("terraform", "loadbalancer", "actions", "assertions")
                .filter(name -> PRODUCTION.containPackage(ROOT + "." + name))
                .toList();
        assertEquals(List.of("terraform", "loadbalancer", "actions", "assertions"), packages);
    }
}
