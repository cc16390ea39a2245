package dev.alb.review.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.alb.review.Review;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written as SARIF is SARIF, by the part of the standard that is used. */
class SarifSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        InputStream in = SarifSchemaTest.class.getResourceAsStream("sarif-2.1.0-as-used.json");
        SchemaValidatorsConfig formats =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, formats);
    }

    private static JsonNode sarif(Review review, String plan) throws Exception {
        return JSON.readTree(new SarifReport(Reviewer.kinds()).of(List.of(new Reviewed(plan, review))));
    }

    static Stream<Review> reviews() {
        return Stream.of(
                Reviews.rich(),
                Reviews.silent(),
                Reviews.ofLength(50),
                Reviews.withText("module.a[\"x y\"].aws_lb.b[0]", "\u202e<b>*\n"));
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void each_review_is_as_the_standard_says(Review review) throws Exception {
        for (String plan : List.of("plan.json", "a b/C:\\plan%.json", "-", "läufe/1.json")) {
            JsonNode document = sarif(review, plan);
            assertEquals(Set.of(), SCHEMA.validate(document), document::toPrettyString);
        }
    }

    static Stream<Consumer<ObjectNode>> mistakes() {
        return Stream.of(
                result -> result.put("level", "critical"),
                result -> result.remove("message"),
                result -> result.put("severity", "high"),
                result -> result.putObject("message").put("markdown", "x"),
                result -> result.putArray("suppressions").addObject().put("status", "accepted"),
                result -> ((ObjectNode) result.at("/locations/0/physicalLocation/artifactLocation")).put("uri", "a b"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_the_standard_does_not_allow_is_noticed(Consumer<ObjectNode> mistake) throws Exception {
        JsonNode document = sarif(Reviews.rich(), "plan.json");
        mistake.accept((ObjectNode) document.at("/runs/0/results/0"));
        assertNotEquals(Set.of(), SCHEMA.validate(document), document::toPrettyString);
    }

    @Test
    void several_plans_are_several_runs() throws Exception {
        List<Reviewed> two = List.of(new Reviewed("a.json", Reviews.rich()), new Reviewed("b.json", Reviews.rich()));
        JsonNode document = JSON.readTree(new SarifReport(Reviewer.kinds()).of(two));
        assertEquals(Set.of(), SCHEMA.validate(document), document::toPrettyString);
        assertEquals(2, document.path("runs").size());
    }
}
