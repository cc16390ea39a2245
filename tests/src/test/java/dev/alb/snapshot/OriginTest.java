package dev.alb.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration in a plan says where an unknown value comes from, and where it is not clear it says nothing. */
class OriginTest {
    private static final String MODULES = """
            'module_calls': {'m': {
              'for_each_expression': {'constant_value': {'x': 1, 'y': 2}},
              'expressions': {
                'lb': {'references': ['aws_lb.one.arn', 'aws_lb.one']},
                'own': {'references': ['aws_lb.each', 'each.key']},
                'both': {'references': ['aws_lb.one', 'aws_lb.other']},
                'fixed': {'constant_value': 'arn'},
                'value': {'references': ['each.value']}},
              'module': {
                'outputs': {
                  'here': {'expression': {'references': ['aws_lb.inner.arn', 'aws_lb.inner']}},
                  'through': {'expression': {'references': ['var.lb']}},
                  'same': {'expression': {'references': ['var.own']}},
                  'both': {'expression': {'references': ['var.both']}},
                  'all': {'expression': {'references': ['aws_lb.many']}},
                  'list': {'expression': {'references': ['aws_lb.counted']}},
                  'mixed': {'expression': {'references': ['aws_lb.many', 'aws_lb.inner']}},
                  'part': {'expression': {'references': ['aws_lb.many[\\'k\\'].arn', 'aws_lb.many[\\'k\\']', 'aws_lb.many']}},
                  'handed': {'expression': {'references': ['module.n.all', 'module.n']}},
                  'deep': {'expression': {'references': ['module.n.there', 'module.n']}}},
                'module_calls': {'n': {'module': {'outputs': {
                  'all': {'expression': {'references': ['aws_lb.deep']}},
                  'there': {'expression': {'references': ['aws_lb.deepest.arn', 'aws_lb.deepest']}}}}}},
                'resources': [{'address': 'aws_lb.inner', 'expressions': {
                  'a': {'references': ['var.lb']}, 'b': {'references': ['var.own']},
                  'c': {'references': ['var.fixed']}, 'd': {'references': ['var.value', 'var.lb']},
                  'e': {'references': ['var.both.x', 'var.both']}}}]}}}
            """;

    private static final List<String> INSTANCES = List.of(
            "aws_lb.one",
            "aws_lb.other",
            "aws_lb.single[0]",
            "aws_lb.each[\"x\"]",
            "aws_lb.each[\"y\"]",
            "aws_lb.each[\"a.b]\\\"\"]",
            "module.m[\"x\"].aws_lb.inner",
            "module.m[\"y\"].aws_lb.inner",
            "module.m[\"y\"].module.n.aws_lb.deepest",
            "module.m[\"y\"].module.n.aws_lb.deep[\"k\"]",
            "module.m[\"y\"].aws_lb.many[\"k\"]",
            "module.m[\"y\"].aws_lb.many[\"l\"]",
            "module.m[\"y\"].aws_lb.counted[0]",
            "module.m[\"y\"].aws_lb.counted[1]",
            "data.aws_lb.found");

    private static Origin origin(String address, String expressions) {
        String name = Address.of(address).resource();
        String configuration = "{'root_module': {'resources': [{'address': '" + name
                + "', 'for_each_expression': {'references': ['local.all']}, 'expressions': " + expressions + "}], "
                + MODULES + "}}";
        return new Configuration(Given.json(configuration), new Instances(INSTANCES)).originOf(address);
    }

    private static List<String> of(String references) {
        String quoted = Stream.of(references.split(" "))
                .map(reference -> "\"" + reference.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(","));
        return origin("aws_lb_listener.own[\"x\"]", "{'v': {'references': [" + quoted + "]}}")
                .at("v")
                .references();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "aws_lb.one.arn aws_lb.one                                    > aws_lb.one",
                "aws_lb.one.arn aws_lb.one aws_lb.one.id aws_lb.one           > aws_lb.one",
                "data.aws_lb.found.arn data.aws_lb.found                      > data.aws_lb.found",
                "aws_lb.each[\"x\"].arn aws_lb.each[\"x\"] aws_lb.each        > aws_lb.each[\"x\"]",
                "aws_lb.each[\"a.b]\\\"\"].arn aws_lb.each[\"a.b]\\\"\"] aws_lb.each > aws_lb.each[\"a.b]\\\"\"]",
                "aws_lb.single[0].arn aws_lb.single[0] aws_lb.single          > aws_lb.single[0]",
                "aws_lb.single                                                > aws_lb.single[0]",
                "aws_lb.each each.key                                         > aws_lb.each[\"x\"]",
                "var.anything aws_lb.one.arn aws_lb.one                       > aws_lb.one",
                "module.m[\"y\"].here module.m[\"y\"] module.m                > module.m[\"y\"].aws_lb.inner",
                "module.m[\"y\"].through module.m[\"y\"] module.m             > aws_lb.one",
                "module.m[\"y\"].same module.m[\"y\"] module.m                > aws_lb.each[\"y\"]",
                "module.m[\"y\"].deep module.m[\"y\"] module.m                > module.m[\"y\"].module.n.aws_lb.deepest",
                "module.m[\"y\"].all[\"k\"].arn module.m[\"y\"].all[\"k\"] module.m[\"y\"].all > module.m[\"y\"].aws_lb.many[\"k\"]",
                "module.m[\"y\"].handed[\"k\"].arn module.m[\"y\"].handed     > module.m[\"y\"].module.n.aws_lb.deep[\"k\"]",
            })
    void a_reference_without_doubt_leads_to_its_resource(String references, String address) {
        assertEquals(List.of(address), of(references));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "aws_lb.each",
                "aws_lb.each each.value",
                "aws_lb.each each.key var.prefix",
                "aws_lb.each[\"x\"].arn aws_lb.each[\"x\"] aws_lb.each aws_lb.each each.key var.x",
                "each.value",
                "local.arn",
                "local.use_one aws_lb.one.arn aws_lb.one",
                "self.arn self",
                "module.m each.key",
                "module.m.here module.m",
                "module.m[\"y\"].nothing module.m[\"y\"] module.m",
                "module.m[\"y\"].both.x module.m[\"y\"].both module.m[\"y\"] module.m",
                "module.m[\"y\"].all",
                "module.m[\"y\"].all[\"z\"].arn",
                "module.m[\"y\"].list[0].arn",
                "module.m[\"y\"].mixed[\"k\"].arn",
                "module.nowhere.arn module.nowhere",
                "aws_lb.gone.arn aws_lb.gone",
                "var.only",
                "path.module"
            })
    void a_reference_in_doubt_leads_nowhere(String references) {
        assertEquals(List.of(), of(references));
    }

    @Test
    void several_resources_are_all_told() {
        assertEquals(
                List.of("aws_lb.one", "aws_lb.other"), of("aws_lb.one.arn aws_lb.one aws_lb.other.arn aws_lb.other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {"a > [aws_lb.one]", "b > [aws_lb.each[\"y\"]]", "c > []", "d > [aws_lb.one]", "e > []"})
    void a_variable_means_what_the_caller_of_the_module_gives(String name, String addresses) {
        Origin inner = origin("module.m[\"y\"].aws_lb.inner", "{}");
        assertEquals(addresses, inner.at(name).references().toString());
    }

    @Test
    void a_resource_that_is_not_configured_says_nothing() {
        assertEquals(List.of(), origin("aws_lb.one", "{}").at("x").references());
        assertEquals(List.of(), origin("module.gone.aws_lb.one", "{}").at("x").references());
    }
}
