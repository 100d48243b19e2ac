package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;

/** CREATE VIEW, CREATE OR ALTER VIEW, ALTER VIEW. */
final class CreateView {

    private CreateView() {}

    /**
     * From behind {@code VIEW}.
     *
     * @param head CREATE, CREATE OR ALTER, or ALTER
     * @param definition the statement as written
     */
    static List<String> rewrite(TokenReader reader, String head, String definition) {
        ObjectName name = reader.objectName();
        String columns = reader.seesSymbol("(") ? " (" + KeyColumn.names(KeyColumn.names(reader)) + ")" : "";
        if (reader.accept("WITH") && !(reader.accept("SCHEMABINDING") && reader.sees("AS"))) {
            throw new UntranslatableException("a view WITH options other than SCHEMABINDING");
        }
        reader.expect("AS");
        List<Token> query = reader.rest();
        boolean ended = !query.isEmpty() && query.get(query.size() - 1).isSymbol(";");
        List<Token> inner = ended ? query.subList(0, query.size() - 1) : query;
        if (inner.stream().anyMatch(token -> token.isSymbol(";"))) {
            throw new UntranslatableException("a semicolon inside a view");
        }
        String text = ExpressionRewriter.keepingLines(inner).stripTrailing();
        List<String> statements = new ArrayList<>();
        if (head.equals("ALTER")) {
            statements.add(ProcedureCall.of("require_view", name.arguments()));
        }
        String create = head.equals("CREATE") ? "CREATE VIEW " : "CREATE OR REPLACE VIEW ";
        String comment = SqlLiteral.h2(
                Recorded.nothing().with(Fact.DEFINITION, definition).text());
        statements.add(create + name.h2() + " COMMENT " + comment + columns + " AS " + text);
        return statements;
    }

    /** The text of the tokens in the batch, comments and line breaks included. */
    static String asWritten(List<Token> tokens, String batch) {
        return batch.substring(
                tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    }
}
