package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an account file says: whose account this is, its quotas, and what stands in it that Terraform has not made.
 *
 * <pre>{@code
 * {
 *   "account_id": "111122223333",
 *   "region": "eu-central-1",
 *   "quotas": {"rules-per-application-load-balancer": 200},
 *   "objects": {
 *     "aws_security_group": [{"id": "sg-0a1b2c3d4e5f60741", "name": "nodes"}],
 *     "aws_acm_certificate": []
 *   }
 * }
 * }</pre>
 *
 * <p>All keys may be missing. Objects stand below their Terraform type, with Terraform's attributes; what is not said of one
 * is made up. One with an attribute {@code region} stands there. Of a type that the file names, an empty list included,
 * nothing exists but what it declares and what calls make; anything of another type is taken for existing when something
 * refers to it.
 */
public final class AccountFile {
    private final Optional<String> file;
    private final Optional<String> accountId;
    private final Optional<String> region;
    private final Quotas quotas;
    private final Set<String> types;
    private final List<Declaration> declarations;

    AccountFile(
            Optional<String> file,
            Optional<String> accountId,
            Optional<String> region,
            Quotas quotas,
            Set<String> types,
            List<Declaration> declarations) {
        this.file = file;
        this.accountId = accountId;
        this.region = region;
        this.quotas = quotas;
        this.types = Set.copyOf(types);
        this.declarations = List.copyOf(declarations);
    }

    /** An object that is declared, and a fingerprint of what was said of it. */
    record Declaration(AwsObject object, String fingerprint) {}

    /** That of an account of which nothing is said. */
    public static AccountFile empty() {
        return new AccountFile(
                Optional.empty(), Optional.empty(), Optional.empty(), Quotas.usual(), Set.of(), List.of());
    }

    /**
     * The account file at a path.
     *
     * @throws InvalidAccount with everything that is wrong in it
     */
    public static AccountFile read(Path file) {
        try {
            AccountFile read = parse(file.toString(), Files.readString(file));
            Optional<String> source = Optional.of(file.toAbsolutePath().toString());
            return new AccountFile(source, read.accountId, read.region, read.quotas, read.types, read.declarations);
        } catch (IOException e) {
            String fix = "Name another file, or see whether this one can be read.";
            throw new InvalidAccount(
                    new InvalidAccount.Complaint(file.toString(), "be a file that can be read", e.toString(), fix));
        }
    }

    /**
     * The account file with a text.
     *
     * @param where what errors call it
     * @throws InvalidAccount with everything that is wrong in it
     */
    public static AccountFile parse(String where, String text) {
        ObjectNode json = JsonText.parse(where, text, "See the documentation of the account file.");
        return new AccountFileReader(where).read(json);
    }

    /** Where it lies, if it is a file. */
    Optional<String> file() {
        return file;
    }

    /** The twelve digits of AWS's account, if the file says them. */
    public Optional<String> accountId() {
        return accountId;
    }

    /** Where objects stand and providers work that say nothing of a region. */
    public Optional<String> region() {
        return region;
    }

    /** How many there may be of what. */
    public Quotas quotas() {
        return quotas;
    }

    /** The types of which nothing exists but what is declared and what calls make. */
    Set<String> types() {
        return types;
    }

    List<Declaration> declarations() {
        return declarations;
    }
}
