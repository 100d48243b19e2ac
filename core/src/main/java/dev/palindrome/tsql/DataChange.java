package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** INSERT, UPDATE, DELETE, MERGE and queries. */
final class DataChange {

    private final Set<String> identityInserts;

    /** @param identityInserts tables for which IDENTITY_INSERT is on */
    DataChange(Set<String> identityInserts) {
        this.identityInserts = identityInserts;
    }

    List<String> rewrite(List<Token> tokens) {
        refuseOutput(tokens);
        TokenReader reader = new TokenReader(tokens);
        return switch (reader.peek().upper()) {
            case "INSERT" -> insert(reader);
            case "UPDATE" -> List.of(update(reader));
            case "DELETE" -> List.of(delete(reader));
            case "MERGE" -> List.of(merge(reader));
            case "WITH" -> with(tokens);
            default -> List.of(ExpressionRewriter.keepingLines(tokens));
        };
    }

    private static void refuseOutput(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("OUTPUT") && tokens.get(i + 1).is("INSERTED", "DELETED")) {
                throw new NotTaken("OUTPUT");
            }
        }
    }

    private List<String> insert(TokenReader reader) {
        reader.expect("INSERT");
        reader.accept("INTO");
        ObjectName table = reader.objectName();
        hints(reader);
        String columns =
                reader.seesSymbol("(") && !isQuery(reader) ? " (" + KeyColumn.names(KeyColumn.list(reader)) + ")" : "";
        if (reader.peek().is("EXEC", "EXECUTE")) {
            throw new NotTaken("INSERT … EXEC");
        }
        boolean defaults = reader.sees("DEFAULT", "VALUES");
        List<Token> source = reader.rest();
        String gap = "\n".repeat(source.isEmpty() ? 0 : source.get(0).newlines());
        String text = (gap.isEmpty() ? " " : gap) + ExpressionRewriter.keepingLines(source);
        List<String> statements = new ArrayList<>();
        if (columns.isEmpty() && !defaults) {
            statements.add(Call.of(
                    "insert_in_order", table.arguments(), SqlText.string(ExpressionRewriter.onOneLine(source))));
        } else {
            statements.add("INSERT INTO " + table.h2() + columns + text);
        }
        if (identityInserts.contains(table.display().toLowerCase(Locale.ROOT))) {
            statements.add(Call.of("move_identity", table.arguments()));
        }
        return statements;
    }

    private static boolean isQuery(TokenReader reader) {
        return reader.peek(1).is("SELECT") || reader.peek(1).isSymbol("(");
    }

    private static void hints(TokenReader reader) {
        if (reader.sees("WITH") && reader.peek(1).isSymbol("(")) {
            reader.next();
            reader.parenthesised();
        }
    }

    private static String update(TokenReader reader) {
        int start = reader.position();
        reader.expect("UPDATE");
        if (reader.accept("STATISTICS")) {
            reader.rest();
            return "";
        }
        reader.objectName();
        hints(reader);
        reader.expect("SET");
        reader.until("FROM", "WHERE");
        if (reader.sees("FROM")) {
            throw new NotTaken("UPDATE … FROM");
        }
        reader.back(start);
        return ExpressionRewriter.keepingLines(reader.rest());
    }

    private static String delete(TokenReader reader) {
        reader.expect("DELETE");
        reader.accept("FROM");
        ObjectName table = reader.objectName();
        hints(reader);
        List<Token> rest = reader.rest();
        if (!rest.isEmpty() && !rest.get(0).is("WHERE")) {
            throw new NotTaken("DELETE … FROM");
        }
        String gap = "\n".repeat(rest.isEmpty() ? 0 : rest.get(0).newlines());
        return "DELETE FROM " + table.h2() + (gap.isEmpty() ? " " : gap) + ExpressionRewriter.keepingLines(rest);
    }

    private static String merge(TokenReader reader) {
        throw new NotTaken("MERGE");
    }

    /** H2 has common table expressions in queries only. */
    private static List<String> with(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        reader.until("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE");
        if (!reader.sees("SELECT")) {
            throw new NotTaken(
                    "a common table expression before " + reader.peek().upper());
        }
        return List.of(ExpressionRewriter.keepingLines(tokens));
    }
}
