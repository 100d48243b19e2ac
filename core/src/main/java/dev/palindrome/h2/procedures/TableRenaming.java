package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Renames a table, and with it its indexes, which carry its name in H2, or a view. */
final class TableRenaming {

    private final H2Table table;

    TableRenaming(H2Table table) {
        this.table = table;
    }

    void rename(String newName) throws SQLException {
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        List<H2TablePart> parts = table.parts();
        List<RecordedObject> belonging = new ObjectRecording(table.connection()).belongingTo(table);
        DependentViews views = DependentViews.of(table, newName);
        if (!views.bound().isEmpty()) {
            throw enforced(table.name());
        }
        views.aside(() -> RenameSteps.run(
                table.name(),
                newName,
                (from, to) -> table.execute(
                        "ALTER TABLE " + QuotedName.of(table.schema(), from) + " RENAME TO " + QuotedName.of(to))));
        H2Table renamed = new H2Table(table.connection(), table.schema(), newName);
        ObjectRecording.moveTo(renamed, belonging);
        if (temporal.isPresent()) {
            temporal.get().renamed(new TableName(temporal.get().name().schema(), newName));
        }
        for (H2TablePart part : parts) {
            if (part.kind().equals("INDEX")) {
                String name = part.recorded().get(Fact.NAME).orElse(part.name());
                IndexRenaming.rename(renamed, part.name(), H2IndexName.of(newName, name), part.recorded());
            }
        }
    }

    /** Of a view. As on SQL Server its text keeps the old name, and views on it wait for that. */
    void renameView(String newName) throws SQLException {
        List<RecordedObject> belonging = new ObjectRecording(table.connection()).belongingTo(table);
        DependentViews others = DependentViews.of(table, newName);
        if (!others.bound().isEmpty()) {
            throw enforced(table.name());
        }
        others.aside(() -> RenameSteps.run(
                table.name(),
                newName,
                (from, to) -> table.execute(
                        "ALTER VIEW " + QuotedName.of(table.schema(), from) + " RENAME TO " + QuotedName.of(to))));
        ObjectRecording.moveTo(new H2Table(table.connection(), table.schema(), newName), belonging);
    }

    /** What SQL Server says of that to which something is bound. */
    static SQLException enforced(String object) {
        return TsqlError.of(
                15336,
                "Object '" + object + "' cannot be renamed because the object participates in enforced dependencies.");
    }
}
