package dev.palindrome.production.scan;

import dev.palindrome.production.PersonalColumn;
import dev.palindrome.progress.LongStep;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Looks at all tables. */
public final class PersonalDataScan {

    /** From here on a finding is sure: masking and exports demand a rule, and one is suggested. */
    public static final double SURE = 0.8;

    private static final VisibleLog LOG = VisibleLog.of(PersonalDataScan.class);

    private PersonalDataScan() {}

    /** By what the schema says alone. */
    public static List<PersonalColumn> byNames(SchemaSnapshot schema) {
        return tables(schema).stream()
                .flatMap(table -> columns(table, TableSample.none()).stream())
                .toList();
    }

    /** By that and by some rows of each table. */
    public static List<PersonalColumn> withRows(SchemaSnapshot schema, DataSource database) {
        List<ScannedTable> tables = tables(schema);
        try (Connection connection = database.getConnection()) {
            Map<ScannedTable, TableSample> samples =
                    LongStep.during(LOG, "Looking for personal data", step -> RowSampling.of(tables, connection, step));
            return tables.stream()
                    .flatMap(table -> columns(table, samples.getOrDefault(table, TableSample.none())).stream())
                    .toList();
        } catch (SQLException e) {
            // Its message may quote a value, and so may what it came from.
            throw new SchemaException(
                    "The rows of the database could not be looked at for personal data: error %d, state %s."
                            .formatted(e.getErrorCode(), e.getSQLState()));
        }
    }

    private static List<ScannedTable> tables(SchemaSnapshot schema) {
        return schema.tables().stream().map(ScannedTable::of).toList();
    }

    static List<PersonalColumn> columns(ScannedTable table, TableSample sample) {
        ColumnVerdict verdict = new ColumnVerdict(table, NameScan.of(table));
        return table.columns().stream()
                .flatMap(column -> verdict.of(column, sample.of(column)).stream())
                .toList();
    }
}
