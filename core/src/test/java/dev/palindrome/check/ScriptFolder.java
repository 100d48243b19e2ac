package dev.palindrome.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with migrations to check.
 *
 * @param path of the folder
 */
record ScriptFolder(Path path) {

    /** Each migration that has no undo script among them gets one that does nothing of interest. */
    static ScriptFolder with(Path path, String... namesAndTexts) {
        ScriptFolder folder = new ScriptFolder(path);
        folder.put(namesAndTexts);
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            String undo = namesAndTexts[i].replaceFirst("^V", "U");
            if (!List.of(namesAndTexts).contains(undo)) {
                folder.put(undo, "SELECT 1;");
            }
        }
        return folder;
    }

    ScriptFolder put(String... namesAndTexts) {
        try {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                Path file = path.resolve(namesAndTexts[i]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, namesAndTexts[i + 1]);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MigrationCheck check() {
        return MigrationCheck.of("filesystem:" + path);
    }

    /** Such as {@code V2__x.sql:3 PAL011}. */
    List<String> found() {
        return found(check());
    }

    static List<String> found(MigrationCheck check) {
        return check.findings().stream()
                .map(finding -> finding.script() + ":" + finding.line() + " " + finding.code())
                .toList();
    }
}
