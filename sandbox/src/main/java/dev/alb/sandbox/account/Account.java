package dev.alb.sandbox.account;

import dev.alb.sandbox.schema.AwsSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What stands in the simulated AWS, in all regions. */
public final class Account {
    private final Storage storage;
    private final Contents contents = new Contents();
    private final Quotas quotas = Quotas.usual();

    private Account(Storage storage) {
        this.storage = storage;
    }

    /** An empty account that ends with this process. */
    public static Account inMemory() {
        return new Account(new Memory());
    }

    /**
     * The account that is kept in a folder, which need not be there yet.
     *
     * <p>Each object is a JSON file that can be read, edited and deleted while nobody has the account open. Several processes
     * may have it open at once. Deleting the folder deletes the account.
     *
     * @throws InvalidAccount if something in the folder cannot be used
     */
    public static Account in(Path folder) {
        Account account = new Account(new AccountFolder(folder, new ObjectTypes(AwsSchema.load())));
        account.objects();
        return account;
    }

    /**
     * Does some work on the account, as a whole or not at all: where it throws, nothing has changed.
     *
     * @param region the region in which the work looks and writes
     */
    public <T> T transact(String region, Function<Transaction, T> work) {
        return storage.exclusively(() -> {
            storage.refresh(contents);
            Transaction transaction = new Transaction(this, region);
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

    /** How many there may be of what. */
    public Quotas quotas() {
        return quotas;
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
}
