package dev.alb.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files, and says what is wrong where that fails. */
final class InputFile {
    private InputFile() {}

    /** Reads one file. */
    static Document read(Path file) throws UnreadableInput {
        if (Files.isDirectory(file)) {
            throw new UnreadableInput(file + ": must be a file, but it is a folder\n  Name a file in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return DocumentReader.read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new UnreadableInput(file + ": must be there, but there is no such file\n  Is the name right?");
        } catch (AccessDeniedException e) {
            throw new UnreadableInput(file + ": must be readable, but access is denied\n  See its permissions.");
        } catch (IOException e) {
            throw new UnreadableInput(
                    file + ": must be readable, but opening failed\n  Look at the file and its disk.");
        }
    }
}
