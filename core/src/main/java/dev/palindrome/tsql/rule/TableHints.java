package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.Set;

/**
 * {@code WITH (NOLOCK, INDEX (ix))} behind a table: read, and left out, because it changes nothing of the outcome here.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/hints-transact-sql-table">Table hints</a>
 */
public final class TableHints {

    private static final Set<String> PLAIN = Set.of(
            "NOEXPAND",
            "FORCE_ANN_ONLY",
            "FORCESCAN",
            "HOLDLOCK",
            "IGNORE_CONSTRAINTS",
            "IGNORE_TRIGGERS",
            "KEEPDEFAULTS",
            "KEEPIDENTITY",
            "NOLOCK",
            "NOWAIT",
            "PAGLOCK",
            "READCOMMITTED",
            "READCOMMITTEDLOCK",
            "READPAST",
            "READUNCOMMITTED",
            "REPEATABLEREAD",
            "ROWLOCK",
            "SERIALIZABLE",
            "SNAPSHOT",
            "TABLOCK",
            "TABLOCKX",
            "UPDLOCK",
            "XLOCK");

    private final TokenReader reader;
    private final boolean target;

    private TableHints(TokenReader reader, boolean target) {
        this.reader = reader;
        this.target = target;
    }

    /** Of a table that is asked, whose alias stands before its hints; from {@code WITH} on, if that stands here. */
    public static void ofSource(TokenReader reader) {
        if (new TableHints(reader, false).areRead() && isAlias(reader)) {
            throw reader.syntax();
        }
    }

    /** Of the table that a statement changes; from {@code WITH} on, if that stands here. */
    public static void ofTarget(TokenReader reader) {
        new TableHints(reader, true).areRead();
    }

    /** Wherever an alias may follow as well. */
    public static void beforeAlias(TokenReader reader) {
        new TableHints(reader, false).areRead();
    }

    /** Whether hints of the old kind stand here, behind a table or its alias: {@code (NOLOCK)}. */
    public static boolean areOld(TokenReader reader) {
        int start = reader.position();
        boolean hints = reader.seesSymbol("(") && isWithoutWith(reader.peek(1));
        if (hints) {
            hints = reader.parenthesised().stream()
                    .allMatch(token -> token.isSymbol(",")
                            || isPlain(token)
                            || token.is("INDEX", "FORCESEEK", "FASTFIRSTROW")
                            || token.kind() == Token.Kind.NUMBER
                            || token.isSymbol("=")
                            || token.isSymbol("(")
                            || token.isSymbol(")"));
            reader.back(start);
        }
        return hints;
    }

    /** Whether a word in parentheses behind a table is a hint of the old kind, without {@code WITH}. */
    public static boolean isWithoutWith(Token word) {
        return word.is("INDEX", "FORCESEEK", "FASTFIRSTROW") || isPlain(word);
    }

    private static boolean isPlain(Token word) {
        return word.kind() == Token.Kind.WORD && PLAIN.contains(word.upper());
    }

    private static boolean isAlias(TokenReader reader) {
        boolean name = reader.peek().isName() && !reader.peek().isReserved();
        return reader.sees("AS") || name && !reader.sees("WINDOW");
    }

    private boolean areRead() {
        if (!reader.sees("WITH") || !reader.peek(1).isSymbol("(")) {
            return false;
        }
        reader.expect("WITH");
        reader.expectSymbol("(");
        do {
            hint();
        } while (reader.acceptSymbol(",") || !reader.seesSymbol(")"));
        reader.expectSymbol(")");
        return true;
    }

    private void hint() {
        if (reader.sees("INDEX")) {
            index();
        } else if (reader.accept("FORCESEEK")) {
            seek();
        } else if (reader.accept("SPATIAL_WINDOW_MAX_CELLS")) {
            reader.requireSymbol("=");
            reader.number();
        } else {
            plain();
        }
    }

    private void index() {
        if (target) {
            throw UntranslatableException.refused(
                    1069,
                    reader.peek(),
                    "hints of indexes stand in a FROM or OPTION, not behind the table that is changed");
        }
        reader.expect("INDEX");
        boolean one = reader.acceptSymbol("=");
        if (one && !reader.seesSymbol("(")) {
            value();
            return;
        }
        reader.requireSymbol("(");
        do {
            value();
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
    }

    private void seek() {
        if (!reader.acceptSymbol("(")) {
            return;
        }
        value();
        reader.requireSymbol("(");
        do {
            reader.identifier();
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        reader.requireSymbol(")");
    }

    /** The name of an index, or its number. */
    private void value() {
        if (reader.peek().isName()) {
            reader.identifier();
        } else {
            reader.number();
        }
    }

    private void plain() {
        if (isPlain(reader.peek())) {
            reader.next();
        } else if (reader.peek().isName() && reader.peek().kind() != Token.Kind.NAME) {
            throw UntranslatableException.refused(
                    321, reader.peek(), reader.peek().text() + " is not a recognized table hint");
        } else {
            throw reader.syntax();
        }
    }
}
