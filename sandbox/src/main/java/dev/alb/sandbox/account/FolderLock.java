package dev.alb.sandbox.account;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time work in a folder.
 *
 * <p>The lock ends with its process, however that ends. A file lock belongs to a whole JVM, so that its threads need a lock
 * of their own.
 */
final class FolderLock {
    private static final Map<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock lock;
    private final Path file;

    FolderLock(Path folder) throws IOException {
        file = folder.toRealPath().resolve("lock");
        lock = OF_THIS_PROCESS.computeIfAbsent(file, each -> new ReentrantLock());
    }

    /** Some work on files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T hold(Work<T> work) throws IOException {
        lock.lock();
        try {
            return lock.getHoldCount() > 1 ? work.run() : holdFile(work);
        } finally {
            lock.unlock();
        }
    }

    /** The file is opened each time, as somebody may have deleted the folder. */
    private <T> T holdFile(Work<T> work) throws IOException {
        PrivateFiles.createFolder(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            T result = work.run();
            held.release();
            return result;
        }
    }
}
