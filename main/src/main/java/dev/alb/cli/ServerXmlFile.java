package dev.alb.cli;

import dev.alb.serverxml.ServerXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file on Confluence's side, which is read as a whole and replaced as a whole. */
final class ServerXmlFile {
    private final Path named;
    private final Path file;
    private final byte[] bytes;

    private ServerXmlFile(Path named, Path file, byte[] bytes) {
        this.named = named;
        this.file = file;
        this.bytes = bytes;
    }

    /** Reads a file, through symbolic links. */
    static ServerXmlFile read(Path named) {
        try {
            Path file = named.toRealPath();
            if (!Files.isRegularFile(file)) {
                throw Failure.badInput(
                        named + ": must be a file, got " + (Files.isDirectory(file) ? "a folder" : "none"));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return new ServerXmlFile(named, file, in.readNBytes(ServerXml.LARGEST + 1));
            }
        } catch (NoSuchFileException e) {
            throw Failure.badInput(named + ": must exist, got no such file");
        } catch (IOException e) {
            throw Failure.badInput(named + " cannot be read: " + Reason.of(e));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * Puts other bytes in its place, in one step: whoever reads it sees the old file or the new one.
     *
     * @return where the old file is
     */
    Path replace(byte[] content) {
        if (!Files.isWritable(file)) {
            throw Failure.badInput(named + " cannot be written: no permission for " + file);
        }
        @Nullable Path mended = null;
        try {
            mended = Files.createTempFile(file.getParent(), ".server.xml-", ".tmp");
            Files.write(mended, content);
            keepOwner(mended);
            if (!Arrays.equals(bytes, Files.readAllBytes(file))) {
                throw Failure.badInput(named + " was changed by somebody else meanwhile; nothing was written");
            }
            Path backup = backUp();
            move(mended, backup);
            return backup;
        } catch (AccessDeniedException e) {
            throw Failure.badInput(named + " cannot be written: no permission for " + file.getParent());
        } catch (IOException e) {
            throw Failure.badInput(named + " cannot be written: " + Reason.of(e) + "; it is as it was");
        } finally {
            delete(mended);
        }
    }

    private void move(Path mended, Path backup) throws IOException {
        try {
            Files.move(mended, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(backup);
            throw e;
        }
    }

    /** Permissions, owner and group stay: Tomcat may run as somebody else than who mends its file. */
    private void keepOwner(Path mended) throws IOException {
        PosixFileAttributeView of = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributeView to =
                Files.getFileAttributeView(mended, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (of == null || to == null) {
            return;
        }
        PosixFileAttributes wanted = of.readAttributes();
        PosixFileAttributes given = to.readAttributes();
        try {
            if (!given.owner().equals(wanted.owner())) {
                to.setOwner(wanted.owner());
            }
            if (!given.group().equals(wanted.group())) {
                to.setGroup(wanted.group());
            }
        } catch (FileSystemException e) {
            String owner = wanted.owner().getName();
            throw Failure.badInput(named + " belongs to " + owner + ":"
                    + wanted.group().getName()
                    + ", which would be lost; run this as " + (owner.equals("root") ? owner : owner + " or root")
                    + ". Nothing was written");
        }
        to.setPermissions(wanted.permissions());
    }

    /** A name that nothing has: an earlier backup is the one that somebody may want back. */
    private Path backUp() throws IOException {
        String name = file.getFileName() + ".orig";
        Path backup = file.resolveSibling(name);
        for (int i = 2; ; i++) {
            try {
                return Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES);
            } catch (FileAlreadyExistsException e) {
                backup = file.resolveSibling(name + "." + i);
            }
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What couldn't be written is told already.
        }
    }
}
