package dev.alb.sandbox.account;

import dev.alb.sandbox.account.AccountFile.Declaration;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import dev.alb.sandbox.schema.AwsSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What stands in the simulated AWS, in all regions. */
public final class Account {
    /** The account file in the folder of an account. */
    public static final String FILE = "account.json";

    private final Storage storage;
    private final AccountFile description;
    private final ObjectTypes types;
    private final Contents contents;
    private final Faults faults;

    private Account(Storage storage, FaultFile faults, AccountFile description, ObjectTypes types) {
        this.faults = new Faults(faults);
        this.storage = storage;
        this.description = description;
        this.types = types;
        this.contents = new Contents(description.types());
    }

    /** An empty account that ends with this process. */
    public static Account inMemory() {
        return inMemory(AccountFile.empty());
    }

    /** An account that ends with this process and begins with what is declared. */
    public static Account inMemory(AccountFile description) {
        return open(new Memory(), FaultFile.none(), description, new ObjectTypes(AwsSchema.load()));
    }

    /**
     * The account that is kept in a folder, which need not be there yet, with the account file {@value #FILE} in it. Where
     * there is none, it is the file with which the account was opened last, if that is still there.
     *
     * <p>Each object is a JSON file that can be read, edited and deleted while nobody has the account open. Several processes
     * may have it open at once. Deleting the folder deletes the account.
     *
     * @throws InvalidAccount if something in the folder cannot be used
     */
    public static Account in(Path folder) {
        Optional<Path> last = new AccountFolder(folder, new ObjectTypes(AwsSchema.load()))
                .declared()
                .file()
                .map(Path::of);
        AccountFile description = Stream.concat(Stream.of(folder.resolve(FILE)), last.stream())
                .filter(Files::exists)
                .findFirst()
                .map(AccountFile::read)
                .orElseGet(AccountFile::empty);
        return in(folder, description);
    }

    /**
     * The account that is kept in a folder, with an account file from elsewhere.
     *
     * @throws InvalidAccount if something in the folder cannot be used
     */
    public static Account in(Path folder, AccountFile description) {
        ObjectTypes types = new ObjectTypes(AwsSchema.load());
        return open(new AccountFolder(folder, types), FaultFile.in(folder), description, types);
    }

    private static Account open(Storage storage, FaultFile faults, AccountFile description, ObjectTypes types) {
        Account account = new Account(storage, faults, description, types);
        account.storage.exclusively(() -> {
            account.storage.refresh(account.contents);
            account.declare();
            return account;
        });
        return account;
    }

    /**
     * Does some work on the account, as a whole or not at all: where it throws, nothing has changed.
     *
     * @param region the region in which the work looks and writes
     */
    public <T> T transact(String region, Function<Transaction, T> work) {
        return transact(region, calls(), work);
    }

    /** Does some work that consists of calls, each of which may meet a fault. */
    public <T> T transact(String region, CallSeries calls, Function<Transaction, T> work) {
        return storage.exclusively(() -> {
            storage.refresh(contents);
            Transaction transaction = new Transaction(this, region, calls);
            T result = work.apply(transaction);
            commit(transaction.changes());
            return result;
        });
    }

    /** Everything of all regions, sorted by type, region and id. */
    public List<AwsObject> objects() {
        return storage.exclusively(() -> {
            storage.refresh(contents);
            return List.copyOf(contents.all());
        });
    }

    /**
     * One object, of any region.
     *
     * @param idOrName its id, or its name where nothing else of its type has that
     * @throws InvalidAccount if there is none
     */
    public AwsObject object(String type, String idOrName) {
        List<AwsObject> all =
                objects().stream().filter(each -> each.type().equals(type)).toList();
        List<AwsObject> byId =
                all.stream().filter(each -> each.id().equals(idOrName)).toList();
        List<AwsObject> found = byId.isEmpty()
                ? all.stream()
                        .filter(each -> each.text("name").equals(idOrName))
                        .toList()
                : byId;
        if (found.size() == 1) {
            return found.get(0);
        }
        String there = "It has "
                + (all.isEmpty() ? "none" : all.stream().map(AwsObject::id).toList()) + ".";
        String got = found.isEmpty() ? "none" : found.size() + " of that name";
        throw new InvalidAccount(new Complaint("The account", "hold one " + type + " " + idOrName, got, there));
    }

    /**
     * Changes an object behind Terraform's back, as somebody does who uses AWS's console: the next plan shows it. AWS refuses
     * nothing here.
     *
     * @param idOrName its id, or its name where nothing else of its type has that
     * @param attributes the new value of each attribute that changes, as Terraform names it; a path leads into blocks,
     *     {@code health_check.0.path}
     * @return the object as it is now
     * @throws InvalidAccount if there is no such object or attribute
     */
    public AwsObject change(String type, String idOrName, Map<String, ?> attributes) {
        return storage.exclusively(() -> {
            AwsObject changed = Drift.of(types, object(type, idOrName), attributes);
            commit(List.of(AccountChange.put(changed)));
            return changed;
        });
    }

    /**
     * Deletes an object behind Terraform's back, whatever needs it.
     *
     * @param idOrName its id, or its name where nothing else of its type has that
     * @return the object that was there
     * @throws InvalidAccount if there is no such object
     */
    public AwsObject delete(String type, String idOrName) {
        return storage.exclusively(() -> {
            AwsObject object = object(type, idOrName);
            commit(List.of(AccountChange.deleted(ObjectKey.of(object))));
            return object;
        });
    }

    /** What the account file says. */
    public AccountFile description() {
        return description;
    }

    /** What goes wrong with calls. */
    public Faults faults() {
        return faults;
    }

    /** The calls for one object, none of which was made yet. */
    public CallSeries calls() {
        return new CallSeries(faults);
    }

    /** How many there may be of what. */
    public Quotas quotas() {
        return description.quotas();
    }

    Contents contents() {
        return contents;
    }

    private void commit(List<AccountChange> changes) {
        List<AccountChange> news = changes.stream().filter(contents::isNews).toList();
        if (!news.isEmpty()) {
            storage.save(news);
            contents.apply(news);
        }
    }

    /**
     * Puts in what the account file declares anew or otherwise than last time, and takes out what it no longer declares.
     *
     * <p>What calls have made of a declared object stays, as long as the file says the same of it.
     */
    private void declare() {
        Declared last = storage.declared();
        Map<ObjectKey, String> before = last.fingerprints();
        Map<ObjectKey, String> now = new TreeMap<>();
        List<AccountChange> changes = new ArrayList<>();
        for (Declaration declaration : description.declarations()) {
            ObjectKey key = ObjectKey.of(declaration.object());
            now.put(key, declaration.fingerprint());
            if (!declaration.fingerprint().equals(before.get(key))) {
                changes.add(AccountChange.put(declaration.object()));
            }
        }
        before.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> changes.add(AccountChange.forgotten(key)));
        commit(changes);
        Declared declared = new Declared(description.file(), now);
        if (!declared.equals(last)) {
            storage.declared(declared);
        }
    }
}
