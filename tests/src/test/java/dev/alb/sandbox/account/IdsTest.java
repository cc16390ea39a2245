package dev.alb.sandbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.values.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids have AWS's form and depend on what was done in the account alone. */
class IdsTest {
    private static final ResourceType TARGET_GROUP = AwsSchema.load().resource("aws_lb_target_group");

    @Test
    void an_arn_has_aws_s_form() {
        String id = create(Account.inMemory(), "wiki");
        assertTrue(id.matches("arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/wiki/[0-9a-f]{16}"), id);
    }

    @Test
    void an_arn_names_the_account_of_the_account_file() {
        Account account = Account.inMemory(
                AccountFile.parse("f", "{\"account_id\": \"111122223333\", \"region\": \"eu-west-1\"}"));
        String id = create(account, "wiki");
        assertTrue(id.startsWith("arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/wiki/"), id);
    }

    @Test
    void the_same_steps_give_the_same_ids_in_any_account(@TempDir Path folder) {
        assertEquals(steps(Account.inMemory()), steps(Account.in(folder)));
    }

    @Test
    void what_is_made_again_gets_an_id_that_nothing_had(@TempDir Path folder) {
        String first = create(Account.in(folder), "wiki");
        delete(Account.in(folder), first);
        String second = create(Account.in(folder), "wiki");
        delete(Account.in(folder), second);
        String third = create(Account.in(folder), "wiki");
        assertNotEquals(first, second);
        assertNotEquals(first, third);
        assertNotEquals(second, third);
    }

    @Test
    void who_comes_first_changes_no_id() {
        Account forth = Account.inMemory();
        Account parallel = Account.inMemory();
        IntStream.range(0, 40).forEach(i -> create(forth, "group-" + i));
        IntStream.range(0, 40).parallel().forEach(i -> create(parallel, "group-" + i));
        assertEquals(ids(forth), ids(parallel));
    }

    private static List<String> steps(Account account) {
        String wiki = create(account, "wiki");
        delete(account, wiki);
        return List.of(wiki, create(account, "wiki"), create(account, "other"));
    }

    private static List<String> ids(Account account) {
        return account.objects().stream().map(AwsObject::id).toList();
    }

    private static String create(Account account, String name) {
        Value.Mapping open = (Value.Mapping) TARGET_GROUP
                .block()
                .map(
                        Value.emptyMap().with("name", Value.text(name)),
                        (attribute, block) -> block.get(attribute.name()).isNull() && attribute.computed()
                                ? Value.Absent.UNKNOWN
                                : block.get(attribute.name()));
        Caller caller = new Caller(account);
        return new AwsApi(account)
                .create(TARGET_GROUP, caller, open.with("region", Value.text(caller.region())))
                .get("id")
                .text();
    }

    private static void delete(Account account, String id) {
        Value.Mapping group = account.object("aws_lb_target_group", id).attributes();
        new AwsApi(account).delete(TARGET_GROUP, new Caller(account), group);
    }
}
