package dev.alb.sandbox.account;

import dev.alb.sandbox.account.History.Line;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An account that is kept in a folder, safe against a process that ends at any moment and against several at once.
 *
 * <p>Each object is a file. A change is written to the journal first, then to the files of the objects, then to the history; a
 * process that finds a journal does its changes again. What others changed is read when the history has grown; what people
 * changed by hand is read when the account is opened.
 */
final class AccountFolder implements Storage {
    private final Path folder;
    private final ObjectTypes types;
    private final FolderLock lock;
    private final Journal journal;
    private final History history;
    private final ObjectFiles files;
    private final DeclaredFile declared;
    private long read = -1;

    AccountFolder(Path folder, ObjectTypes types) {
        this.folder = folder;
        this.types = types;
        this.journal = new Journal(folder);
        this.history = new History(folder);
        this.files = new ObjectFiles(folder, types);
        this.declared = new DeclaredFile(folder);
        this.lock = io(() -> {
            PrivateFiles.createFolder(folder);
            return new FolderLock(folder);
        });
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        return io(() -> lock.hold(work::get));
    }

    @Override
    public void refresh(Contents contents) {
        io(() -> {
            finishWhatWasBegun();
            long length = history.length();
            if (read < 0 || length < read) {
                readAll(contents);
            } else if (length > read) {
                readNews(contents);
            }
            read = length;
            return length;
        });
    }

    private void readAll(Contents contents) throws IOException {
        FolderFormat.check(folder);
        contents.clear();
        files.removeUnfinished();
        for (Line line : history.since(0)) {
            contents.apply(List.of(
                    line.kind() == AccountChange.Kind.FORGOTTEN
                            ? AccountChange.forgotten(line.key())
                            : AccountChange.deleted(line.key())));
        }
        contents.apply(files.readAll().stream().map(AccountChange::put).toList());
    }

    private void readNews(Contents contents) throws IOException {
        List<AccountChange> news = new ArrayList<>();
        for (Line line : history.since(read)) {
            boolean put = line.kind() == AccountChange.Kind.PUT;
            news.add(
                    put
                            ? files.read(line.key()).map(AccountChange::put).orElse(AccountChange.deleted(line.key()))
                            : new AccountChange(line.kind(), line.key(), null));
        }
        contents.apply(news);
    }

    @Override
    public void save(List<AccountChange> changes) {
        io(() -> {
            Journal.Begun begun = new Journal.Begun(history.length(), changes);
            journal.begin(begun);
            write(begun);
            read = history.length();
            return begun;
        });
    }

    private void finishWhatWasBegun() throws IOException {
        if (journal.isOpen()) {
            FolderFormat.check(folder);
            Journal.Begun begun = journal.read(types);
            history.truncate(begun.history());
            write(begun);
        }
    }

    private void write(Journal.Begun begun) throws IOException {
        for (AccountChange change : begun.changes()) {
            files.write(change);
        }
        history.append(begun.changes());
        journal.end();
    }

    @Override
    public Declared declared() {
        return io(declared::read);
    }

    @Override
    public void declared(Declared now) {
        io(() -> {
            declared.write(now);
            return now;
        });
    }

    /** Does some work on files; where that cannot be done, says so. */
    private <T> T io(FolderLock.Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new InvalidAccount(new Complaint(
                    folder.toString(),
                    "be a folder that can be read and written",
                    e.toString(),
                    "See who owns the folder and whether the disk is full, or choose another folder."));
        }
    }
}
