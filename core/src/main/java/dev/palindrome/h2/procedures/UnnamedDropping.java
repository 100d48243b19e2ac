package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.UnnamedConstraint;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drops a constraint that is known by what it does. As on SQL Server nothing happens if there is none. */
final class UnnamedDropping {

    private final H2Table table;

    UnnamedDropping(H2Table table) {
        this.table = table;
    }

    void drop(UnnamedConstraint.Kind kind, String what) throws SQLException {
        if (kind == UnnamedConstraint.Kind.DEFAULT) {
            dropDefault(what);
            return;
        }
        String h2Kind = kind.name().replace('_', ' ');
        Optional<H2TablePart> part = table.parts().stream()
                .filter(known -> known.kind().equals(h2Kind) && isMeant(kind, known, what))
                .findFirst();
        if (part.isPresent()) {
            new ConstraintDropping(table).drop(part.get().name(), false);
        }
    }

    private void dropDefault(String column) throws SQLException {
        Optional<Recorded> recorded = table.column(column);
        if (recorded.isPresent() && recorded.get().get(Fact.DEFAULT_NAME).isPresent()) {
            new ColumnDefaults(table).drop(column);
        }
    }

    private static boolean isMeant(UnnamedConstraint.Kind kind, H2TablePart part, String what) {
        if (kind == UnnamedConstraint.Kind.PRIMARY_KEY) {
            return true;
        }
        if (!part.recorded().is(Fact.SYSTEM_NAMED)) {
            return false;
        }
        if (kind == UnnamedConstraint.Kind.CHECK) {
            String condition = part.recorded().get(Fact.CHECK).orElse("");
            return what.equals(condition) || what.equals("(" + condition + ")");
        }
        return part.columns().stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList()
                .equals(List.of(what.toLowerCase(Locale.ROOT).split(",")));
    }
}
