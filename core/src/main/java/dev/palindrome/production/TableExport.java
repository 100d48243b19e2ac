package dev.palindrome.production;

import dev.palindrome.production.export.ChosenTable;
import dev.palindrome.production.export.ExportRequest;
import dev.palindrome.production.export.ExportRun;
import dev.palindrome.production.mask.value.MaskKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Rows of an existing database as CSV files that {@code @Seed(data = …)} loads: chosen tables, or some of their rows, with every
 * row that they need by foreign keys that are switched on, so that what is exported can be loaded on its own. Immutable: each
 * method gives another one.
 *
 * <pre>{@code
 * TableExport.of(production)
 *         .table("users", 1000)
 *         .table("todos")
 *         .masked(rules)
 *         .to(Path.of("src/test/resources/seed"));
 * }</pre>
 *
 * <p>Rows that reference a chosen one, but that nobody has chosen, do not come along. Computed columns, rowversions and the
 * columns of a period are left out, because the server makes them again; identities keep their values.
 */
public final class TableExport {

    private final DataSource database;
    private final List<ChosenTable> tables;
    private final Optional<Treatment> treatment;
    private final boolean replaces;

    /** What becomes of personal data: masked, or, with a reason that stands in the code, nothing. */
    private record Treatment(Optional<ExportRequest.Masking> masking) {}

    private TableExport(
            DataSource database, List<ChosenTable> tables, Optional<Treatment> treatment, boolean replaces) {
        this.database = database;
        this.tables = List.copyOf(tables);
        this.treatment = treatment;
        this.replaces = replaces;
    }

    /**
     * Begins with a database.
     *
     * @param database SQL Server, or the embedded engine; nothing is written into it, so that a read-only login will do
     * @return an export of nothing yet
     */
    public static TableExport of(DataSource database) {
        return new TableExport(database, List.of(), Optional.empty(), false);
    }

    /**
     * Chooses all rows of a table.
     *
     * @param table such as {@code users}, {@code sales.orders} or {@code [my table]}; without a schema {@code dbo} is meant
     * @return another export
     */
    public TableExport table(String table) {
        return choosing(new ChosenTable(table, OptionalInt.empty(), Optional.empty()));
    }

    /**
     * Chooses the first rows of a table, by its primary key; of a table without a key by all of its columns.
     *
     * @param table see {@link #table(String)}
     * @param limit how many at most, from 1; what other tables reference comes in addition
     * @return another export
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public TableExport table(String table, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "The limit for %s is %d: choose at least one row.".formatted(table, limit));
        }
        return choosing(new ChosenTable(table, OptionalInt.of(limit), Optional.empty()));
    }

    private TableExport choosing(ChosenTable table) {
        return new TableExport(
                database, Stream.concat(tables.stream(), Stream.of(table)).toList(), treatment, replaces);
    }

    /**
     * Leaves rows of a chosen table out.
     *
     * @param table as it was chosen
     * @param condition what stands behind WHERE, as the database takes it: it goes there as it is, so it must come from no
     *     stranger
     * @return another export
     * @throws IllegalArgumentException if the table was not chosen before
     */
    public TableExport where(String table, String condition) {
        List<ChosenTable> others = new ArrayList<>(tables);
        for (int i = 0; i < others.size(); i++) {
            ChosenTable chosen = others.get(i);
            if (chosen.name().equals(table)) {
                others.set(i, new ChosenTable(table, chosen.limit(), Optional.of(condition)));
                return new TableExport(database, others, treatment, replaces);
            }
        }
        throw new IllegalArgumentException(
                "There is a condition for %s, which is not chosen: choose it first, with table(\"%s\")."
                        .formatted(table, table));
    }

    /**
     * Masks values on their way, so that no real one reaches the disk, with a key that nobody knows and that is forgotten. Equal
     * values stay equal, and those of unique columns different. Columns of foreign keys are masked as those that they refer to.
     * A column that {@link PersonalData#scan} is sure of and that no rule speaks of is an error, and so is an original e-mail
     * address, phone or number of a person in a text that is written as it is.
     *
     * @param rules which columns become what
     * @return another export
     */
    public TableExport masked(MaskRules rules) {
        return masked(rules, MaskKey.random());
    }

    /**
     * The same with a key: equal rows come out equal each time. Whoever has it can find out who somebody is by trying.
     *
     * @param rules which columns become what
     * @param secret any text but an empty one
     * @return another export
     */
    public TableExport masked(MaskRules rules, String secret) {
        return masked(rules, MaskKey.of(secret));
    }

    private TableExport masked(MaskRules rules, MaskKey key) {
        ExportRequest.Masking masking = new ExportRequest.Masking(rules.all(), key);
        return new TableExport(database, tables, Optional.of(new Treatment(Optional.of(masking))), replaces);
    }

    /**
     * Writes values as they are. Without this, and without rules, nothing is written.
     *
     * @param reason why that is no harm, in words for whoever reads the code, such as {@code reference data alone}
     * @return another export
     * @throws IllegalArgumentException if the reason is blank
     */
    public TableExport unmasked(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "Say why the rows may be written as they are: unmasked(\"reference data alone\").");
        }
        return new TableExport(database, tables, Optional.of(new Treatment(Optional.empty())), replaces);
    }

    /**
     * Replaces files that are there, also where they are not, or no longer, what an export has written.
     *
     * @return another export
     */
    public TableExport replacing() {
        return new TableExport(database, tables, treatment, true);
    }

    /**
     * Writes the files, all of them or none.
     *
     * @param folder for the files; it is made if it is missing. Files of earlier exports that are as they were written are
     *     replaced, or go where they are not written again
     * @return what was written
     * @throws ExportException if a table is not there or cannot be exported, a file is in the way, rows cannot be read, or personal
     *     data would be written as it is; the message holds no value of a row
     * @throws MaskException if a rule names what is not there, or values cannot be masked
     */
    public ExportReport to(Path folder) {
        if (tables.isEmpty()) {
            throw new ExportException(
                    "No table is chosen for the export. Choose some, such as table(\"users\", 1000).");
        }
        if (treatment.isEmpty()) {
            throw new ExportException(
                    "Nothing says what becomes of personal data in the rows. Name the masking rules (masked(rules)), or say why they may be written as they are (unmasked(\"reference data alone\")).");
        }
        return ExportRun.run(database, new ExportRequest(tables, treatment.get().masking(), folder, replaces));
    }
}
