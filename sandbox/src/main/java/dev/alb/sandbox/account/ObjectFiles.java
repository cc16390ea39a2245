package dev.alb.sandbox.account;

import dev.alb.sandbox.account.InvalidAccount.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of all objects. */
final class ObjectFiles {
    private final Path folder;
    private final Path objects;
    private final ObjectTypes types;

    ObjectFiles(Path folder, ObjectTypes types) {
        this.folder = folder;
        this.objects = folder.resolve("objects");
        this.types = types;
    }

    /** What is to be read, or what is wrong with it. */
    private record Found(Path file, Optional<AwsObject> object, List<Complaint> complaints) {}

    /**
     * All objects. A file that somebody gave another name gets its own.
     *
     * @throws InvalidAccount with everything that is wrong in any of them
     */
    List<AwsObject> readAll() throws IOException {
        List<Complaint> complaints = new ArrayList<>();
        Map<ObjectKey, Found> byKey = new TreeMap<>();
        for (Found found : readEach(paths(".json"))) {
            complaints.addAll(found.complaints());
            found.object().ifPresent(object -> {
                Found twin = byKey.putIfAbsent(ObjectKey.of(object), found);
                if (twin != null) {
                    complaints.add(twice(found, twin));
                }
            });
        }
        if (!complaints.isEmpty()) {
            throw new InvalidAccount(complaints);
        }
        for (Map.Entry<ObjectKey, Found> entry : byKey.entrySet()) {
            putInPlace(entry.getValue().file(), path(entry.getKey()));
        }
        return byKey.values().stream().flatMap(found -> found.object().stream()).toList();
    }

    /** Reading thousands of files is what opening an account takes its time for. */
    private List<Found> readEach(List<Path> files) throws IOException {
        try {
            return files.parallelStream().map(this::readOne).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Found readOne(Path file) {
        try {
            return new Found(
                    file, Optional.of(ObjectFile.read(file.toString(), Files.readString(file), types)), List.of());
        } catch (InvalidAccount e) {
            return new Found(file, Optional.empty(), e.complaints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Complaint twice(Found found, Found twin) {
        return new Complaint(
                found.file().toString(),
                "hold an object of its own",
                "the id of " + twin.file(),
                "Delete one of the two files.");
    }

    private static void putInPlace(Path file, Path place) throws IOException {
        if (!file.equals(place)) {
            PrivateFiles.createFolder(place.getParent());
            Files.move(file, place);
        }
    }

    Optional<AwsObject> read(ObjectKey key) throws IOException {
        Path file = path(key);
        return Files.exists(file)
                ? Optional.of(ObjectFile.read(file.toString(), Files.readString(file), types))
                : Optional.empty();
    }

    void write(AccountChange change) throws IOException {
        AwsObject object = change.object();
        if (object == null) {
            Files.deleteIfExists(path(change.key()));
        } else {
            PrivateFiles.write(path(change.key()), JsonText.lines(ObjectFile.json(object)));
        }
    }

    /** Deletes what a process left that ended while it wrote: an object, or a file of the folder itself. */
    void removeUnfinished() throws IOException {
        for (Path file : paths(PrivateFiles.UNFINISHED)) {
            Files.deleteIfExists(file);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + PrivateFiles.UNFINISHED)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path path(ObjectKey key) {
        return folder.resolve(ObjectFile.name(key));
    }

    private List<Path> paths(String ending) throws IOException {
        if (!Files.exists(objects)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(objects)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
