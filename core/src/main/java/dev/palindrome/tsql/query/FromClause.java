package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.rule.TableHints;
import java.util.ArrayList;
import java.util.List;

/** The tables behind FROM, one by one with what joins them. */
public final class FromClause {

    private static final String[] JOINS = {
        "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "OUTER", "JOIN", "PIVOT", "UNPIVOT"
    };

    /**
     * A table, query or call with its name.
     *
     * @param join what stands before it: FROM, a comma, or the words of a join
     * @param source without its alias
     * @param alias what it is called
     * @param columns names of its columns, where they stand behind the alias
     * @param named alias, columns and hints as they are written
     * @param on ON and the condition; empty where there is none
     */
    public record Part(
            List<Token> join,
            List<Token> source,
            String alias,
            List<String> columns,
            List<Token> named,
            List<Token> on) {

        boolean isApply() {
            return !join.isEmpty() && join.get(join.size() - 1).is("APPLY");
        }

        boolean isFull() {
            return !join.isEmpty() && join.get(0).is("FULL");
        }

        boolean isPivot() {
            return !join.isEmpty() && join.get(0).is("PIVOT", "UNPIVOT");
        }

        /** Without what joins it. */
        public List<Token> table() {
            List<Token> all = new ArrayList<>(source);
            all.addAll(named);
            return all;
        }

        List<Token> tokens() {
            List<Token> all = new ArrayList<>(join);
            all.addAll(table());
            all.addAll(on);
            return all;
        }
    }

    private FromClause() {}

    /** @param from FROM and what is behind it */
    public static List<Part> parts(List<Token> from) {
        TokenReader reader = new TokenReader(from);
        List<Part> parts = new ArrayList<>();
        while (!reader.atEnd()) {
            int position = reader.position();
            parts.add(part(reader));
            if (reader.position() == position) {
                parts.add(rest(reader));
            }
        }
        return parts;
    }

    private static Part rest(TokenReader reader) {
        return new Part(List.of(reader.next()), List.of(), "", List.of(), reader.rest(), List.of());
    }

    private static Part part(TokenReader reader) {
        int start = reader.position();
        while (reader.peek()
                        .is(
                                "FROM", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "OUTER", "LOOP", "HASH", "MERGE",
                                "REMOTE", "JOIN", "APPLY", "PIVOT", "UNPIVOT")
                || reader.seesSymbol(",")) {
            boolean last = reader.peek().is("FROM", "JOIN", "APPLY", "PIVOT", "UNPIVOT") || reader.seesSymbol(",");
            reader.next();
            if (last) {
                break;
            }
        }
        List<Token> join = reader.since(start);
        Part table = table(reader);
        int on = reader.position();
        if (reader.sees("ON")) {
            condition(reader);
        }
        return new Part(join, table.source, table.alias, table.columns, table.named, reader.since(on));
    }

    /** One table, without what joins it. */
    static Part table(TokenReader reader) {
        int source = reader.position();
        String name = source(reader);
        List<Token> written = reader.since(source);
        refuseWhatH2Lacks(reader);
        int named = reader.position();
        String alias = alias(reader, name);
        List<String> columns = new ArrayList<>();
        if (TableHints.areOld(reader)) {
            reader.parenthesised();
        } else if (reader.seesSymbol("(") && reader.position() > named) {
            reader.parenthesised().stream().filter(Token::isName).forEach(column -> columns.add(column.value()));
        }
        if (reader.sees("WITH") && reader.peek(1).isSymbol("(")) {
            reader.next();
            reader.parenthesised();
            if (reader.position() > named && alias.equals(name)) {
                alias = alias(reader, name);
            }
        }
        return new Part(List.of(), written, alias, columns, reader.since(named), List.of());
    }

    private static void refuseWhatH2Lacks(TokenReader reader) {
        if (reader.sees("TABLESAMPLE")) {
            throw new UntranslatableException("TABLESAMPLE");
        }
        if (reader.sees("FOR", "SYSTEM_TIME")) {
            throw new UntranslatableException("FOR SYSTEM_TIME");
        }
    }

    private static void condition(TokenReader reader) {
        while (!reader.atEnd() && !reader.seesSymbol(",")) {
            boolean function =
                    reader.peek().is("LEFT", "RIGHT") && reader.peek(1).isSymbol("(");
            if (reader.peek().is(JOINS) && !function) {
                return;
            }
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            } else {
                reader.next();
            }
        }
    }

    private static String source(TokenReader reader) {
        if (reader.seesSymbol("(")) {
            reader.parenthesised();
            return "";
        }
        String last = "";
        while (reader.peek().isName() && !reader.peek().is("WITH", "ON")) {
            last = reader.next().value();
            if (!reader.acceptSymbol(".")) {
                break;
            }
            while (reader.acceptSymbol(".")) {
                // the schema is left out
            }
        }
        if (reader.seesSymbol("(")) {
            reader.parenthesised();
        }
        if (last.equalsIgnoreCase(OpenJson.NAME)
                && reader.sees("WITH")
                && reader.peek(1).isSymbol("(")) {
            reader.next();
            reader.parenthesised();
        }
        return last;
    }

    private static String alias(TokenReader reader, String name) {
        if (reader.accept("AS")) {
            return reader.word();
        }
        boolean there = reader.peek().isName()
                && !reader.peek().isReserved()
                && !reader.peek().is("WINDOW");
        return there ? reader.word() : name;
    }

    static List<Token> tokens(List<Part> parts) {
        List<Token> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.tokens()));
        return all;
    }
}
