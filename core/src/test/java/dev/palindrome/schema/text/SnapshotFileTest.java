package dev.palindrome.schema.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaMismatchError;
import dev.palindrome.schema.SchemaSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

    private static final String TEXT = """
            palindrome schema 1
            table [dbo].[odd ]] name]
              column [a]] b] NVARCHAR(10) NULL DEFAULT (N'a)b')
              column [c] AS ([a]+' (') PERSISTED
              check ([c]<>'(' OR [c]='x y')
              extended property [note] "NOT NULL"
              extended property [other] "two \\"words\\"\\n\\\\ and more"
            synonym [dbo].[s] [other].[dbo].[t]
            """;

    @TempDir
    Path folder;

    @Test
    void anyValueIsReadBack() {
        assertThat(SchemaSnapshot.parse(TEXT)).hasToString(TEXT);
    }

    @Test
    void aFileIsReadBack() {
        Path file = folder.resolve("made/schema.txt");
        SchemaSnapshot snapshot = SchemaSnapshot.parse(TEXT);
        snapshot.writeTo(file);

        assertThat(SchemaSnapshot.readFrom(file)).isEqualTo(snapshot);
        snapshot.matches(file);
    }

    @Test
    void aSchemaThatDiffersIsAnError() {
        Path file = folder.resolve("schema.txt");
        SchemaSnapshot.parse(TEXT).writeTo(file);
        SchemaSnapshot actual = SchemaSnapshot.parse(TEXT.replace("NVARCHAR(10)", "NVARCHAR(20)"));

        SchemaMismatchError error = catchThrowableOfType(SchemaMismatchError.class, () -> actual.matches(file));

        assertThat(error).hasMessage("""
                The schema is not the one in %s:

                table dbo.[odd ]] name]:
                  column [a]] b]: expected NVARCHAR(10) but was NVARCHAR(20)

                Expected is what the file says. If the database is right, run again with palindrome.update-schema=true: \
                that rewrites the file.""".formatted(file));
        assertThat(error.diff().differences()).hasSize(1);
    }

    @Test
    void theSettingRewritesTheFileAndMakesIt() throws IOException {
        Path file = folder.resolve("schema.txt");
        SnapshotFile.match(file, SchemaSnapshot.parse(TEXT), true);
        assertThat(file).hasContent(TEXT);

        String other = TEXT.replace("NVARCHAR(10)", "NVARCHAR(20)");
        SnapshotFile.match(file, SchemaSnapshot.parse(other), true);
        assertThat(file).hasContent(other);
    }

    @Test
    void aFileThatIsNotUtf8SaysWhere() throws IOException {
        Path file = folder.resolve("latin.txt");
        Files.write(file, "palindrome schema 1\ntable [dbo].[\u00e9]\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SchemaSnapshot.readFrom(file))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "The schema file %s, line 2: it is not UTF-8 at byte offset 33. Save it as UTF-8, or write it"
                                + " anew with palindrome.update-schema=true.",
                        file);
    }

    @Test
    void aMissingFileSaysHowToMakeIt() {
        Path file = folder.resolve("none.txt");

        assertThatThrownBy(() -> SchemaSnapshot.empty().matches(file))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "The schema file %s cannot be read (java.nio.file.NoSuchFileException: %s). To make it from the"
                                        .formatted(file, file)
                                + " database, run once with palindrome.update-schema=true.");
    }

    @Test
    void aLineThatCannotBeReadIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("schema.txt"), TEXT.replace("  check (", "  check (("));

        assertThatThrownBy(() -> SchemaSnapshot.readFrom(file))
                .isInstanceOf(SchemaException.class)
                .hasMessage(file + ", line 5 cannot be read: column 7 of: check (([c]<>'(' OR [c]='x y')."
                        + " Correct it, or write the file anew with palindrome.update-schema=true.");
    }
}
