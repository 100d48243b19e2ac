package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Constraint;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.RecordedOptions;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ALTER INDEX: an index that is off stays in H2, and takes any rows there even if it is unique. */
final class IndexAltering {

    private static final int DUPLICATE = 23505;

    private static final String UNIQUE = "UNIQUE";

    private final H2Table table;
    private final String action;
    private final Map<String, String> options;

    IndexAltering(H2Table table, String action, String options) {
        this.table = table;
        this.action = action;
        this.options = RecordedOptions.parse(options);
    }

    void alter(@Nullable String index) throws SQLException {
        if (index == null) {
            all();
            return;
        }
        Optional<H2Comment> known =
                H2Comment.find(table.connection(), "INDEX", table.schema(), H2IndexName.of(table.name(), index));
        Optional<RecordedObject> part = part(index);
        Optional<H2Constraint> key = H2Constraint.of(table).stream()
                .filter(constraint -> constraint.name().equalsIgnoreCase(index) && isKey(constraint))
                .findFirst();
        if (known.isPresent()) {
            alter(H2IndexName.of(table.name(), index), known.get());
        } else if (part.isPresent()) {
            alter(part.get());
        } else if (key.isPresent()) {
            alter(key.get());
        } else {
            throw ofStatistics()
                    ? TsqlError.of(2767, "Could not locate statistics '" + index + "' in the system catalogs.")
                    : TsqlError.of(2727, "Cannot find index '" + index + "'.");
        }
    }

    private boolean ofStatistics() {
        return action.equals("STATISTICS");
    }

    private Optional<RecordedObject> part(String name) throws SQLException {
        Optional<RecordedObject> index = RecordedParts.of(table).find(Kind.INDEX, name);
        return index.isEmpty() && ofStatistics() ? RecordedParts.of(table).find(Kind.STATISTICS, name) : index;
    }

    private static boolean isKey(H2Constraint constraint) {
        return !constraint.isForeignKey() && !constraint.isCheck() && !constraint.isHidden();
    }

    private void all() throws SQLException {
        if (!table.exists()) {
            throw ofStatistics()
                    ? TsqlError.of(2706, "Table '" + table.name() + "' does not exist.")
                    : TsqlError.of(
                            1088,
                            "Cannot find the object \"" + table.name()
                                    + "\" because it does not exist or you do not have permissions.");
        }
        // What cannot be switched off is met first: keys, then the clustered index.
        for (H2Constraint constraint : H2Constraint.of(table)) {
            if (isKey(constraint)) {
                alter(constraint);
            }
        }
        List<H2TablePart> indexes = table.parts().stream()
                .filter(part -> part.kind().equals("INDEX"))
                .sorted(Comparator.comparing(part -> !isClustered(part.recorded())))
                .toList();
        for (H2TablePart index : indexes) {
            alter(index.recorded().get(Fact.NAME).orElse(index.name()));
        }
        Kind[] kinds = ofStatistics() ? new Kind[] {Kind.INDEX, Kind.STATISTICS} : new Kind[] {Kind.INDEX};
        for (RecordedObject part : RecordedParts.of(table).all(kinds)) {
            alter(part);
        }
    }

    private void alter(String name, H2Comment index) throws SQLException {
        Recorded recorded = index.recorded();
        if (action.equals("DISABLE")) {
            disable(name, index);
            return;
        }
        if (action.equals("REBUILD") && recorded.is(Fact.DISABLED)) {
            rebuild(name, index);
            return;
        }
        Recorded after = RecordedOptions.put(recorded, options);
        if (!after.equals(recorded)) {
            IndexRenaming.record(table, name, after);
        }
    }

    private static boolean isClustered(Recorded index) {
        return index.get(Fact.CLUSTERING).orElse("").equals("clustered");
    }

    private void disable(String name, H2Comment index) throws SQLException {
        Recorded recorded = index.recorded();
        if (isClustered(recorded)) {
            throw TsqlError.needsSqlServer("A table whose clustered index is off.");
        }
        Recorded off = recorded.with(Fact.DISABLED, "yes");
        String definition = H2Identifiers.plain(index.definition());
        if (definition.startsWith("CREATE UNIQUE ")) {
            String nulls = definition.contains(" NOT DISTINCT INDEX ") ? "NULLS NOT DISTINCT" : "NULLS DISTINCT";
            make(name, definition, "", off.with(Fact.UNIQUE, nulls));
        } else if (!recorded.is(Fact.DISABLED)) {
            IndexRenaming.record(table, name, off);
        }
    }

    private void rebuild(String name, H2Comment index) throws SQLException {
        String nulls = index.recorded().get(Fact.UNIQUE).orElse("");
        Recorded on = RecordedOptions.put(index.recorded().without(Fact.DISABLED, Fact.UNIQUE), options);
        if (nulls.isEmpty()) {
            IndexRenaming.record(table, name, on);
            return;
        }
        try {
            make(name, H2Identifiers.plain(index.definition()), UNIQUE + " " + nulls + " ", on);
        } catch (SQLException e) {
            throw e.getErrorCode() == DUPLICATE
                    ? TsqlError.of(
                            1505,
                            "The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object"
                                    + " name '" + table.name() + "' and the index name '"
                                    + on.get(Fact.NAME).orElse(name) + "'.")
                    : e;
        }
    }

    /** Makes the index again as another kind, or leaves it as it is if H2 refuses that. */
    private void make(String name, String definition, String kind, Recorded recorded) throws SQLException {
        drop(recorded.get(Fact.NAME).orElse(name));
        try {
            table.execute("CREATE " + kind + "INDEX " + QuotedName.of(table.schema(), name) + " ON " + table.h2()
                    + " COMMENT " + SqlLiteral.h2(recorded.text()) + " " + columns(definition));
        } catch (SQLException e) {
            table.execute(definition);
            throw e;
        }
    }

    /** SQL Server switches off the foreign keys that point to it as well. */
    private void drop(String index) throws SQLException {
        try {
            new IndexDropping(table, index).dropWithItsUses();
        } catch (SQLException e) {
            throw e.getErrorCode() == IndexDropping.ENFORCING
                    ? TsqlError.needsSqlServer("An index that is off and a foreign key points to.")
                    : e;
        }
    }

    /** What stands in the last parentheses. */
    private static String columns(String definition) {
        List<Token> tokens = Lexer.tokens(definition, 1);
        int at = tokens.size() - 1;
        while (at > 0 && !tokens.get(at).isSymbol("(")) {
            at--;
        }
        return definition.substring(tokens.get(at).start());
    }

    private void alter(RecordedObject part) throws SQLException {
        Recorded before = part.recorded();
        Recorded after = switch (action) {
            case "DISABLE" -> before.with(Fact.DISABLED, "yes");
            case "REBUILD" -> withOptions(before.without(Fact.DISABLED));
            default -> withOptions(before);
        };
        if (!after.equals(before)) {
            RecordedParts.of(table).replace(part, after);
        }
    }

    /** Where H2 has no index, its facts have the form of properties. */
    private Recorded withOptions(Recorded before) {
        Recorded plain = before.get(Fact.OPTIONS)
                .map(known -> before.with(Fact.OPTIONS, known.substring(1, known.length() - 1)))
                .orElse(before);
        Recorded after = RecordedOptions.put(plain, options);
        return after.get(Fact.OPTIONS)
                .map(known -> after.with(Fact.OPTIONS, "(" + known + ")"))
                .orElse(after);
    }

    private void alter(H2Constraint key) throws SQLException {
        if (action.equals("DISABLE")) {
            throw TsqlError.needsSqlServer("The index of a key that is off.");
        }
        Recorded after = RecordedOptions.put(key.recorded(), options);
        if (!after.equals(key.recorded())) {
            new ConstraintRenaming(table).record(key.name(), after);
        }
    }
}
