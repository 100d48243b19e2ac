package dev.palindrome.production;

import dev.palindrome.production.script.ScriptFile;
import dev.palindrome.production.script.WritableSchema;
import dev.palindrome.production.script.XmlSchemaTexts;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.text.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The schema of an existing database as a T-SQL script: for teams whose database is older than their migrations, to be
 * committed as {@code B1__baseline.sql} and run by Flyway, by {@code sqlcmd} or by hand in an empty database.
 *
 * <p>Equal schemas give equal scripts, whatever the order in which their objects were made: statements stand in the order
 * in which they can run, with {@code GO} between batches. Rows are not part of it, nor where identities and sequences stand.
 * A database made from it has an equal {@link SchemaSnapshot}, but for what the comments at its head name: what is left out,
 * and what is made in another way, each with its reason. So logins, passwords and files of the server are never needed.
 */
public final class SchemaScript {

    private static final String HEAD = "-- The schema of a database, written out by Palindrome.\n";

    /** The settings that indexed views, filtered indexes and stored computed columns need; sqlcmd begins with others. */
    private static final String SETTINGS = """
            SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
            SET NUMERIC_ROUNDABORT OFF;
            GO
            """;

    private final WritableSchema schema;

    private SchemaScript(WritableSchema schema) {
        this.schema = schema;
    }

    /**
     * Reads a database and writes its schema. Nothing is written into the database, so that a read-only login, a read-only
     * replica and a read-only transaction will do; the login needs the right to {@code VIEW DEFINITION}.
     *
     * @param database SQL Server, or the embedded engine; need not be one of Palindrome's
     * @return its schema, without the tables in which Flyway keeps its history
     * @throws SchemaException if it cannot be read, or if the login may not see definitions
     */
    public static SchemaScript of(DataSource database) {
        return of(XmlSchemaTexts.putInto(SchemaSnapshot.of(database), database));
    }

    /**
     * Writes a schema that was read before.
     *
     * @param schema such as {@link SchemaSnapshot#readFrom} gives
     * @return its script
     * @throws SchemaException if it has no definitions because the login that read it had no right to see them
     */
    public static SchemaScript of(SchemaSnapshot schema) {
        schema.notCompared().stream()
                .filter(unread ->
                        unread.kinds().isEmpty() && unread.properties().contains(Property.DEFINITION))
                .findFirst()
                .ifPresent(unread -> {
                    throw new SchemaException("A script of this schema would lack its " + unread
                            + ". Have that right given to it: GRANT VIEW DEFINITION TO the user that it has here.");
                });
        return new SchemaScript(WritableSchema.of(schema));
    }

    /**
     * The script.
     *
     * @return comments about what is left out, and then statements that can all run inside one transaction
     */
    public String sql() {
        return HEAD + notes() + "\n" + SETTINGS + schema.inside();
    }

    /**
     * What T-SQL runs outside of transactions alone: options of the database, change tracking, full-text catalogues and
     * indexes. Flyway takes such statements in no script with others; they belong in one of their own, behind this one,
     * with {@code executeInTransaction=false} in the file beside it whose name ends in {@code .conf}.
     *
     * @return statements in batches separated by {@code GO}; empty if there are none
     */
    public String outsideTransaction() {
        return schema.outside();
    }

    /**
     * What a database made from the script lacks, or has in another way.
     *
     * @return sentences without the two hyphens that they have in the script
     */
    public List<String> leftOut() {
        return schema.leftOut();
    }

    /**
     * Writes the script to a file: UTF-8, with line feeds alone. A file that is there is replaced at once, so that nobody
     * reads half of one.
     *
     * @param file that is made or replaced; its directory is made if it is missing
     * @throws SchemaException if it cannot be written, or is a directory
     */
    public void writeTo(Path file) {
        ScriptFile.write(file, sql());
    }

    private String notes() {
        String left = comments("Not in it, or not as it is there:", leftOut());
        String outside = comments(
                "To be run behind it, outside of a transaction (SchemaScript.outsideTransaction()):",
                outsideTransaction().lines().toList());
        return left.isEmpty() && outside.isEmpty() ? "-- Nothing is left out.\n" : left + outside;
    }

    private static String comments(String title, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : lines.stream()
                        .map(line -> "--   " + VisibleText.line(line) + "\n")
                        .collect(Collectors.joining("", "-- " + title + "\n", ""));
    }

    /** The script. */
    @Override
    public String toString() {
        return sql();
    }
}
