package dev.alb.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Change.Action;
import dev.alb.snapshot.Origin;
import dev.alb.snapshot.Plan;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A line for each change, and none for noise. */
class ChangeLinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static Value value(String known) {
        return Value.known(json(known));
    }

    private static Value value(String known, String unknown, String sensitive) {
        return new Value(json(known), json(unknown), json(sensitive), Origin.NONE);
    }

    private static Change change(Action action, Value before, Value after) {
        return change(action, null, "", List.of(), false, false, before, after);
    }

    private static Change change(
            Action action,
            @Nullable String previous,
            String reason,
            List<String> paths,
            boolean isImport,
            boolean isDeposed,
            Value before,
            Value after) {
        return new Change("a.b", previous, "a", false, action, reason, paths, isImport, isDeposed, before, after);
    }

    private static Plan plan(List<Change> changes, List<Change> drift) {
        Snapshot nothing = new Snapshot(List.of());
        return new Plan("1.11.4", nothing, nothing, changes, drift, false, true);
    }

    private static String line(Change change) {
        ChangeLines lines = ChangeLines.of(plan(List.of(change), List.of()), Set.of());
        return lines.lines().isEmpty()
                ? lines.folded() + " folded"
                : lines.lines().get(0).action() + ": " + lines.lines().get(0).text();
    }

    private static String update(String before, String after) {
        return line(change(Action.UPDATE, value(before), value(after)));
    }

    @Test
    void an_update_says_what_changes_from_what_to_what() {
        assertEquals(
                "changed: a: 1 to 2; b: x to y; c: nothing to true",
                update("{'a':1,'b':'x'}", "{'a':2,'b':'y','c':true}"));
        assertEquals("changed: a: x to nothing", update("{'a':'x'}", "{'a':null}"));
    }

    @Test
    void nested_attributes_have_their_path() {
        assertEquals(
                "changed: check.path: /a to /b; rule[1].port: 1 to 2",
                update(
                        "{'check':[{'path':'/a','x':1}],'rule':[{'port':1},{'port':1}]}",
                        "{'check':[{'path':'/b','x':1}],'rule':[{'port':1},{'port':2}]}"));
        assertEquals("changed: rule: [{\"port\":1}] to nothing", update("{'rule':[{'port':1}]}", "{'rule':[]}"));
    }

    @Test
    void of_a_list_the_elements_are_told_that_come_and_go() {
        assertEquals("changed: subnets: +c, -a", update("{'subnets':['a','b']}", "{'subnets':['b','c']}"));
        assertEquals(
                "changed: order: [\"a\",\"b\"] to [\"b\",\"a\"]", update("{'order':['a','b']}", "{'order':['b','a']}"));
    }

    @Test
    void tags_and_what_aws_computes_are_folded() {
        assertEquals(
                "1 folded",
                update("{'tags':{'a':'1'},'tags_all':{'a':'1'}}", "{'tags':{'a':'2'},'tags_all':{'a':'2'}}"));
        assertEquals("1 folded", line(change(Action.UPDATE, value("{'arn':'x'}"), value("{}", "{'arn':true}", "{}"))));
        assertEquals("1 folded", update("{'a':null,'b':'','c':[]}", "{'a':'','b':null}"));
    }

    @Test
    void what_is_configured_and_not_known_yet_is_no_noise() {
        assertEquals(
                "changed: listener_arn: x to (known after apply)",
                line(change(Action.UPDATE, value("{'listener_arn':'x'}"), value("{}", "{'listener_arn':true}", "{}"))));
        assertEquals("changed: zone_id: Z1 to Z2", update("{'zone_id':'Z1'}", "{'zone_id':'Z2'}"));
    }

    @Test
    void a_secret_is_named_and_not_shown() {
        String hidden = "changed: a: changed, and is not shown as it is sensitive";
        Value open = value("{'a':'s3cret'}");
        Value sensitive = value("{'a':'0ther'}", "{}", "{'a':true}");
        assertEquals(hidden, line(change(Action.UPDATE, open, sensitive)));
        assertEquals(hidden, line(change(Action.UPDATE, sensitive, open)));
        assertEquals(
                "changed: oidc.client_secret: changed, and is not shown as it is sensitive; oidc.scope: a to b",
                update("{'oidc':[{'client_secret':'x','scope':'a'}]}", "{'oidc':[{'client_secret':'y','scope':'b'}]}"));
        assertEquals(
                "changed: list: changed, and is not shown as it is sensitive",
                line(change(
                        Action.UPDATE,
                        value("{'list':['x']}", "{}", "{'list':[true]}"),
                        value("{'list':['x','y']}", "{}", "{'list':[true,false]}"))));
    }

    @Test
    void long_values_are_cut_and_many_counted() {
        assertEquals(
                "changed: a: x to " + "y".repeat(80) + "…", update("{'a':'x'}", "{'a':'" + "y".repeat(200) + "'}"));
        String before = "{'a':1,'b':1,'c':1,'d':1,'e':1,'f':1,'g':1,'h':1,'i':1,'j':1}";
        String told = update(before, before.replace('1', '2'));
        assertEquals(
                "changed: a: 1 to 2; b: 1 to 2; c: 1 to 2; d: 1 to 2; e: 1 to 2; f: 1 to 2; g: 1 to 2; h: 1 to 2; and 2 more",
                told);
    }

    @Test
    void what_comes_and_goes_is_told_by_what_tells_it_from_others() {
        assertEquals(
                "added: name x; port 80",
                line(change(Action.CREATE, Value.absent(), value("{'port':80,'name':'x','z':1}"))));
        assertEquals("deleted: ", line(change(Action.DELETE, value("{'name':'x'}"), Value.absent())));
        assertEquals(
                "deleted: its key is no longer in for_each",
                line(change(
                        Action.DELETE,
                        null,
                        "delete_because_each_key",
                        List.of(),
                        false,
                        false,
                        value("{}"),
                        Value.absent())));
        assertEquals(
                "deleted: what an unfinished replacement has left behind",
                line(change(Action.DELETE, null, "", List.of(), false, true, value("{}"), Value.absent())));
        assertEquals(
                "forgotten: Terraform lets go of it, and it stays in AWS",
                line(change(Action.FORGET, value("{}"), Value.absent())));
    }

    @Test
    void a_replacement_says_why() {
        assertEquals(
                "replaced: because of name: x to y",
                line(change(
                        Action.DELETE_THEN_CREATE,
                        null,
                        "replace_because_cannot_update",
                        List.of("name"),
                        false,
                        false,
                        value("{'name':'x','a':1}"),
                        value("{'name':'y','a':2}"))));
        assertEquals(
                "replaced: it is tainted",
                line(change(
                        Action.CREATE_THEN_DELETE,
                        null,
                        "replace_because_tainted",
                        List.of(),
                        false,
                        false,
                        value("{}"),
                        value("{}"))));
    }

    @Test
    void what_is_moved_or_imported_says_so_even_if_nothing_else_changes() {
        assertEquals(
                "moved: from a.old",
                line(change(Action.NO_OP, "a.old", "", List.of(), false, false, value("{}"), value("{}"))));
        assertEquals(
                "moved and imported and changed: from a.old; x: 1 to 2",
                line(change(Action.UPDATE, "a.old", "", List.of(), true, false, value("{'x':1}"), value("{'x':2}"))));
    }

    @Test
    void what_is_told_elsewhere_or_stays_or_is_only_read_has_no_line() {
        Change replaced = change(Action.DELETE_THEN_CREATE, value("{}"), value("{}"));
        Change deposed = change(Action.DELETE, null, "", List.of(), false, true, value("{}"), Value.absent());
        ChangeLines lines = ChangeLines.of(plan(List.of(replaced, deposed), List.of()), Set.of("a.b"));
        assertEquals(
                List.of("deleted"),
                lines.lines().stream().map(ChangeLine::action).toList());
        assertEquals("0 folded", line(change(Action.NO_OP, value("{}"), value("{}"))));
        assertEquals("0 folded", line(change(Action.READ, value("{}"), value("{'a':1}"))));
    }

    @Test
    void drift_is_told_without_what_terraform_passes_over() {
        List<Change> drift = List.of(
                change(Action.UPDATE, value("{'a':1,'tags_all':{}}"), value("{'a':2,'tags_all':{'x':'y'}}")),
                change(Action.UPDATE, value("{'a':null}"), value("{'a':''}")),
                change(Action.DELETE, value("{}"), Value.absent()));
        assertEquals(
                List.of(new ChangeLine("a.b", "changed", "a: 1 to 2"), new ChangeLine("a.b", "deleted", "")),
                ChangeLines.ofDrift(plan(List.of(), drift)));
    }

    @Test
    void drift_that_the_plan_takes_as_it_is_is_none_of_anybodys_business() {
        Value stateKnew = value("{'a':1,'computed':[]}");
        Value found = value("{'a':2,'computed':['x']}");
        Plan plan = plan(
                List.of(change(Action.UPDATE, found, value("{'a':1,'computed':['x']}"))),
                List.of(change(Action.UPDATE, stateKnew, found)));
        assertEquals(List.of(new ChangeLine("a.b", "changed", "a: 1 to 2")), ChangeLines.ofDrift(plan));
    }
}
