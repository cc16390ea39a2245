package dev.alb.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan is told as what there is before, what there is after, and what is done. */
class PlanFileTest {

    private static Plan of(String... changes) {
        return Given.plan("'resource_changes': [" + String.join(",", changes) + "]");
    }

    private static List<String> addresses(Snapshot snapshot) {
        return snapshot.resources().stream().map(Resource::address).toList();
    }

    @Test
    void what_is_created_is_there_after_and_what_is_deleted_before() {
        Plan plan = of(
                Given.change("aws_lb.new", "['create']", "'before': null, 'after': {'name': 'n'}"),
                Given.change("aws_lb.gone", "['delete']", "'before': {'name': 'g'}, 'after': null"));
        assertEquals(List.of("aws_lb.gone"), addresses(plan.before()));
        assertEquals(List.of("aws_lb.new"), addresses(plan.after()));
        assertTrue(plan.changes().get(0).after().isAbsent(), plan.changes()::toString);
    }

    @Test
    void changes_stand_in_the_order_of_their_addresses() {
        Plan plan = of(
                Given.change("aws_lb.b", "['no-op']", "'before': {}, 'after': {}"),
                Given.change("aws_lb.a", "['no-op']", "'before': {}, 'after': {}"));
        assertEquals(
                List.of("aws_lb.a", "aws_lb.b"),
                plan.changes().stream().map(Change::address).toList());
    }

    @Test
    void what_terraform_forgets_stays_in_aws_with_its_values() {
        Plan plan = of(Given.change("aws_lb.left", "['forget']", "'before': {'name': 'left'}, 'after': null"));
        assertEquals(
                "left", plan.after().at("aws_lb.left").orElseThrow().at("name").text(""));
        assertEquals(Change.Action.FORGET, plan.changes().get(0).action());
    }

    @Test
    void what_a_replacement_left_behind_is_a_change_and_no_resource() {
        Plan plan = of("{'address': 'aws_lb.a', 'type': 'aws_lb', 'deposed': '0a1b', 'change':"
                + " {'actions': ['delete'], 'before': {'name': 'old'}, 'after': null}}");
        assertEquals(List.of(), addresses(plan.before()));
        assertEquals(List.of(), addresses(plan.after()));
        assertTrue(plan.changes().get(0).isDeposed(), plan.changes()::toString);
    }

    @Test
    void what_is_moved_stands_at_its_new_address_on_both_sides() {
        Plan plan = Given.plan("'resource_changes': [{'address': 'aws_lb.b', 'previous_address': 'aws_lb.a',"
                + " 'type': 'aws_lb', 'change': {'actions': ['no-op'], 'before': {'name': 'x'}, 'after': {'name': 'x'}}}],"
                + " 'prior_state': {'values': {'root_module': {'resources':"
                + " [{'address': 'aws_lb.a', 'type': 'aws_lb', 'values': {'name': 'x'}}]}}}");
        assertEquals(List.of("aws_lb.b"), addresses(plan.before()));
        assertEquals(List.of("aws_lb.b"), addresses(plan.after()));
        assertEquals("aws_lb.a", plan.changes().get(0).previousAddress());
    }

    @Test
    void what_the_plan_does_not_name_is_the_same_on_both_sides() {
        Plan plan = Given.plan("'resource_changes': [], 'prior_state': {'values': {'root_module': {'child_modules':"
                + " [{'address': 'module.m', 'resources': [{'address': 'module.m.data.aws_lb.x', 'mode': 'data',"
                + " 'type': 'aws_lb', 'values': {'name': 'x'}}, {'address': 'module.m.aws_lb.y', 'mode': 'managed',"
                + " 'type': 'aws_lb', 'deposed_key': '0a', 'values': {}}]}]}}}");
        assertEquals(List.of("module.m.data.aws_lb.x"), addresses(plan.before()));
        assertEquals(List.of("module.m.data.aws_lb.x"), addresses(plan.after()));
        assertTrue(plan.after().resources().get(0).isData());
    }

    @ParameterizedTest
    @CsvSource({
        "'[\"port\"]', port",
        "'[\"health_check\", 0, \"port\"]', health_check[0].port",
        "'[\"tags\", \"a b\"]', 'tags[\"a b\"]'"
    })
    void a_path_that_forces_a_replacement_is_told_as_terraform_writes_it(String steps, String text) {
        Plan plan = of(Given.change(
                "aws_lb.a", "['delete', 'create']", "'before': {}, 'after': {}, 'replace_paths': [" + steps + "]"));
        assertEquals(List.of(text), plan.changes().get(0).replacePaths());
        assertEquals(Change.Action.DELETE_THEN_CREATE, plan.changes().get(0).action());
    }

    @Test
    void unknown_and_sensitive_parts_are_told_apart() {
        Plan plan = of(
                Given.change(
                        "aws_lb.a",
                        "['create']",
                        "'before': null, 'after': {'b': [{'c': 'secret', 'd': 'open'}]},"
                                + " 'after_unknown': {'b': [{'e': true}], 'arn': true}, 'after_sensitive': {'b': [{'c': true}]}"));
        Resource resource = plan.after().at("aws_lb.a").orElseThrow();
        assertTrue(resource.at("arn").isUnknown());
        Value block = resource.at("b").items().get(0);
        assertEquals("(sensitive)", block.at("c").toString());
        assertEquals("\"open\"", block.at("d").toString());
        assertEquals("(known after apply)", block.at("e").toString());
    }

    @Test
    void a_secret_is_known_by_its_name_where_terraform_does_not_mark_it() {
        Plan plan =
                of(Given.change("aws_lb.a", "['create']", "'before': null, 'after': {'o': [{'client_secret': 'x'}]}"));
        Value secret =
                plan.after().at("aws_lb.a").orElseThrow().values().block("o").at("client_secret");
        assertEquals("(sensitive)", secret.toString());
    }

    @Test
    void a_plan_is_complete_and_without_error_unless_it_says_otherwise() {
        assertTrue(of().isComplete());
        assertFalse(of().isErrored());
        Plan failed = Given.plan("'errored': true, 'complete': false, 'terraform_version': '1.11.4'");
        assertFalse(failed.isComplete());
        assertTrue(failed.isErrored());
        assertEquals("1.11.4", failed.terraformVersion());
    }

    @Test
    void of_what_was_changed_in_aws_only_differences_are_told() {
        Plan plan = Given.plan("'resource_drift': ["
                + Given.change("aws_lb.a", "['no-op']", "'before': {}, 'after': {}") + ","
                + Given.change("aws_lb.b", "['update']", "'before': {'x': 1}, 'after': {'x': 2}") + "]");
        assertEquals(
                List.of("aws_lb.b"), plan.drift().stream().map(Change::address).toList());
    }

    @Test
    void what_terraform_defers_and_what_it_runs_besides_is_told() {
        Plan plan = Given.plan("""
                'complete': false,
                'deferred_changes': [{'reason': 'instance_count_unknown',
                  'resource_change': {'address': 'aws_lb.b', 'mode': 'managed', 'type': 'aws_lb', 'change': {}}}],
                'deferred_action_invocations': [{'reason': 'deferred_prereq',
                  'action_invocation': {'address': 'action.aws_lambda_invoke.late', 'type': 'aws_lambda_invoke'}}],
                'action_invocations': [
                  {'address': 'action.aws_lambda_invoke.warm', 'type': 'aws_lambda_invoke', 'config_values': {},
                   'lifecycle_action_trigger': {'triggering_resource_address': 'aws_lb.a',
                     'action_trigger_event': 'AfterCreate', 'action_trigger_block_index': 0, 'actions_list_index': 0}},
                  {'address': 'action.aws_lambda_invoke.asked', 'type': 'aws_lambda_invoke',
                   'invoke_action_trigger': {}}]""");
        assertEquals(
                List.of("aws_lb.b (instance count unknown)", "action.aws_lambda_invoke.late (deferred prereq)"),
                plan.deferred());
        assertEquals(
                List.of("action.aws_lambda_invoke.warm after create of aws_lb.a", "action.aws_lambda_invoke.asked"),
                plan.actions());
        assertEquals(List.of(), plan.changes());
    }

    @Test
    void of_an_ephemeral_resource_nothing_stays() {
        String ephemeral = "{'address': 'ephemeral.aws_secret.a', 'mode': 'ephemeral', 'type': 'aws_secret', "
                + "'change': {'actions': ['open'], 'before': null, 'after': null}}";
        assertEquals(
                List.of("aws_lb.a"),
                addresses(of(ephemeral, Given.change("aws_lb.a", "['create']", "'before': null, 'after': {}"))
                        .after()));
    }

    @Test
    void a_plan_of_opentofu_is_a_plan() {
        Plan plan = Given.plan("""
                'terraform_version': '1.11.0', 'applyable': true, 'complete': true, 'errored': false,
                'resource_changes': [
                  {'address': 'aws_lb.a', 'mode': 'managed', 'type': 'aws_lb', 'name': 'a',
                   'provider_name': 'registry.opentofu.org/hashicorp/aws', 'action_reason': 'delete_because_enabled_false',
                   'change': {'actions': ['delete'], 'before': {'name': 'a'}, 'after': null, 'after_unknown': {},
                     'before_sensitive': {}, 'after_sensitive': false}},
                  {'address': 'aws_lb.b', 'mode': 'managed', 'type': 'aws_lb', 'name': 'b',
                   'provider_name': 'registry.opentofu.org/hashicorp/aws',
                   'change': {'actions': ['forget'], 'before': {'name': 'b'}, 'after': null, 'after_unknown': {},
                     'before_sensitive': {}, 'after_sensitive': false}}]""");
        assertEquals(List.of("aws_lb.b"), addresses(plan.after()));
        assertEquals(
                List.of(Change.Action.DELETE, Change.Action.FORGET),
                plan.changes().stream().map(Change::action).toList());
    }

    @Test
    void old_names_of_types_are_told_by_the_new_ones() {
        Plan plan = of("{'address': 'aws_alb_listener.a', 'type': 'aws_alb_listener', 'change':"
                + " {'actions': ['update'], 'before': {}, 'after': {}}}");
        assertEquals("aws_lb_listener", plan.changes().get(0).type());
        assertEquals(1, plan.after().ofType("aws_lb_listener").size());
    }
}
