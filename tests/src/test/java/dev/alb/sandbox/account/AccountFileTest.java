package dev.alb.sandbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account file says whose account it is, how much may be in it, and what stands there already. */
class AccountFileTest {
    private static final String NODES = "{\"id\": \"sg-nodes\", \"name\": \"nodes\", \"tags\": {\"team\": \"wiki\"}}";

    @TempDir
    Path folder;

    @Test
    void a_declared_object_is_complete() {
        AwsObject group = only(declaring(NODES));
        assertEquals("sg-nodes", group.id());
        assertEquals("eu-central-1", group.region());
        assertEquals("arn:aws:ec2:eu-central-1:111122223333:security-group/sg-nodes", group.text("arn"));
        assertEquals("111122223333", group.text("owner_id"));
        assertEquals("[wiki]", group.text("tags_all"));
        assertTrue(group.attributes().isWhollyKnown(), group::toString);
    }

    @Test
    void of_a_declared_type_nothing_else_exists() {
        Account account = declaring(NODES);
        assertTrue(knowsAll(account, "aws_security_group"));
        assertFalse(knowsAll(account, "aws_lb"));
    }

    @Test
    void an_empty_list_says_that_nothing_of_a_type_exists() {
        assertTrue(knowsAll(declaring(""), "aws_security_group"));
    }

    @Test
    void an_object_can_stand_in_a_region_of_its_own() {
        Account account = declaring("{\"id\": \"sg-1\", \"region\": \"us-west-2\"}");
        assertEquals("us-west-2", only(account).region());
        assertTrue(only(account).text("arn").startsWith("arn:aws:ec2:us-west-2:"), only(account)::toString);
    }

    @Test
    void quotas_are_those_of_the_file_or_aws_s_own() {
        Quotas quotas = Account.inMemory(
                        AccountFile.parse("f", "{\"quotas\": {\"rules-per-application-load-balancer\": 3}}"))
                .quotas();
        assertEquals(3, quotas.of(Quota.RULES_PER_APPLICATION_LOAD_BALANCER));
        assertEquals(50, quotas.of(Quota.LISTENERS_PER_APPLICATION_LOAD_BALANCER));
        assertEquals(25, Account.inMemory().quotas().of(Quota.CERTIFICATES_PER_APPLICATION_LOAD_BALANCER));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        String message = assertThrows(InvalidAccount.class, () -> AccountFile.parse("account.json", """
                                {"acount_id": 1, "account_id": 111122223333, "region": "Frankfurt",
                                 "quotas": {"rules-per-load-balancer": 1, "target-groups": "many"},
                                 "objects": {
                                   "aws_security_groups": [],
                                   "aws_lb": {},
                                   "aws_security_group": [
                                     {"id": 5, "vpcid": "vpc-1"}, {"id": "sg-1"}, {"id": "sg-1"}, 7],
                                   "aws_lb_target_group": [{"name": "wiki", "port": 70000}]}}"""))
                .getMessage();
        assertEquals(
                """
                account.json acount_id must be a known key, got "acount_id"
                    Did you mean account_id?
                account.json account_id must be a text of 12 digits, got 111122223333
                    Write it in quotes: "123456789012".
                account.json region must be a region of AWS, got "Frankfurt"
                    Write it as AWS does: "eu-central-1".
                account.json quotas.rules-per-load-balancer must be a known quota, got "rules-per-load-balancer"
                    %s
                account.json quotas.target-groups must be a whole number, 0 or more, got "many"
                    AWS's own value is 3000.
                account.json objects.aws_security_groups must be a resource type that the sandbox has, got "aws_security_groups"
                    Did you mean aws_security_group?
                account.json objects.aws_lb must be an array of objects, got {}
                    Put the objects in brackets, or write [] for none.
                account.json objects.aws_security_group[0].id must be a text, got 5
                    Correct it, or leave it out: then it is made up.
                account.json objects.aws_security_group[0].vpcid must be a known attribute, got "vpcid"
                    Did you mean vpc_id?
                account.json objects.aws_security_group[2].id must be an id of its own, got "sg-1", which objects.aws_security_group[1] has
                    Delete one of the two, or give it another id.
                account.json objects.aws_security_group[3] must be an object, got 7
                    Correct it, or leave it out: then it is made up.
                account.json objects.aws_lb_target_group[0].port must be at most 65535, got "70000"
                    Correct it, or leave it out: then it is made up.""".formatted(Nearest.fix(
                        "rules-per-load-balancer",
                        java.util.stream.Stream.of(Quota.values())
                                .map(Quota::key)
                                .toList())),
                message);
    }

    @Test
    void what_is_no_json_is_told_with_its_line() {
        String message = assertThrows(
                        InvalidAccount.class, () -> AccountFile.parse("account.json", "{\n  \"region\" 1}"))
                .getMessage();
        assertTrue(message.startsWith("account.json:2:12 must be JSON, got Unexpected character"), message);
    }

    @Test
    void a_change_of_the_file_is_honoured_when_the_account_is_opened_next() throws IOException {
        write(NODES + ", {\"id\": \"sg-other\", \"name\": \"other\"}");
        assertEquals(List.of("nodes", "other"), Groups.names(Account.in(folder)));
        write(NODES.replace("\"nodes\"", "\"renamed\""));
        Account account = Account.in(folder);
        assertEquals(List.of("renamed"), Groups.names(account));
        assertFalse(Groups.isDead(account, "other"));
        Files.delete(folder.resolve(Account.FILE));
        assertEquals(List.of(), Account.in(folder).objects());
        assertFalse(knowsAll(Account.in(folder), "aws_security_group"));
    }

    @Test
    void what_became_of_a_declared_object_stays_while_the_file_says_the_same() throws IOException {
        write(NODES + ", {\"id\": \"sg-other\", \"name\": \"other\"}");
        Account.in(folder).change("aws_security_group", "nodes", Map.of("description", "Changed"));
        Account.in(folder).delete("aws_security_group", "other");
        Account account = Account.in(folder);
        assertEquals("Changed", only(account).text("description"));
        assertTrue(Groups.isDead(account, "other"));
        assertTrue(knowsAll(account, "aws_security_group"));
    }

    @Test
    void the_file_that_an_account_was_opened_with_counts_until_it_is_gone(@TempDir Path elsewhere) throws IOException {
        Path file = elsewhere.resolve("mine.json");
        Files.writeString(file, json(NODES));
        Account.in(folder, AccountFile.read(file));
        assertEquals(List.of("nodes"), Groups.names(Account.in(folder)));
        assertEquals(
                Optional.of("111122223333"), Account.in(folder).description().accountId());
        Files.delete(file);
        assertEquals(List.of(), Account.in(folder).objects());
    }

    private void write(String groups) throws IOException {
        Files.writeString(folder.resolve(Account.FILE), json(groups));
    }

    private static Account declaring(String groups) {
        return Account.inMemory(AccountFile.parse("account.json", json(groups)));
    }

    private static String json(String groups) {
        return "{\"account_id\": \"111122223333\", \"region\": \"eu-central-1\","
                + " \"objects\": {\"aws_security_group\": [" + groups + "]}}";
    }

    private static AwsObject only(Account account) {
        assertEquals(1, account.objects().size(), account.objects()::toString);
        return account.objects().get(0);
    }

    private static boolean knowsAll(Account account, String type) {
        Boolean all = account.transact("eu-central-1", aws -> aws.knowsAll(type));
        return all;
    }
}
