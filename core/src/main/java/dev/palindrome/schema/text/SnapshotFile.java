package dev.palindrome.schema.text;

import dev.palindrome.location.EncodingFault;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaMismatchError;
import dev.palindrome.schema.SchemaSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file with the schema that a team agreed on. */
public final class SnapshotFile {

    private SnapshotFile() {}

    public static SchemaSnapshot read(Path file) {
        try {
            return SnapshotText.read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw misencoded(file, e);
        } catch (IOException e) {
            throw new SchemaException(
                    "The schema file %s cannot be read (%s). To make it from the database, run once with"
                                    .formatted(file, e)
                            + " palindrome.update-schema=true.",
                    e);
        }
    }

    private static SchemaException misencoded(Path file, CharacterCodingException failure) {
        try (InputStream bytes = Files.newInputStream(file)) {
            EncodingFault fault =
                    EncodingFault.in(bytes, StandardCharsets.UTF_8).orElseThrow(() -> failure);
            return new SchemaException(
                    "The schema file %s, line %d: %s. Save it as UTF-8, or write it anew with palindrome.update-schema=true."
                            .formatted(file, fault.line(), fault));
        } catch (IOException e) {
            return new SchemaException("The schema file %s cannot be read (%s).".formatted(file, e), e);
        }
    }

    public static void write(Path file, SchemaSnapshot snapshot) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, SnapshotText.write(snapshot));
        } catch (IOException e) {
            throw new SchemaException("The schema file %s cannot be written (%s).".formatted(file, e), e);
        }
    }

    public static void match(Path file, SchemaSnapshot actual, boolean update) {
        if (update) {
            if (!Files.exists(file) || !isSame(file, actual)) {
                write(file, actual);
            }
            return;
        }
        SchemaDiff diff = read(file).diff(actual);
        if (!diff.isEmpty()) {
            throw new SchemaMismatchError(file, diff);
        }
    }

    private static boolean isSame(Path file, SchemaSnapshot actual) {
        try {
            return read(file).equals(actual);
        } catch (SchemaException unreadable) {
            return false;
        }
    }
}
