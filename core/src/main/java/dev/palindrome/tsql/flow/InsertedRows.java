package dev.palindrome.tsql.flow;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowStep.Kind;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.index.KeyColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code INSERT … EXEC}. What is run puts the rows of its queries into a table that has the columns of the one that they are
 * for, so that they are converted as SQL Server converts them; from there they go on when all have been asked.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/insert-transact-sql">INSERT, execute_statement</a>
 */
final class InsertedRows {

    /** What gives rows that are known here. */
    private static final Set<Kind> GIVING = Set.of(Kind.EXECUTE, Kind.CALL);

    private final FlowTranslation translation;
    private final FlowSteps steps;

    InsertedRows(FlowTranslation translation, FlowSteps steps) {
        this.translation = translation;
        this.steps = steps;
    }

    /** Of EXEC behind the table and its columns; below 0 in any other INSERT. */
    static int place(List<Token> insert) {
        int depth = 0;
        for (int i = 1; i < insert.size(); i++) {
            Token token = insert.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is("EXEC", "EXECUTE")) {
                return i;
            }
            if (depth == 0 && token.is("SELECT", "VALUES", "WITH") && !isHint(insert, i)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isHint(List<Token> insert, int with) {
        return insert.get(with).is("WITH")
                && with + 1 < insert.size()
                && insert.get(with + 1).isSymbol("(");
    }

    /** @param execute where EXEC stands */
    void add(List<Token> insert, int execute) {
        Token verb = insert.get(0);
        if (translation.scope().collected()) {
            throw UntranslatableException.refused(8164, verb, "an INSERT … EXEC runs within another");
        }
        List<Token> head = insert.subList(0, execute);
        if (head.stream().anyMatch(token -> token.is("OUTPUT"))) {
            throw UntranslatableException.refused(483, verb, "an INSERT … EXEC has no OUTPUT");
        }
        if (head.stream().anyMatch(token -> token.is("TOP"))) {
            throw new UntranslatableException("INSERT … EXEC with TOP");
        }
        translation.scope().requireAll(head);
        TokenReader reader = new TokenReader(VariableTokens.of(head, translation.scope()));
        reader.next();
        reader.accept("INTO");
        ObjectName table = reader.objectName();
        if (reader.accept("WITH")) {
            reader.parenthesised();
        }
        List<String> columns = reader.seesSymbol("(")
                ? KeyColumn.names(reader).stream().map(KeyColumn::name).toList()
                : List.of();
        reader.expectEnd();
        List<String> inserting = translation.statement(new Made(verb.line())
                .add(head)
                .add("SELECT * FROM " + BracketedName.of(FlowStep.COLLECTED))
                .tokens());
        int before = steps.size();
        new ExecuteStatement(translation, steps).addCollected(insert.subList(execute, insert.size()));
        if (steps.size() != before + 1) {
            throw new UntranslatableException("INSERT … EXEC with a result");
        }
        FlowStep giving = steps.last();
        if (!GIVING.contains(giving.kind())) {
            throw new UntranslatableException("INSERT … EXEC of what is no procedure and no text");
        }
        List<String> texts = new ArrayList<>(List.of(table.schema() == null ? "" : table.schema(), table.name()));
        texts.add(String.valueOf(columns.size()));
        texts.addAll(columns);
        texts.add(String.valueOf(inserting.size()));
        texts.addAll(inserting);
        texts.add(giving.kind().name());
        texts.addAll(giving.texts());
        steps.add(Kind.COLLECT, verb.line(), texts);
    }

    /** A statement of what is run, with its rows put where they wait. */
    static List<Token> collecting(List<Token> statement) {
        Token first = statement.get(0);
        if (first.is("INSERT", "UPDATE", "DELETE", "MERGE")) {
            requireNoOutput(statement);
            return statement;
        }
        if (!first.is("SELECT", "WITH")) {
            return statement;
        }
        TokenReader reader = new TokenReader(statement);
        List<Token> expressions = reader.until("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE");
        if (!reader.sees("SELECT")) {
            requireNoOutput(statement);
            return statement;
        }
        List<Token> query = reader.rest();
        TokenReader into = new TokenReader(query);
        into.until("INTO", "FROM");
        if (into.sees("INTO")) {
            return statement;
        }
        if (hasForClause(query)) {
            throw new UntranslatableException("FOR XML and FOR JSON in an INSERT … EXEC");
        }
        return new Made(first.line())
                .add(expressions)
                .add("INSERT INTO " + BracketedName.of(FlowStep.COLLECTED))
                .add(query)
                .tokens();
    }

    private static boolean hasForClause(List<Token> query) {
        TokenReader reader = new TokenReader(query);
        while (!reader.atEnd()) {
            reader.until("FOR");
            if (reader.sees("FOR") && reader.peek(1).is("XML", "JSON")) {
                return true;
            }
            reader.next();
        }
        return false;
    }

    /** Its rows would be among those that are put in. */
    private static void requireNoOutput(List<Token> change) {
        TokenReader reader = new TokenReader(change);
        reader.until("OUTPUT");
        while (reader.accept("OUTPUT")) {
            reader.until("INTO", "OUTPUT", "VALUES", "SELECT", "DEFAULT", "FROM", "WHERE", "OPTION", ";");
            if (!reader.sees("INTO")) {
                throw new UntranslatableException("OUTPUT without INTO in an INSERT … EXEC");
            }
            reader.until("OUTPUT");
        }
    }
}
