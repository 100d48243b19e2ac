package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Renames a column, and names it anew in the records that mention it. */
final class ColumnRenaming {

    private final H2Table table;

    ColumnRenaming(H2Table table) {
        this.table = table;
    }

    void rename(String old, String name, Supplier<SQLException> notFound) throws SQLException {
        if (table.h2Column(old).isEmpty()) {
            throw notFound.get();
        }
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        if (temporal.isPresent()) {
            temporal.get().requireColumnRenamable();
        }
        renameAlone(old, name);
        Optional<TableName> history = temporal.flatMap(TemporalTable::history);
        if (history.isPresent()) {
            new ColumnRenaming(new H2Table(
                            table.connection(),
                            history.get().schema(),
                            history.get().name()))
                    .renameAlone(old, name);
        }
        if (temporal.isPresent()) {
            temporal.get().changed();
        }
    }

    private void renameAlone(String old, String name) throws SQLException {
        List<H2TablePart> parts = table.parts();
        DependentViews views = DependentViews.of(table);
        if (!views.boundTo(old).isEmpty()) {
            throw enforced(old);
        }
        refuseEnforced(parts, old);
        if (!H2ColumnDependents.computedWith(table, old).isEmpty()) {
            throw enforced(old);
        }
        RecordedParts recordedParts = RecordedParts.of(table);
        List<RecordedObject> naming = recordedParts.all(Kind.INDEX, Kind.STATISTICS, Kind.FULL_TEXT_INDEX);
        if (naming.stream()
                .anyMatch(part -> names(part.recorded().get(Fact.FILTER).orElse(""), old))) {
            throw enforced(old);
        }
        views.aside(() ->
                RenameSteps.run(old, name, (from, to) -> table.alterColumn(from, "RENAME TO " + QuotedName.of(to))));
        for (H2TablePart part : parts) {
            Recorded columns = replaced(replaced(withKey(part, old), Fact.INCLUDED, old, name), Fact.KEY, old, name);
            record(part, parted(columns, old, name));
        }
        if (TableFacts.partitionColumn(table).filter(old::equalsIgnoreCase).isPresent()) {
            H2Comment comment = H2Comment.find(table.connection(), "TABLE", table.schema(), table.name())
                    .orElseThrow();
            H2Comment.write(table.connection(), "TABLE " + table.h2(), parted(comment.recorded(), old, name));
        }
        for (RecordedObject part : naming) {
            Recorded columns = replaced(part.recorded(), Fact.COLUMNS, old, name);
            boolean ordered = columns.get(Fact.INDEX_KIND).orElse("").endsWith("COLUMNSTORE");
            Recorded renamed = parted(ordered ? replaced(columns, Fact.DETAILS, old, name) : columns, old, name);
            if (!renamed.equals(part.recorded())) {
                recordedParts.replace(part, renamed);
            }
        }
    }

    /** H2's information schema goes on with the old names of a constraint's columns until the database is opened anew. */
    private static Recorded withKey(H2TablePart part, String column) {
        boolean key = !part.kind().equals("INDEX") && !part.kind().equals("CHECK") && part.has(column);
        return key && part.recorded().get(Fact.KEY).isEmpty()
                ? part.recorded()
                        .with(
                                Fact.KEY,
                                part.columns().stream().map(BracketedName::of).collect(Collectors.joining(", ")))
                : part.recorded();
    }

    /** SQL Server protects what its checks and filters are written with. */
    private void refuseEnforced(List<H2TablePart> parts, String column) throws SQLException {
        for (H2TablePart part : parts) {
            boolean filtered = part.recorded()
                    .get(Fact.FILTER)
                    .filter(filter -> names(filter, column))
                    .isPresent();
            if (filtered || part.kind().equals("CHECK") && part.has(column)) {
                throw enforced(column);
            }
        }
    }

    private SQLException enforced(String column) {
        return TableRenaming.enforced(table.name() + "." + column);
    }

    private static boolean names(String filter, String column) {
        return Lexer.tokens(filter, 1).stream()
                .anyMatch(token -> token.isName() && token.value().equalsIgnoreCase(column));
    }

    private void record(H2TablePart part, Recorded recorded) throws SQLException {
        if (recorded.equals(part.recorded())) {
            return;
        }
        if (part.kind().equals("INDEX")) {
            IndexRenaming.record(table, part.name(), recorded);
        } else {
            new ConstraintRenaming(table).record(part.name(), recorded);
        }
    }

    /** The column by which rows are parted: {@code [months]([month])}. */
    private static Recorded parted(Recorded recorded, String old, String name) {
        String place = recorded.get(Fact.DATA_SPACE).orElse("");
        String end = "(" + BracketedName.of(old) + ")";
        boolean named = place.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT));
        String scheme = named ? place.substring(0, place.length() - end.length()) : "";
        return named ? recorded.with(Fact.DATA_SPACE, scheme + "(" + BracketedName.of(name) + ")") : recorded;
    }

    /** In a list of columns, as T-SQL writes it. */
    private static Recorded replaced(Recorded recorded, Fact fact, String old, String name) {
        return recorded.get(fact)
                .map(columns -> recorded.with(fact, replaced(columns, old, name)))
                .orElse(recorded);
    }

    private static String replaced(String columns, String old, String name) {
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        for (Token token : Lexer.tokens(columns, 1)) {
            if (token.kind() == Token.Kind.NAME && token.value().equalsIgnoreCase(old)) {
                replaced.append(columns, done, token.start()).append(BracketedName.of(name));
                done = token.end();
            }
        }
        return replaced.append(columns.substring(done)).toString();
    }
}
