package dev.alb.site.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.Checks;
import dev.alb.terraform.TerraformValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a file for each kind of value, and what is said about anything else. */
class BinderTest {
    private final Reading reading = Reading.plain();

    record Scalar(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Boolean truth,
            @Nullable Duration time,
            @Nullable Color color,
            @Nullable Version version) {}

    enum Color {
        RED,
        DARK_BLUE
    }

    enum Version implements TerraformValue {
        ON;

        @Override
        public Object toTerraform() {
            return "v-on";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "300, PT300S",
        "90s, PT90S",
        "5m, PT5M",
        "2h, PT2H",
        "7d, PT168H",
        "'5 m', PT5M",
        "'\"60\"', PT60S"
    })
    void takes_times_in_seconds_or_with_a_unit(String text, Duration time) {
        assertEquals(time, reading.valid(Scalar.class, "time: " + text).time());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5x", "m", "-5", "1.5h", "5 minutes", "1h30m", "12345678901", "٣s", "[5]", "{s: 5}"})
    void refuses_other_times(String text) {
        String actual = text.startsWith("[") ? "a list" : text.startsWith("{") ? "a mapping" : "\"" + text + "\"";
        reading.refuses(
                "sample.yaml:1:7 time must be a time, got " + actual
                        + "\n    Write seconds as in 300, or 90s, 5m, 2h, 7d.",
                Scalar.class,
                "time: " + text);
    }

    @ParameterizedTest
    @CsvSource({"8090, 8090", "'\"8090\"', 8090", "-1, -1", "007, 7", "999999999, 999999999"})
    void takes_whole_numbers(String text, int number) {
        assertEquals(number, reading.valid(Scalar.class, "number: " + text).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8090.0", "1e3", "0x10", "1_000", "+5", "9999999999", "eight", "٣", "true"})
    void refuses_other_numbers(String text) {
        reading.refuses(
                "sample.yaml:1:9 number must be a whole number, got \"" + text + "\"\n    Write digits alone.",
                Scalar.class,
                "number: " + text);
    }

    @Test
    void takes_truths() {
        assertEquals(true, reading.valid(Scalar.class, "truth: true").truth());
        assertEquals(false, reading.valid(Scalar.class, "truth: 'false'").truth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "1", "True", "TRUE"})
    void refuses_other_truths(String text) {
        reading.refuses(
                "sample.yaml:1:8 truth must be true or false, got \"" + text + "\"\n    Write true or false.",
                Scalar.class,
                "truth: " + text);
    }

    @Test
    void takes_choices_by_their_name_in_lower_case_or_by_terraforms_own() {
        assertEquals(
                Color.DARK_BLUE, reading.valid(Scalar.class, "color: dark_blue").color());
        assertEquals(Version.ON, reading.valid(Scalar.class, "version: v-on").version());
    }

    @Test
    void refuses_other_choices_and_proposes_the_nearest() {
        reading.refuses(
                "sample.yaml:1:8 color must be one of red, dark_blue, got \"dark-blue\"\n    Did you mean dark_blue?",
                Scalar.class,
                "color: dark-blue");
        reading.refuses(
                "sample.yaml:1:8 color must be one of red, dark_blue, got \"ultraviolet\"\n    Choose one of them.",
                Scalar.class,
                "color: ultraviolet");
        reading.refuses(
                "sample.yaml:1:10 version must be one of v-on, got \"ON\"\n    Choose one of them.",
                Scalar.class,
                "version: ON");
    }

    @ParameterizedTest
    @CsvSource({
        "wiki, wiki",
        "123, 123",
        "true, true",
        "1.50, 1.50",
        "'\"\"', ''",
        "!!str null, 'null'",
        "2024-01-01, 2024-01-01"
    })
    void takes_any_scalar_as_a_text_exactly_as_it_is_written(String yaml, String text) {
        assertEquals(text, reading.valid(Scalar.class, "text: " + yaml).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text: |\n  one\n  two\n", "text: \"one\\ntwo\\n\""})
    void takes_texts_of_several_lines(String yaml) {
        assertEquals("one\ntwo\n", reading.valid(Scalar.class, yaml).text());
    }

    @Test
    void takes_a_very_long_text() {
        String text = "x".repeat(200_000);
        assertEquals(text, reading.valid(Scalar.class, "text: " + text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${TfToken[TOKEN.0]}",
                "a-${TfToken[x]}-b",
                "#{TfToken[TOKEN.1]}",
                "-1.8881545897087626e+289",
                "${TfToken[placeholder:variable:x]}"
            })
    void refuses_texts_that_look_like_tokens(String text) {
        reading.refuses(
                "sample.yaml:1:7 text must not be written like a token of CDKTF, got \"" + text
                        + "\"\n    Such a text would be taken for a reference.",
                Scalar.class,
                "text: \"" + text + "\"");
    }

    @Test
    void takes_an_empty_value_as_none() {
        assertNull(reading.valid(Scalar.class, "text:").text());
        assertNull(reading.valid(Scalar.class, "text: ~").text());
        assertNull(reading.valid(Scalar.class, "text: null").text());
    }

    record Many(
            @Default("[]") List<String> texts,
            @Default("{}") Map<String, Integer> counts,
            @Default("{}") Map<String, Map<String, Object>> free) {}

    @Test
    void takes_lists_and_a_single_element_without_its_dash() {
        assertEquals(
                List.of("a", "b"), reading.valid(Many.class, "texts: [a, b]").texts());
        assertEquals(List.of("a"), reading.valid(Many.class, "texts: a").texts());
        assertEquals(List.of(), reading.valid(Many.class, "texts: []").texts());
    }

    @Test
    void takes_mappings_in_the_order_of_the_file() {
        Many many = reading.valid(Many.class, "counts: {b: 1, a: 2, '3': 3}");
        assertEquals("{b=1, a=2, 3=3}", many.counts().toString());
    }

    @Test
    void takes_free_settings_with_their_types() {
        Many many = reading.valid(
                Many.class, "free: {s3: {lock: true, size: 5, text: '5', rate: 1.5, list: [a, {b: false}]}}");
        assertEquals(
                Map.of(
                        "s3",
                        Map.of(
                                "lock",
                                true,
                                "size",
                                5,
                                "text",
                                "5",
                                "rate",
                                "1.5",
                                "list",
                                List.of("a", Map.of("b", false)))),
                many.free());
    }

    @Test
    void finds_everything_in_lists_and_mappings() {
        reading.refuses("""
                sample.yaml:1:12 texts[1] must be a text, got a list
                    Write one value after the colon.
                sample.yaml:1:23 texts[2] must be a text, got a mapping
                    Write one value after the colon.
                sample.yaml:2:14 counts.a must be a whole number, got "x"
                    Write digits alone.
                sample.yaml:2:19 counts.b must be a whole number, got nothing
                    Write digits alone.
                sample.yaml:3:19 free.s3.key must be a text, got nothing
                    Write one value after the colon.
                sample.yaml:3:29 free.s3.list[0] must not be written like a token of CDKTF, got "${TfToken[x]}"
                    Such a text would be taken for a reference.
                sample.yaml:3:50 free.s3.key must stand once, got it a second time
                    Put both together, or take one out.
                """, Many.class, """
                texts: [a, [b, c, d], {e: f}]
                counts: {a:  x, b: , c: 3}
                free: {s3: {  key: , list: ["${TfToken[x]}"]   , key: 2}}
                """);
    }

    @Test
    void refuses_a_value_where_a_mapping_stands() {
        reading.refuses("""
                sample.yaml:1:9 counts must be a mapping of names to values, got "5"
                    Indent its names below it.
                sample.yaml:2:11 free.s3 must be a mapping of names to values, got nothing
                    Indent its names below it.
                """, Many.class, "counts: 5\nfree: {s3: }");
    }

    @Test
    void refuses_keys_that_look_like_tokens() {
        reading.refuses("""
                sample.yaml:1:10 counts.${TfToken[x]} must not be written like a token of CDKTF, got ${TfToken[x]}
                    Choose another name.
                """, Many.class, "counts: {\"${TfToken[x]}\": 1}");
    }

    record Outer(
            Inner inner,
            @Nullable List<Inner> others,
            @Default("8090") int port) {}

    record Inner(String name, @Nullable Integer size) {
        Inner {
            Checks.of("inner").between("size", size, 1, 10).done();
        }
    }

    @Test
    void makes_records_in_records() {
        assertEquals(
                new Outer(new Inner("a", 1), List.of(new Inner("b", null), new Inner("c", 3)), 8090),
                reading.valid(Outer.class, "inner: {name: a, size: 1}\nothers:\n  - name: b\n  - {name: c, size: 3}"));
    }

    @Test
    void takes_a_value_alone_for_the_only_key_that_has_to_be_given() {
        assertEquals(
                new Outer(new Inner("a", null), List.of(new Inner("b", null), new Inner("c", null)), 80),
                reading.valid(Outer.class, "inner: a\nothers: [b, c]\nport: 80"));
    }

    @Test
    void finds_what_is_missing_at_the_record_that_misses_it() {
        reading.refuses("""
                sample.yaml:2:3 inner.name must be given, got nothing
                    Give it.
                """, Outer.class, "inner:\n  size: 2");
        reading.refuses("""
                sample.yaml:1:1 inner must be given, got nothing
                    Give it.
                """, Outer.class, "port: 2");
    }

    @Test
    void finds_all_at_once_also_besides_wrong_values_of_the_same_record() {
        reading.refuses(
                """
                sample.yaml:1:1 nam must be a known key, got "nam"
                    Known here: inner, others, port.
                sample.yaml:2:15 inner.size must be between 1 and 10, got 11
                    Choose a number from 1 to 10.
                sample.yaml:3:3 inner.nmae must be a known key, got "nmae"
                    Did you mean name?
                sample.yaml:5:5 others[0].name must be given, got nothing
                    Give it.
                sample.yaml:5:12 others[0].size must be between 1 and 10, got 0
                    Choose a number from 1 to 10.
                sample.yaml:6:7 port must be a whole number, got "x"
                    Write digits alone.
                """, Outer.class, "nam: x\ninner: {size: 11, name: a,\n  nmae: b}\nothers:\n  - {size: 0}\nport: x");
    }

    @Test
    void refuses_a_key_that_stands_twice() {
        reading.refuses("""
                sample.yaml:3:1 inner must stand once, got it a second time
                    Put both together, or take one out.
                """, Outer.class, "inner: a\nport: 1\ninner: b");
    }

    sealed interface Shape permits Circle, DoubleSquare {}

    record Circle(int radius) implements Shape {
        Circle {
            Checks.of("circle").between("circle.radius", radius, 1, 9).done();
        }
    }

    record DoubleSquare(@Nullable Integer width, @Nullable Integer height) implements Shape {}

    record Drawing(List<Shape> shapes) {}

    @Test
    void takes_a_choice_by_the_name_of_its_record() {
        assertEquals(
                new Drawing(List.of(new Circle(5), new DoubleSquare(2, null), new Circle(3))),
                reading.valid(
                        Drawing.class, "shapes:\n- circle: 5\n- double_square: {width: 2}\n- circle: {radius: 3}"));
    }

    @Test
    void refuses_what_is_no_choice() {
        reading.refuses("""
                sample.yaml:2:3 shapes[0] must have exactly one key of circle, double_square, got "round"
                    Name one of them.
                sample.yaml:3:3 shapes[1] must have exactly one key of circle, double_square, got a mapping
                    Name one of them.
                sample.yaml:4:3 shapes[2].circel must be a known key, got "circel"
                    Did you mean circle?
                sample.yaml:5:3 shapes[3] must have exactly one key of circle, double_square, got a mapping
                    Name one of them.
                sample.yaml:6:11 shapes[4].circle.radius must be between 1 and 9, got 10
                    Choose a number from 1 to 9.
                sample.yaml:7:17 shapes[5].double_square must be a mapping of keys to values, got nothing
                    Indent its keys below it.
                """, Drawing.class, """
                shapes:
                - round
                - {circle: 5, double_square: {}}
                - circel: 5
                - {}
                - circle: 10
                - double_square:
                """);
    }

    record Login(@Nullable Secret secret) {}

    record Secret(String text) {}

    @Test
    void takes_a_secret_by_the_name_of_its_variable_only() {
        Reading secrets = Reading.knowing(new Vocabulary(Map.of(), Set.of(Secret.class), Map.of(), Map.of()));
        String text = secrets.valid(Login.class, "secret: {variable: CLIENT_SECRET}")
                .secret()
                .text();
        assertEquals(
                new Placeholder(Placeholder.VARIABLE, "CLIENT_SECRET"),
                Placeholder.in(text).orElseThrow());
        secrets.refuses("""
                sample.yaml:1:9 secret must name a variable and not hold the secret, got a text
                    Write {variable: NAME} and set TF_VAR_NAME where Terraform runs.
                """, Login.class, "secret: hunter2");
        secrets.refuses("""
                sample.yaml:1:9 secret must name a variable and not hold the secret, got no variable
                    Write {variable: NAME} and set TF_VAR_NAME where Terraform runs.
                """, Login.class, "secret: {variable: not a name}");
    }

    @Test
    void puts_placeholders_for_names_of_the_site() {
        Placeholder group = new Placeholder("group", "wiki");
        Reading names = Reading.knowing(
                new Vocabulary(Map.of(), Set.of(), Map.of(Inner.class, Map.of("wiki", group)), Map.of()));
        assertEquals(
                group.text(), names.valid(Outer.class, "inner: wiki").inner().name());
        assertEquals("other", names.valid(Outer.class, "inner: other").inner().name());
        assertTrue(Placeholder.in("wiki").isEmpty());
        assertTrue(Placeholder.in(group.text() + "x").isEmpty());
    }

    record Settings(
            String name, @Nullable Integer size, @Nullable Inner inner) {
        Settings {
            Checks.of("settings").between("size", size, 1, 10).done();
        }
    }

    record Holder(
            @Except(value = "name", because = "It follows from the rest.")
            Overlay<Settings> settings) {}

    private static final Settings MADE = new Settings("made", 3, new Inner("deep", 4));

    private final Reading overlays = Reading.knowing(
            new Vocabulary(StartingPoint.keyed(new StartingPoint(MADE, Set.of("name"))), Set.of(), Map.of(), Map.of()));

    @Test
    void changes_only_what_an_overlay_gives() {
        Settings before = new Settings("before", 9, new Inner("kept", 1));
        Overlay<Settings> overlay =
                overlays.valid(Holder.class, "settings: {inner: {size: 2}}").settings();
        assertEquals(new Settings("before", 9, new Inner("kept", 2)), overlay.over(before));
        assertTrue(overlay.isPresent());
        assertEquals("2", overlay.text("inner.size").orElseThrow());
        assertTrue(overlay.text("inner.name").isEmpty());
    }

    @Test
    void clears_with_an_overlay_what_is_given_as_nothing() {
        Settings before = new Settings("before", 9, new Inner("kept", 1));
        assertEquals(
                new Settings("before", null, null),
                overlays.valid(Holder.class, "settings: {inner: null, size:}")
                        .settings()
                        .over(before));
    }

    @Test
    void leaves_all_as_it_is_without_an_overlay() {
        Overlay<Settings> none = overlays.valid(Holder.class, "{}").settings();
        assertFalse(none.isPresent());
        assertEquals(MADE, none.over(MADE));
        assertFalse(overlays.valid(Holder.class, "settings:").settings().isPresent());
    }

    @Test
    void refuses_what_is_wrong_in_an_overlay_and_what_may_not_stand_there() {
        overlays.refuses("""
                sample.yaml:2:3 settings.name must not be given here, got it
                    It follows from the rest.
                sample.yaml:3:9 settings.size must be between 1 and 10, got 99
                    Choose a number from 1 to 10.
                sample.yaml:4:3 settings.colour must be a known key, got "colour"
                    Known here: name, size, inner.
                """, Holder.class, "settings:\n  name: x\n  size: 99\n  colour: red");
    }

    record Wrapper(Settings settings) {}

    @Test
    void begins_a_record_at_its_starting_point() {
        assertEquals(
                new Settings("mine", 3, new Inner("deep", 4)),
                overlays.valid(Wrapper.class, "settings: {name: mine}").settings());
        assertEquals(
                new Settings("mine", 3, new Inner("deep", 4)),
                overlays.valid(Wrapper.class, "settings: mine").settings());
        overlays.refuses("""
                sample.yaml:1:11 settings.name must be given, got nothing
                    Give it.
                """, Wrapper.class, "settings: {size: 1}");
    }
}
