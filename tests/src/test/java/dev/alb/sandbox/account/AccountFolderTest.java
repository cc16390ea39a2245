package dev.alb.sandbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account in a folder is what was written there, by calls, by other processes or by hand. */
class AccountFolderTest {
    @TempDir
    Path folder;

    @Test
    void what_one_account_holds_the_next_one_on_the_folder_holds() {
        AwsObject wiki = Groups.group("wiki");
        Groups.put(open(), wiki);
        assertEquals(List.of(wiki), open().objects());
    }

    @Test
    void each_object_is_a_file_that_can_be_read() throws IOException {
        Groups.put(open(), Groups.group("wiki"));
        Path file = onlyFile();
        assertTrue(file.toString().contains("objects/eu-central-1/aws_security_group/sg-wiki-"), file.toString());
        String json = Files.readString(file);
        assertTrue(json.startsWith("{\n  \"type\" : \"aws_security_group\",\n"), json);
        assertTrue(json.contains("\n    \"name\" : \"wiki\",\n"), json);
    }

    @Test
    void a_file_has_the_end_of_an_arn_in_its_name() {
        String arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/wiki/50dc6c495c0c9188";
        String name = ObjectFile.name(new ObjectKey("aws_lb", "eu-central-1", arn));
        assertTrue(
                name.matches("objects/eu-central-1/aws_lb/loadbalancer-app-wiki-50dc6c495c0c9188-[0-9a-f]{8}\\.json"),
                name);
    }

    @Test
    void ids_that_differ_in_case_alone_have_files_of_their_own() {
        Groups.put(open(), Groups.group("wiki"), Groups.group("WIKI"), Groups.group("wi/ki"), Groups.group("wi:ki"));
        assertEquals(List.of("WIKI", "wi/ki", "wi:ki", "wiki"), Groups.names(open()));
    }

    @Test
    void objects_come_sorted_whatever_came_first() {
        Groups.put(open(), Groups.group("b"), Groups.group("a"));
        Account account = open();
        Groups.put(account, Groups.group("aa"));
        assertEquals(List.of("a", "aa", "b"), Groups.names(account));
        assertEquals(List.of("a", "aa", "b"), Groups.names(open()));
        assertEquals(3, (int)
                account.transact(Groups.REGION, aws -> aws.all(Groups.TYPE).size()));
    }

    @Test
    void work_that_fails_leaves_nothing_behind() {
        Account account = open();
        assertThrows(
                IllegalStateException.class,
                () -> account.transact(Groups.REGION, aws -> {
                    aws.put(Groups.group("half"));
                    throw new IllegalStateException("AWS refused");
                }));
        assertEquals(List.of(), account.objects());
        assertEquals(List.of(), open().objects());
    }

    @Test
    void the_id_of_something_deleted_is_taken_for_good() {
        Account account = open();
        Groups.put(account, Groups.group("old"));
        Groups.remove(account, "old");
        assertTrue(Groups.isDead(account, "old"));
        assertTrue(Groups.isDead(open(), "old"));
    }

    @Test
    void a_file_deleted_by_hand_is_an_object_deleted() throws IOException {
        Groups.put(open(), Groups.group("old"));
        Files.delete(onlyFile());
        assertEquals(List.of(), open().objects());
        assertTrue(Groups.isDead(open(), "old"));
    }

    @Test
    void a_file_edited_by_hand_is_an_object_changed() throws IOException {
        Groups.put(open(), Groups.group("wiki"));
        Files.writeString(onlyFile(), Files.readString(onlyFile()).replace("Made by a test", "Made by hand"));
        assertEquals("Made by hand", open().objects().get(0).text("description"));
    }

    @Test
    void a_file_written_by_hand_is_an_object_and_gets_its_own_name() throws IOException {
        Path file = folder.resolve("objects/mine.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"type": "aws_security_group", "region": "eu-central-1", "origin": "created",
                 "attributes": {"id": "sg-hand", "name": "hand"}}""");
        assertEquals(List.of("hand"), Groups.names(open()));
        assertFalse(Files.exists(file));
        assertTrue(onlyFile().toString().contains("sg-hand-"), onlyFile().toString());
    }

    @Test
    void a_deleted_folder_is_an_empty_account_even_for_who_has_it_open() throws IOException {
        Account account = open();
        Groups.put(account, Groups.group("wiki"));
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(java.io.File::delete);
        }
        assertEquals(List.of(), account.objects());
        Groups.put(account, Groups.group("new"));
        assertEquals(List.of("new"), Groups.names(open()));
    }

    @Test
    void what_was_half_written_is_cleaned_up() throws IOException {
        Groups.put(open(), Groups.group("wiki"));
        Path object = Files.writeString(onlyFile().resolveSibling("sg-half.json.unfinished"), "{\"type\"");
        Path journal = Files.writeString(folder.resolve("journal.json.unfinished"), "{\"history\"");
        assertEquals(List.of("wiki"), Groups.names(open()));
        assertFalse(Files.exists(object));
        assertFalse(Files.exists(journal));
    }

    @Test
    void only_the_owner_can_read_it() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Groups.put(open(), Groups.group("wiki"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())));
        Path objects = folder.resolve("objects");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(objects)));
    }

    @Test
    void everything_that_does_not_fit_is_told_at_once_with_file_place_and_fix() throws IOException {
        Groups.put(open(), Groups.group("a"), Groups.group("b"));
        Path a = file("sg-a-");
        Path b = file("sg-b-");
        Files.writeString(a, Files.readString(a).replace("\"Made by a test\"", "17"));
        Files.writeString(b, "{\"type\": ");
        String message = assertThrows(InvalidAccount.class, this::open).getMessage();
        assertEquals(
                a + " attributes.description must be a text, got 17\n"
                        + "    Correct the file, or delete it: then the object is gone from AWS.\n"
                        + b + ":1:10 must be JSON, got Unexpected end-of-input within/between Object entries\n"
                        + "    Correct the file, or delete it: then the object is gone from AWS.",
                message);
    }

    @Test
    void a_copied_file_is_refused_with_its_twin() throws IOException {
        Groups.put(open(), Groups.group("a"));
        Files.copy(onlyFile(), onlyFile().resolveSibling("copy.json"));
        String message = assertThrows(InvalidAccount.class, this::open).getMessage();
        assertTrue(message.contains(" must hold an object of its own, got the id of "), message);
        assertTrue(message.contains("copy.json"), message);
    }

    @Test
    void a_folder_of_a_newer_format_is_refused() throws IOException {
        open();
        Files.writeString(folder.resolve("format.json"), "{\"format\": 2}");
        String message = assertThrows(InvalidAccount.class, this::open).getMessage();
        assertTrue(message.contains("format.json format must be at most 1, got 2\n    Use a newer version"), message);
    }

    @Test
    void a_folder_that_cannot_be_one_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String message = assertThrows(InvalidAccount.class, () -> Account.in(file.resolve("account")))
                .getMessage();
        assertTrue(message.contains("must be a folder that can be read and written, got "), message);
    }

    @Test
    void an_object_of_which_nothing_but_the_id_is_known_stays_so() {
        AwsObject vpc = new AwsObject(
                "aws_vpc",
                Groups.REGION,
                dev.alb.sandbox.values.Value.emptyMap().with("id", dev.alb.sandbox.values.Value.text("vpc-1")),
                AwsObject.Origin.ASSUMED);
        Groups.put(open(), vpc);
        assertEquals(List.of(vpc), open().objects());
    }

    private Account open() {
        return Account.in(folder);
    }

    private Path onlyFile() throws IOException {
        return file("");
    }

    private Path file(String beginning) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("objects"))) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(beginning))
                    .toList();
            assertEquals(1, found.size(), found::toString);
            return found.get(0);
        }
    }
}
