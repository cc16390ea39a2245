package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformElement;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** The names that are worked out here are those that CDKTF gives. */
class LogicalIdTest {
    private static final int SEED = 7;
    private static final int PATHS = 300;
    private static final int DEEPEST = 5;
    private static final List<String> IDS = List.of(
            "wiki",
            "Wiki",
            "wiki-http",
            "http_1",
            "a.b",
            "*.example.com",
            "übung",
            "ü",
            "日本",
            "a b",
            "${x}",
            "a/b",
            "1",
            "0a",
            "Default",
            "Resource",
            "DefaultResource",
            "_",
            "-",
            "x".repeat(100),
            "y".repeat(239),
            "z".repeat(240),
            "w".repeat(255),
            "v".repeat(256),
            "Resourcewiki",
            "https",
            "s");

    private final App app = Testing.app();
    private int stacks;

    @Test
    void agrees_with_cdktf_on_every_id_alone() {
        IDS.stream().filter(id -> !id.equals("Default")).forEach(id -> assertAgreement(List.of(id)));
    }

    @Test
    void agrees_with_cdktf_on_many_paths() {
        Random random = new Random(SEED);
        for (int i = 0; i < PATHS; i++) {
            List<String> path = path(random);
            if (path.stream().anyMatch(id -> !id.equals("Default"))) {
                assertAgreement(path);
            }
        }
    }

    @Test
    void agrees_with_cdktf_below_a_stack_that_is_not_at_the_top() {
        Construct environment = new Construct(app, "production");
        assertAgreement(new TerraformStack(environment, "network"), List.of("team", "wiki"));
    }

    private void assertAgreement(List<String> path) {
        assertAgreement(new TerraformStack(app, "stack" + stacks++), path);
    }

    private static void assertAgreement(TerraformStack stack, List<String> path) {
        Construct scope = stack;
        for (String id : path.subList(0, path.size() - 1)) {
            scope = new Construct(scope, id);
        }
        String last = path.get(path.size() - 1);
        Thing thing = new Thing(scope, last, Map.of());
        String ofCdktf = ((TerraformElement) thing).getFriendlyUniqueId();
        assertEquals("aws_thing." + ofCdktf, thing.address(), () -> "of the path " + path);
        List<String> inTheTree = path.stream().map(id -> id.replace("/", "--")).collect(Collectors.toList());
        assertEquals(ofCdktf, LogicalId.of(inTheTree), () -> "of the path " + path);
    }

    private static List<String> path(Random random) {
        List<String> path = new ArrayList<>();
        int depth = 1 + random.nextInt(DEEPEST);
        for (int i = 0; i < depth; i++) {
            path.add(IDS.get(random.nextInt(IDS.size())));
        }
        return path;
    }
}
