package dev.alb.serve.tls;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where an authority is kept. */
record AuthorityFiles(Path folder) {
    private static final String CERTIFICATE = "ca.pem";
    private static final String PRIVATE_KEY = "ca-key.pem";

    boolean exist() {
        return Files.exists(folder.resolve(CERTIFICATE)) && Files.exists(folder.resolve(PRIVATE_KEY));
    }

    String certificate() throws IOException {
        return Files.readString(folder.resolve(CERTIFICATE));
    }

    String privateKey() throws IOException {
        return Files.readString(folder.resolve(PRIVATE_KEY));
    }

    /** The key first, so that there is never a certificate whose key is another one. */
    void write(String certificate, String privateKey) throws IOException {
        Files.createDirectories(folder, forOwner("rwx------"));
        Files.deleteIfExists(folder.resolve(CERTIFICATE));
        write(PRIVATE_KEY, privateKey, "rw-------");
        write(CERTIFICATE, certificate, "rw-r--r--");
    }

    private void write(String name, String text, String permissions) throws IOException {
        Path unfinished = Files.createTempFile(folder, name, ".tmp", forOwner("rw-------"));
        try {
            Files.writeString(unfinished, text);
            if (isPosix()) {
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString(permissions));
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static FileAttribute<?>[] forOwner(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String toString() {
        return folder.resolve(CERTIFICATE) + " and " + PRIVATE_KEY + " beside it";
    }
}
