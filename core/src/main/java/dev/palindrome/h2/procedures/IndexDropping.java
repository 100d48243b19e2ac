package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Constraint;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.HiddenColumn;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * DROP INDEX as SQL Server does it, where a foreign key needs no index of its own table. H2 takes one that fits, and lets it
 * go no more: so the foreign key is made again without it.
 */
final class IndexDropping {

    /** H2's numbers: no such index; a constraint uses it. */
    private static final int NOT_FOUND = 42112;

    private static final int USED = 90085;

    /** SQL Server's number for an index that a constraint needs. */
    static final int ENFORCING = 3723;

    private final H2Table table;
    private final String index;

    IndexDropping(H2Table table, String index) {
        this.table = table;
        this.index = index;
    }

    void drop(boolean ifExists) throws SQLException {
        List<String> columns = hiddenColumns();
        try {
            dropInH2();
        } catch (SQLException e) {
            if (e.getErrorCode() == NOT_FOUND) {
                if (RecordedParts.of(table).remove(Kind.INDEX, index)) {
                    return;
                }
                refuseConstraint();
                if (ifExists) {
                    return;
                }
                throw TsqlError.of(
                        3701,
                        "Cannot drop the index '" + table.name() + "." + index
                                + "', because it does not exist or you do not have permission.");
            }
            if (e.getErrorCode() != USED) {
                throw e;
            }
            withoutConstraints();
        }
        HiddenColumn.drop(table, columns);
    }

    /** As part of CREATE INDEX WITH (DROP_EXISTING = ON): where the other index cannot be made, this one stays. */
    void replace(DependentViews.Change another) throws SQLException {
        Optional<String> own = H2Comment.find(table.connection(), "INDEX", table.schema(), h2())
                .map(H2Comment::definition);
        Optional<RecordedObject> part = RecordedParts.of(table).find(Kind.INDEX, index);
        if (own.isEmpty() && part.isEmpty()) {
            refuseConstraint();
            throw TsqlError.of(
                    7999, "Could not find any index named '" + index + "' for table '" + table.name() + "'.");
        }
        List<String> columns = hiddenColumns();
        if (own.isPresent()) {
            dropWithItsUses();
        } else {
            RecordedParts.of(table).remove(Kind.INDEX, index);
        }
        try {
            another.make();
        } catch (SQLException e) {
            try {
                if (own.isPresent()) {
                    table.execute(own.get());
                } else {
                    new ObjectRecording(table.connection()).put(part.orElseThrow());
                }
            } catch (SQLException gone) {
                e.addSuppressed(gone);
            }
            throw e;
        }
        HiddenColumn.drop(table, columns);
    }

    void dropWithItsUses() throws SQLException {
        try {
            dropInH2();
        } catch (SQLException e) {
            if (e.getErrorCode() != USED) {
                throw e;
            }
            withoutConstraints();
        }
    }

    private String h2() {
        return H2IndexName.of(table.name(), index);
    }

    private void dropInH2() throws SQLException {
        table.execute("DROP INDEX " + QuotedName.of(table.schema(), h2()));
    }

    /** The columns that were made for the index; asked only where the table has any. */
    private List<String> hiddenColumns() throws SQLException {
        if (table.columns().stream().noneMatch(H2Column::hidden)) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        for (H2TablePart part : table.parts()) {
            if (part.kind().equals("INDEX") && part.name().equalsIgnoreCase(h2())) {
                columns.addAll(part.columns());
            }
        }
        return columns;
    }

    private void refuseConstraint() throws SQLException {
        for (H2Constraint constraint : H2Constraint.of(table)) {
            if (constraint.name().equalsIgnoreCase(index) && !constraint.isForeignKey() && !constraint.isCheck()) {
                throw enforced(constraint.kind().equals("UNIQUE") ? "UNIQUE KEY" : constraint.kind());
            }
        }
    }

    private void withoutConstraints() throws SQLException {
        List<String> definitions = new ArrayList<>();
        for (H2Constraint constraint : H2Constraint.of(table)) {
            if (!constraint.index().equalsIgnoreCase(h2())) {
                continue;
            }
            if (!constraint.isForeignKey() && constraint.isReferenced()) {
                makeAgain(definitions);
                throw enforced("FOREIGN KEY");
            }
            if (constraint.isForeignKey()) {
                definitions.add(constraint.definition());
            }
            constraint.drop();
        }
        try {
            dropInH2();
        } finally {
            makeAgain(definitions);
        }
    }

    private void makeAgain(List<String> definitions) throws SQLException {
        for (String definition : definitions) {
            table.execute(definition);
        }
    }

    private SQLException enforced(String kind) {
        return TsqlError.of(
                ENFORCING,
                "An explicit DROP INDEX is not allowed on index '" + table.name() + "." + index
                        + "'. It is being used for " + kind + " constraint enforcement.");
    }
}
