package dev.alb.review.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.terraform.NeedsTerraform;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What the checks of one section find in plans that change one site, which stands in the sandbox for all tests of a class. */
@NeedsTerraform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlannedSiteTest {
    private final PlannedSite site = PlannedSite.of(PlannedSite.BASE);
    private final List<Check> checks;

    PlannedSiteTest(List<Check> checks) {
        this.checks = checks;
    }

    @AfterAll
    void close() {
        site.close();
    }

    /** The plan of the site with some texts replaced: an old one, a new one, and so on. */
    final Comparison edited(String... edits) {
        return site.edited(PlannedSite.BASE, edits);
    }

    /** The plan of another configuration. */
    final Comparison planned(String configuration) {
        return site.plan(configuration);
    }

    /** What this section finds; a plan may be of interest to others as well. */
    final void assertFinds(Comparison comparison, String... lines) {
        assertEquals(List.of(lines), PlannedSite.lines(comparison, checks));
    }
}
