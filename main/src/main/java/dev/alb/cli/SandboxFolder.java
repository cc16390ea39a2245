package dev.alb.cli;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.InvalidAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a sandbox lies.
 *
 * @param path holds all of it, and nothing else
 * @param accountFile what exists in it without Terraform, if somebody says so
 */
record SandboxFolder(Path path, @Nullable Path accountFile) {
    /** Below the folder where the user is. */
    static final String DEFAULT = ".alb/sandbox";

    /** Says what exists, if it lies beside the site file. */
    static final String ACCOUNT_FILE = "account.json";

    /**
     * The sandbox in a folder.
     *
     * @param accountFile the file that was named, if any
     * @param beside where the usual one lies, if it exists
     */
    static SandboxFolder of(Path path, @Nullable Path accountFile, Path beside) {
        Path usual = beside.resolve(ACCOUNT_FILE);
        return new SandboxFolder(path, accountFile == null && Files.exists(usual) ? usual : accountFile);
    }

    /** The account that is kept there. */
    Account account() {
        try {
            return Account.in(path.resolve("account"));
        } catch (InvalidAccount e) {
            throw Failure.badInput(e.getMessage());
        }
    }

    /** Deletes it, if it is one. */
    void delete() {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path.resolve("account")) && !Files.isDirectory(path.resolve("stacks"))) {
            throw Failure.badInput(path + " is no sandbox, so it is left as it is");
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Failure.badInput("cannot delete " + path + ": " + Reason.of(e));
        }
    }
}
