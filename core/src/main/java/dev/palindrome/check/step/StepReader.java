package dev.palindrome.check.step;

import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlBatch;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what statements do to tables. What it does not understand it passes over: silence is better than a false alarm. */
public final class StepReader {

    private final List<Step.Placed> steps = new ArrayList<>();
    private final Set<String> moved = new HashSet<>();

    private boolean fewRows;

    private StepReader() {}

    /** All that a script does. */
    public static Step.OfScript read(List<TsqlBatch> script) {
        StepReader reader = new StepReader();
        for (TsqlBatch batch : script) {
            batch.plainStatements().forEach(reader::statement);
        }
        return new Step.OfScript(List.copyOf(reader.steps), Set.copyOf(reader.moved));
    }

    private void statement(List<Token> tokens) {
        try {
            read(tokens, new TokenReader(tokens));
        } catch (UntranslatableException notUnderstood) {
            // Another database, a temporary table, or something that is no table's business.
        }
    }

    private void read(List<Token> tokens, TokenReader reader) {
        int line = tokens.get(0).line();
        if (reader.accept("IF")) {
            lookAtRows(tokens, line);
        } else if (reader.accept("SET", "ROWCOUNT")) {
            fewRows = !reader.peek().text().equals("0");
        } else if (reader.accept("CREATE")) {
            create(reader, line);
        } else if (reader.accept("ALTER", "TABLE")) {
            alterTable(tokens, reader, line);
        } else if (reader.accept("ALTER", "SCHEMA")) {
            transfer(reader, line);
        } else if (reader.accept("DROP", "TABLE")) {
            reader.accept("IF", "EXISTS");
            do {
                add(new Step.DropTable(reader.objectName()), line);
            } while (reader.acceptSymbol(","));
        } else if (reader.accept("DROP", "INDEX")) {
            dropIndex(reader, line);
        } else if (reader.accept("EXEC") || reader.accept("EXECUTE")) {
            mention(tokens, line);
            RenameCall.read(reader).ifPresent(rename -> add(rename, line));
        } else {
            mention(tokens, line);
            RowChange.read(tokens).map(this::restricted).ifPresent(change -> add(change, line));
        }
    }

    private void create(TokenReader reader, int line) {
        boolean unique = reader.accept("UNIQUE");
        if (reader.accept("CLUSTERED") || reader.accept("NONCLUSTERED")) {
            reader.expect("INDEX");
            index(reader, unique, line);
        } else if (reader.accept("INDEX")) {
            index(reader, unique, line);
        } else if (reader.accept("TABLE")) {
            table(reader, line);
        } else if (reader.accept("VIEW") || reader.accept("SYNONYM") || reader.accept("OR", "ALTER", "VIEW")) {
            add(new Step.CreateStandIn(reader.objectName()), line);
        }
    }

    private void table(TokenReader reader, int line) {
        ObjectName table = reader.objectName();
        List<ColumnDefinition> columns = List.of();
        List<Step.UniqueKey> keys = new ArrayList<>();
        if (reader.seesSymbol("(")) {
            try {
                TableElements elements = TableElements.read(new TokenReader(reader.parenthesised()));
                columns = elements.columns();
                elements.uniqueKeys().forEach(key -> keys.add(new Step.UniqueKey(key.name(), key.columns())));
                columns.forEach(column ->
                        column.key().ifPresent(key -> keys.add(new Step.UniqueKey(key, List.of(column.name())))));
            } catch (UntranslatableException notUnderstood) {
                // The table is there, whatever its columns.
            }
        }
        add(new Step.CreateTable(table, columns, keys), line);
    }

    private void index(TokenReader reader, boolean unique, int line) {
        String name = reader.identifier();
        reader.expect("ON");
        ObjectName table = reader.objectName();
        if (unique) {
            List<String> columns = TableElements.keyColumns(reader.parenthesised());
            reader.until("WHERE");
            add(new Step.AddUniqueKey(table, new Step.UniqueKey(name, columns), false, reader.sees("WHERE")), line);
        }
    }

    private void alterTable(List<Token> statement, TokenReader reader, int line) {
        ObjectName table = reader.objectName();
        if (reader.accept("WITH")) {
            reader.next();
        }
        if (reader.accept("ADD")) {
            TableElements elements = TableElements.read(reader);
            elements.columns().forEach(column -> add(new Step.AddColumn(table, column), line));
            elements.uniqueKeys()
                    .forEach(key -> add(
                            new Step.AddUniqueKey(
                                    table, new Step.UniqueKey(key.name(), key.columns()), key.isPrimary(), false),
                            line));
        } else if (reader.accept("ALTER", "COLUMN")) {
            if (!reader.peek(1).is("ADD", "DROP")) {
                add(new Step.AlterColumn(table, ColumnDefinition.read(reader)), line);
            }
        } else if (reader.accept("DROP")) {
            dropped(reader, table, line);
        } else if (reader.accept("SWITCH")) {
            moved.addAll(names(statement));
        }
    }

    /** {@code i ON t}, or {@code t.i} as it was written before. */
    private void dropIndex(TokenReader reader, int line) {
        reader.accept("IF", "EXISTS");
        do {
            List<String> parts = reader.nameParts();
            String name = parts.get(parts.size() - 1);
            if (reader.accept("ON")) {
                add(new Step.DropKey(reader.objectName(), name), line);
            } else if (parts.size() > 1) {
                add(new Step.DropKey(ObjectName.of(parts.subList(0, parts.size() - 1)), name), line);
            }
            reader.until(",");
        } while (reader.acceptSymbol(","));
    }

    /** {@code COLUMN a, b, CONSTRAINT c, COLUMN d}: what a name without a word before it is, the word before says. */
    private void dropped(TokenReader reader, ObjectName table, int line) {
        boolean column = false;
        do {
            if (reader.accept("COLUMN")) {
                column = true;
            } else if (reader.accept("CONSTRAINT")) {
                column = false;
            }
            reader.accept("IF", "EXISTS");
            String name = reader.identifier();
            add(column ? new Step.DropColumn(table, name) : new Step.DropKey(table, name), line);
            reader.until(",");
        } while (reader.acceptSymbol(","));
    }

    private void transfer(TokenReader reader, int line) {
        String schema = reader.identifier();
        reader.expect("TRANSFER");
        if (reader.accept("OBJECT")) {
            reader.expectSymbol("::");
        }
        add(new Step.MoveToSchema(reader.objectName(), schema), line);
    }

    /** Names in a statement that writes rows, and in texts that are executed. */
    private void mention(List<Token> tokens, int line) {
        boolean dynamic = tokens.get(0).is("EXEC", "EXECUTE", "SET", "SELECT", "DECLARE");
        boolean writes = dynamic
                || tokens.get(0).is("INSERT", "UPDATE", "MERGE", "WITH")
                || tokens.stream().anyMatch(token -> token.is("INTO"));
        if (!writes) {
            return;
        }
        moved.addAll(names(tokens));
        for (Token token : tokens) {
            if (dynamic && token.kind() == Token.Kind.STRING) {
                executed(token.value(), line);
            }
        }
    }

    private static List<String> names(List<Token> tokens) {
        return tokens.stream()
                .filter(Token::isName)
                .map(name -> name.value().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Which rows a condition asks for nobody can say here; that it does is enough. */
    private void lookAtRows(List<Token> condition, int line) {
        for (int i = 0; i < condition.size(); i++) {
            if (condition.get(i).is("FROM", "JOIN")) {
                try {
                    add(
                            new Step.LookAtRows(
                                    new TokenReader(condition.subList(i + 1, condition.size())).objectName()),
                            line);
                } catch (UntranslatableException noTable) {
                    // A query in parentheses, a variable, or what belongs to the system.
                }
            }
        }
    }

    /** Behind SET ROWCOUNT a statement changes some rows at a time. */
    private Step restricted(Step step) {
        return fewRows ? someRows(step) : step;
    }

    /** A text that is executed, or may be, and which rows it changes nobody can say. */
    private void executed(String sql, int line) {
        String upper = sql.toUpperCase(Locale.ROOT);
        if (isWriting(upper)) {
            moved.addAll(names(Lexer.tokens(sql, 1)));
        }
        if (isWriting(upper) || upper.contains("DELETE")) {
            for (TsqlBatch batch : TsqlBatch.split(sql, GoCount.UNKNOWN)) {
                batch.plainStatements().forEach(statement -> changedIn(statement, line));
            }
        }
    }

    private void changedIn(List<Token> statement, int line) {
        try {
            RowChange.read(statement)
                    .filter(Step.ChangeRows.class::isInstance)
                    .map(StepReader::someRows)
                    .ifPresent(change -> add(change, line));
        } catch (UntranslatableException notUnderstood) {
            // The rest of the statement comes from elsewhere.
        }
    }

    private static Step someRows(Step step) {
        return step instanceof Step.ChangeRows rows
                ? new Step.ChangeRows(rows.change(), rows.table(), false, rows.columns())
                : step;
    }

    private static boolean isWriting(String upper) {
        return upper.contains("UPDATE")
                || upper.contains("INSERT")
                || upper.contains("INTO")
                || upper.contains("MERGE");
    }

    private void add(Step step, int line) {
        steps.add(new Step.Placed(step, line));
    }
}
