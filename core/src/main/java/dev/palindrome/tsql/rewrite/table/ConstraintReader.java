package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.index.IndexOptions;
import dev.palindrome.tsql.index.KeyColumn;
import java.util.List;
import java.util.Optional;

/** Reads a key, foreign key or check, whether it belongs to a column or to the table. */
final class ConstraintReader {

    private final TokenReader reader;
    private final Optional<String> name;
    private final Optional<String> column;

    ConstraintReader(TokenReader reader, Optional<String> name, Optional<String> column) {
        this.reader = reader;
        this.name = name;
        this.column = column;
    }

    TableElement.Constraint constraint() {
        if (reader.accept("PRIMARY", "KEY")) {
            return key(true);
        }
        if (reader.accept("UNIQUE")) {
            return key(false);
        }
        if (reader.accept("CHECK")) {
            boolean notForReplication = reader.accept("NOT", "FOR", "REPLICATION");
            List<Token> condition = reader.parenthesised();
            return new TableElement.Check(name, condition, condition, notForReplication);
        }
        return foreignKey();
    }

    private TableElement.Key key(boolean primary) {
        String clustering = "";
        if (reader.accept("CLUSTERED")) {
            clustering = "clustered";
        } else if (reader.accept("NONCLUSTERED")) {
            clustering = "nonclustered";
        } else if (reader.sees("HASH")) {
            throw new UntranslatableException("a hash index");
        }
        List<KeyColumn> columns = columns();
        return new TableElement.Key(
                name, primary, clustering, columns, IndexOptions.read(reader).into(Recorded.nothing()));
    }

    private List<KeyColumn> columns() {
        if (column.isPresent() && !reader.seesSymbol("(")) {
            return List.of(new KeyColumn(column.get(), false));
        }
        return KeyColumn.list(reader);
    }

    private TableElement.ForeignKey foreignKey() {
        List<KeyColumn> columns;
        if (reader.accept("FOREIGN", "KEY")) {
            columns = column.isPresent() && !reader.seesSymbol("(")
                    ? List.of(new KeyColumn(column.get(), false))
                    : KeyColumn.names(reader);
        } else {
            columns = List.of(new KeyColumn(column.orElseThrow(reader::unexpected), false));
        }
        reader.expect("REFERENCES");
        ObjectName table = reader.objectName();
        List<KeyColumn> referenced = reader.seesSymbol("(") ? KeyColumn.names(reader) : List.of();
        String onDelete = TableElement.ForeignKey.NO_ACTION;
        String onUpdate = TableElement.ForeignKey.NO_ACTION;
        while (reader.sees("ON") && reader.peek(1).is("DELETE", "UPDATE")) {
            if (reader.accept("ON", "DELETE")) {
                onDelete = action();
            } else {
                reader.expect("ON", "UPDATE");
                onUpdate = action();
            }
        }
        boolean notForReplication = reader.accept("NOT", "FOR", "REPLICATION");
        return new TableElement.ForeignKey(name, columns, table, referenced, onDelete, onUpdate, notForReplication);
    }

    private String action() {
        for (String[] action : new String[][] {{"NO", "ACTION"}, {"CASCADE"}, {"SET", "NULL"}, {"SET", "DEFAULT"}}) {
            if (reader.accept(action)) {
                return String.join(" ", action);
            }
        }
        throw reader.unexpected();
    }
}
