package dev.alb.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The output folder, whose content is replaced as a whole or not at all.
 *
 * <p>A run writes beside the old output. Renaming its folder is the moment from which the new output counts; a run that is
 * killed before leaves the old one, a run that is killed after is finished by the next. Each file takes its place in one
 * step. What Terraform keeps in the folder ({@code .terraform}, its lock file) stays where it is, since a plan may be
 * running there. A lock lets runs pass one by one.
 */
final class Output implements AutoCloseable {
    private final Path folder;
    private final Path staging;
    private final Path complete;
    private final FileChannel channel;
    private final FileLock lock;

    private Output(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.staging = folder.resolve(".alb/staging");
        this.complete = folder.resolve(".alb/complete");
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Where the output goes without a word about it.
     *
     * <p>The CDKTF CLI says it in {@code CDKTF_OUTDIR}. CDKTF itself obeys that too and would write there at once, so the
     * launcher hands it on as {@code ALB_OUTDIR}.
     */
    static Path defaultFolder() {
        String ofCdktf = System.getenv().getOrDefault("CDKTF_OUTDIR", "cdktf.out");
        return Path.of(System.getenv().getOrDefault("ALB_OUTDIR", ofCdktf));
    }

    /** Waits until no other run writes there, and finishes what a killed run has left. */
    static Output open(Path folder) {
        try {
            Files.createDirectories(folder.resolve(".alb"));
            FileChannel channel =
                    FileChannel.open(folder.resolve(".alb/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Output output = new Output(folder, channel, channel.lock());
            output.publishComplete();
            delete(output.staging);
            Files.createDirectories(output.staging);
            return output;
        } catch (IOException e) {
            throw Failure.badInput("cannot write to " + folder + ": " + Reason.of(e));
        }
    }

    /** Where a run writes. */
    Path staging() {
        return staging;
    }

    /** Puts what was written in place of the old output. */
    void publish() {
        if (wroteElsewhere()) {
            return;
        }
        try {
            Files.move(staging, complete, StandardCopyOption.ATOMIC_MOVE);
            publishComplete();
        } catch (IOException e) {
            throw Failure.tool("cannot publish to " + folder + ": " + Reason.of(e));
        }
    }

    /** Without the launcher, CDKTF obeys {@code CDKTF_OUTDIR} and has written to the folder itself. */
    private boolean wroteElsewhere() {
        return !Files.exists(staging.resolve("manifest.json"));
    }

    private void publishComplete() throws IOException {
        if (!Files.isDirectory(complete)) {
            return;
        }
        removeStacksThatAreGone();
        for (Path file : filesBelow(complete)) {
            Path target = folder.resolve(complete.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(complete);
    }

    /** A stack that is not made any more must not be deployed from an old file. */
    private void removeStacksThatAreGone() throws IOException {
        Path stacks = folder.resolve("stacks");
        // A run that was killed here has moved some files already, so only a complete list tells what is gone.
        if (!Files.isDirectory(stacks) || !Files.exists(complete.resolve("manifest.json"))) {
            return;
        }
        try (Stream<Path> old = Files.list(stacks)) {
            for (Path stack : old.filter(Files::isDirectory).toList()) {
                if (!Files.isDirectory(complete.resolve("stacks").resolve(stack.getFileName()))) {
                    Files.deleteIfExists(stack.resolve("cdk.tf.json"));
                }
            }
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            // The manifest last: it stands for the whole.
            return files.filter(Files::isRegularFile)
                    .sorted((a, b) -> Boolean.compare(a.endsWith("manifest.json"), b.endsWith("manifest.json")))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            delete(staging);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
