package dev.palindrome.check.step;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement that changes rows. */
final class RowChange {

    private RowChange() {}

    static Optional<Step> read(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        boolean named = reader.sees("WITH");
        SourceNames sources = SourceNames.read(reader);
        if (reader.sees("UPDATE") || reader.sees("DELETE")) {
            sources.with(tokens);
        }
        return read(reader).map(step -> meant(step, sources, named));
    }

    /** What a query with a name leaves out is not to be seen from outside. */
    private static Step meant(Step step, SourceNames sources, boolean named) {
        return step instanceof Step.ChangeRows rows
                ? new Step.ChangeRows(
                        rows.change(), sources.meant(rows.table()), rows.everyRow() && !named, rows.columns())
                : step;
    }

    private static Optional<Step> read(TokenReader reader) {
        if (reader.accept("UPDATE")) {
            return update(reader);
        }
        if (reader.accept("DELETE")) {
            return delete(reader);
        }
        if (reader.accept("MERGE")) {
            return merge(reader);
        }
        if (reader.accept("TRUNCATE", "TABLE")) {
            ObjectName table = reader.objectName();
            return Optional.of(new Step.ChangeRows(Step.Change.TRUNCATE, table, reader.atEnd(), List.of()));
        }
        if (reader.accept("INSERT")) {
            reader.accept("INTO");
            return Optional.of(new Step.ChangeRows(Step.Change.INSERT, reader.objectName(), false, List.of()));
        }
        return into(reader);
    }

    /** {@code SELECT … INTO t}. */
    private static Optional<Step> into(TokenReader reader) {
        if (!reader.accept("SELECT")) {
            return Optional.empty();
        }
        reader.until("INTO", "FROM");
        return reader.accept("INTO") ? Optional.of(new Step.SelectInto(reader.objectName())) : Optional.empty();
    }

    private static Optional<Step> update(TokenReader reader) {
        if (reader.sees("TOP") || reader.sees("STATISTICS")) {
            return Optional.empty();
        }
        ObjectName table = reader.objectName();
        reader.until("SET");
        if (!reader.accept("SET")) {
            return Optional.empty();
        }
        List<Token> assignments = reader.until("FROM", "WHERE", "OUTPUT", "OPTION");
        return Optional.of(
                new Step.ChangeRows(Step.Change.UPDATE, table, isUnrestricted(reader), assigned(assignments)));
    }

    private static Optional<Step> delete(TokenReader reader) {
        if (reader.sees("TOP")) {
            return Optional.empty();
        }
        reader.accept("FROM");
        ObjectName table = reader.objectName();
        return Optional.of(new Step.ChangeRows(Step.Change.DELETE, table, isUnrestricted(reader), List.of()));
    }

    /** One that only inserts is an INSERT. */
    private static Optional<Step> merge(TokenReader reader) {
        if (reader.sees("TOP")) {
            return Optional.empty();
        }
        reader.accept("INTO");
        ObjectName table = reader.objectName();
        List<String> columns = new ArrayList<>();
        Step.Change change = Step.Change.INSERT;
        while (!reader.atEnd()) {
            if (reader.accept("UPDATE", "SET")) {
                columns.addAll(assigned(reader.until("WHEN", "OUTPUT", "OPTION")));
                change = Step.Change.UPDATE;
            } else if (reader.next().is("DELETE") && change == Step.Change.INSERT) {
                change = Step.Change.DELETE;
            }
        }
        return Optional.of(new Step.ChangeRows(change, table, false, columns));
    }

    /** Neither a condition nor a join. */
    private static boolean isUnrestricted(TokenReader reader) {
        return reader.rest().stream().noneMatch(token -> token.is("WHERE", "FROM", "JOIN"));
    }

    /** What stands on the left of the equal signs: {@code a = 1, t.b += 2}. */
    private static List<String> assigned(List<Token> assignments) {
        List<String> columns = new ArrayList<>();
        TokenReader reader = new TokenReader(assignments);
        while (!reader.atEnd()) {
            reader.lastNamePart().ifPresent(columns::add);
            reader.until(",");
            reader.acceptSymbol(",");
        }
        return columns;
    }
}
