package dev.alb.sandbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several work on one account at once, and each may end at any moment. */
class SharedAccountTest {
    private static final int MANY = 50;

    @TempDir
    Path folder;

    @Test
    void two_who_have_it_open_see_what_the_other_does() {
        Account one = Account.in(folder);
        Account other = Account.in(folder);
        Groups.put(one, Groups.group("a"));
        assertEquals(List.of("a"), Groups.names(other));
        Groups.put(other, Groups.group("b"));
        Groups.remove(other, "a");
        assertEquals(List.of("b"), Groups.names(one));
        assertTrue(Groups.isDead(one, "a"));
    }

    @Test
    void threads_of_two_accounts_lose_nothing() throws InterruptedException {
        List<Account> accounts = List.of(Account.in(folder), Account.in(folder));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < MANY; i++) {
            String name = "g" + i;
            Account account = accounts.get(i % 2);
            threads.execute(() -> Groups.put(account, Groups.group(name)));
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
        assertEquals(MANY, Account.in(folder).objects().size());
        assertEquals(Groups.names(accounts.get(0)), Groups.names(accounts.get(1)));
    }

    @Test
    void another_process_and_this_one_lose_nothing() throws Exception {
        Account account = Account.in(folder);
        Process other = AccountWriter.start(folder, 1, MANY);
        for (int i = 0; i < MANY; i++) {
            Groups.put(account, Groups.group("mine" + i));
        }
        assertEquals(0, other.waitFor());
        assertEquals(2 * MANY, account.objects().size());
        assertEquals(Groups.names(account), Groups.names(Account.in(folder)));
    }

    @Test
    void a_process_killed_while_it_writes_leaves_all_of_a_change_or_nothing() throws Exception {
        int together = 20;
        for (long pause : new long[] {0, 20, 60}) {
            Path own = folder.resolve("killed-after-" + pause);
            Process writer = AccountWriter.start(own, together, Integer.MAX_VALUE);
            await(own.resolve("history.jsonl"));
            TimeUnit.MILLISECONDS.sleep(pause);
            writer.destroyForcibly().waitFor();
            Account account = Account.in(own);
            int size = account.objects().size();
            assertEquals(0, size % together, () -> "After " + pause + " ms: " + Groups.names(account));
            assertFalse(Files.exists(own.resolve("journal.json")));
            assertEquals(List.of(), unfinished(own));
            Groups.put(account, Groups.group("next"));
            assertEquals(size + 1, Account.in(own).objects().size());
        }
    }

    @Test
    void a_change_that_was_begun_is_finished_by_whoever_comes_next() throws IOException {
        Account account = Account.in(folder);
        Groups.put(account, Groups.group("a"), Groups.group("gone"));
        AccountChange put = AccountChange.put(Groups.group("b"));
        AccountChange deleted = AccountChange.deleted(ObjectKey.of(Groups.group("gone")));
        Path history = folder.resolve("history.jsonl");
        new Journal(folder).begin(new Journal.Begun(Files.size(history), List.of(put, deleted)));
        Files.writeString(history, Files.readString(history) + "[\"put\",\"aws_secu");
        assertEquals(List.of("a", "b"), Groups.names(account));
        assertEquals(List.of("a", "b"), Groups.names(Account.in(folder)));
        assertTrue(Groups.isDead(Account.in(folder), "gone"));
    }

    @Test
    void two_thousand_objects_are_not_felt() {
        Account account = Account.in(folder);
        Groups.put(account, Groups.many(2000));
        long start = System.nanoTime();
        for (int i = 0; i < 2000; i++) {
            assertTrue(Groups.isThere(account, String.format("g%05d", i)));
        }
        Duration reads = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(reads.toSeconds() < 10, () -> "2,000 reads took " + reads);
    }

    private static void await(Path file) throws InterruptedException {
        for (int i = 0; i < 1000 && !Files.exists(file); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertTrue(Files.exists(file), "The other process has not begun");
    }

    private static List<Path> unfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(PrivateFiles.UNFINISHED))
                    .toList();
        }
    }
}
