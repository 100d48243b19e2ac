package dev.palindrome.tsql.approximation;

import dev.palindrome.engine.Approximation.Kind;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads a statement that is no control flow for them. */
final class StatementApproximations {

    private static final Set<String> TYPES =
            Set.of("XML", "JSON", "VECTOR", "HIERARCHYID", "GEOGRAPHY", "GEOMETRY", "SQL_VARIANT");

    private static final Set<String> FIXED = Set.of("CHAR", "NCHAR", "CHARACTER");

    /** Words that say how rows are stored, found or locked. */
    private static final Set<String> STORAGE = Set.of(
            "FILLFACTOR",
            "PAD_INDEX",
            "SORT_IN_TEMPDB",
            "STATISTICS_NORECOMPUTE",
            "ALLOW_ROW_LOCKS",
            "ALLOW_PAGE_LOCKS",
            "OPTIMIZE_FOR_SEQUENTIAL_KEY",
            "DATA_COMPRESSION",
            "XML_COMPRESSION",
            "TEXTIMAGE_ON",
            "LOCK_ESCALATION",
            "CHANGE_TRACKING",
            "COLUMNSTORE",
            "SPARSE",
            "NOLOCK",
            "READUNCOMMITTED",
            "READPAST",
            "HOLDLOCK",
            "UPDLOCK",
            "ROWLOCK",
            "PAGLOCK",
            "TABLOCK",
            "TABLOCKX",
            "XLOCK",
            "NOWAIT");

    /** Statements about what there is no such thing as here. */
    private static final Set<String> STATEMENTS = Set.of("WAITFOR", "CHECKPOINT", "DBCC");

    private final List<Token> tokens;
    private final BiConsumer<Kind, String> found;

    StatementApproximations(List<Token> tokens, BiConsumer<Kind, String> found) {
        this.tokens = tokens;
        this.found = found;
    }

    void read() {
        TokenReader reader = new TokenReader(tokens);
        Token first = reader.peek();
        if (first.is("GRANT", "DENY", "REVOKE")) {
            found.accept(Kind.PERMISSIONS, "");
            return;
        }
        if (reader.accept("CREATE", "OR", "ALTER") || reader.accept("CREATE") || reader.accept("ALTER")) {
            if (module(reader)) {
                return;
            }
            definition(reader);
        } else if (first.is("UPDATE", "WITH")) {
            update();
        } else if (first.is(STATEMENTS.toArray(String[]::new)) && !reader.sees("DBCC", "CHECKIDENT")) {
            found.accept(Kind.STORAGE, first.upper());
        } else if (first.is("SET")) {
            session(reader);
        } else if (reader.sees("UPDATE", "STATISTICS")) {
            found.accept(Kind.STORAGE, "UPDATE STATISTICS");
        }
        words();
    }

    /** What stands in one is not run, so that no more need be said of it. */
    private boolean module(TokenReader reader) {
        if (reader.accept("TRIGGER")) {
            found.accept(Kind.TRIGGER, name(reader));
        } else if (reader.accept("PROCEDURE") || reader.accept("PROC")) {
            found.accept(Kind.PROCEDURE, name(reader));
        } else if (reader.accept("FUNCTION")) {
            found.accept(Kind.FUNCTION, name(reader));
        } else if (reader.accept("SYNONYM")) {
            found.accept(Kind.SYNONYM, name(reader));
        } else {
            return false;
        }
        return true;
    }

    /** Empty where a placeholder stands in it: the script is read as it was written. */
    private static String name(TokenReader reader) {
        return ProcedureName.parts(reader).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
    }

    private void definition(TokenReader reader) {
        if (reader.accept("LOGIN")) {
            found.accept(Kind.LOGIN, "");
        } else if (reader.accept("FULLTEXT", "INDEX")) {
            found.accept(Kind.FULL_TEXT, "");
        } else if (reader.accept("STATISTICS")) {
            found.accept(Kind.STORAGE, "statistics");
        } else if (reader.accept("PARTITION")) {
            found.accept(Kind.STORAGE, "partitions");
        } else if (reader.accept("DATABASE") && tokens.get(0).is("ALTER")) {
            database(reader);
        } else if (reader.sees("TABLE") || reader.sees("TYPE")) {
            columns();
        }
    }

    /** Behind its name, {@code SET READ_COMMITTED_SNAPSHOT ON}; what only names it, and files, change nothing anywhere. */
    private void database(TokenReader reader) {
        reader.skip(1);
        if (reader.accept("SET") && reader.peek().isName()) {
            found.accept(Kind.DATABASE_OPTION, reader.peek().upper());
        } else if (reader.accept("COLLATE") && reader.peek().isName()) {
            found.accept(Kind.DATABASE_OPTION, "COLLATE");
        }
    }

    /** Types and clauses of columns. */
    private void columns() {
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String word = token.kind() == Token.Kind.WORD ? token.upper() : "";
            if (TYPES.contains(word) && isBehindColumn(i)) {
                found.accept(Kind.TYPE, word.toLowerCase(Locale.ROOT));
            } else if (token.is("MASKED")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).is("WITH")) {
                found.accept(Kind.MASK, "");
            } else if (token.is("COLLATE") && i + 1 < tokens.size() && isFixedText(i)) {
                found.accept(Kind.FIXED_TEXT, tokens.get(i + 1).value());
            } else if (token.is("HISTORY_RETENTION_PERIOD")
                    && tokens.stream().noneMatch(other -> other.is("INFINITE"))) {
                found.accept(Kind.RETENTION, "");
            }
        }
    }

    /** Behind {@code CHAR (2)}, with a collation that counts case. */
    private boolean isFixedText(int collate) {
        String collation = tokens.get(collate + 1).value().toUpperCase(Locale.ROOT);
        int type = tokens.get(collate - 1).isSymbol(")") ? collate - 4 : collate - 1;
        return type > 0
                && FIXED.contains(tokens.get(type).value().toUpperCase(Locale.ROOT))
                && (collation.contains("_CS") || collation.contains("_BIN"));
    }

    private boolean isBehindColumn(int place) {
        boolean named = tokens.get(place - 1).isName();
        return named
                && place > 1
                && (tokens.get(place - 2).isSymbol("(")
                        || tokens.get(place - 2).isSymbol(",")
                        || tokens.get(place - 2).is("ADD", "COLUMN"));
    }

    private static boolean isAccentInsensitive(Token collation) {
        return collation.value().toUpperCase(Locale.ROOT).contains("_AI");
    }

    private void update() {
        boolean update = tokens.stream().anyMatch(token -> token.is("UPDATE"));
        if (update
                && tokens.stream().anyMatch(token -> token.is("OUTPUT"))
                && tokens.stream().anyMatch(token -> token.is("INTO"))) {
            found.accept(Kind.OUTPUT_OF_UPDATE, "");
        }
    }

    private void session(TokenReader reader) {
        reader.next();
        if (reader.accept("TRANSACTION", "ISOLATION")) {
            found.accept(Kind.STORAGE, "TRANSACTION ISOLATION LEVEL");
        } else if (reader.peek().is("LOCK_TIMEOUT", "DEADLOCK_PRIORITY")) {
            found.accept(Kind.STORAGE, reader.peek().upper());
        }
    }

    /** Wherever they stand. */
    private void words() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.WORD) {
                continue;
            }
            String word = token.upper();
            if (word.equals("COLLATE") && i + 1 < tokens.size() && isAccentInsensitive(tokens.get(i + 1))) {
                found.accept(Kind.COLLATION, tokens.get(i + 1).value());
            } else if (STORAGE.contains(word)) {
                found.accept(Kind.STORAGE, word);
            } else if (word.equals("IGNORE_DUP_KEY")
                    && i + 2 < tokens.size()
                    && tokens.get(i + 2).is("ON")) {
                found.accept(Kind.IGNORED_DUPLICATES, "");
            } else if (word.equals("RAND")
                    && i + 2 < tokens.size()
                    && tokens.get(i + 2).isSymbol(")")
                    && tokens.stream().anyMatch(other -> other.is("FROM", "UPDATE"))) {
                found.accept(Kind.RANDOM, "");
            }
        }
    }
}
