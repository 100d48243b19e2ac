package dev.palindrome.tsql;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.declaration.TypeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A variable of a script that the embedded engine runs. H2 keeps its value in a variable of the session.
 *
 * @param name with its at sign, in lower case
 * @param type as T-SQL declares it, such as {@code nvarchar(50)}; {@link #TABLE} or {@link #CURSOR}
 * @param h2 what stands for it in H2's statements: a value, or the name of a table
 */
public record FlowVariable(String name, String type, String h2) {

    /** Whether {@code SET NOEXEC} is on, in a script that switches it on. */
    public static final String NOEXEC = "@@palindrome$noexec";

    /** The type of a variable that holds rows. */
    public static final String TABLE = "table";

    /** The type of a variable that stands for a cursor. */
    public static final String CURSOR = "cursor";

    /** What stands behind the name of a variable that holds rows in H2's statements, until a run gives its table a name. */
    public static final String TABLE_MARK = "$palindrome";

    /** The variable that has the order of the numbers of dates, for functions; nothing where it is the usual one. */
    public static final String DATE_ORDER = "@@palindrome$dateformat";

    /** The function by which a statement gives a variable a value; no script can call it so. */
    public static final String ASSIGN = "palindrome$assign";

    private static final String SEPARATOR = "; ";

    /**
     * A variable that holds a value.
     *
     * @param name with its at sign
     * @param type as T-SQL declares it
     * @return of that type in H2's statements, too
     */
    public static FlowVariable of(String name, String type) {
        String lower = name.toLowerCase(Locale.ROOT);
        return new FlowVariable(lower, type, "CAST(" + place(lower) + " AS " + h2(type) + ")");
    }

    /**
     * A variable that holds rows.
     *
     * @param name with its at sign
     * @return a table of this name on H2
     */
    public static FlowVariable table(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return new FlowVariable(lower, TABLE, lower + TABLE_MARK);
    }

    /**
     * Where H2 keeps the value.
     *
     * @param name with its at sign
     * @return a variable of H2's
     */
    public static String place(String name) {
        return "@" + QuotedName.of(name.substring(1).toLowerCase(Locale.ROOT));
    }

    /**
     * What H2 calls the type of a variable. It checks no range: the value has been converted when it was assigned.
     *
     * @param type as T-SQL declares it
     * @return for a CAST
     */
    public static String h2(String type) {
        String h2 = TypeReader.ofColumn(new TokenReader(Lexer.tokens(type, 1))).h2();
        if (h2.contains("tinyint")) {
            return "SMALLINT";
        }
        return h2.startsWith("\"palindrome\"") ? "VARCHAR" : h2.startsWith("BINARY(8) GEN") ? "BINARY(8)" : h2;
    }

    /**
     * Whether it holds a value.
     *
     * @return false for tables and cursors
     */
    public boolean isValue() {
        return !type.equals(TABLE) && !type.equals(CURSOR);
    }

    /**
     * Writes down several.
     *
     * @param variables whose values are in H2's variables
     * @return for {@link #parse}
     */
    public static String text(Iterable<FlowVariable> variables) {
        List<String> texts = new ArrayList<>();
        for (FlowVariable variable : variables) {
            texts.add(variable.name + " " + (variable.type.equals(TABLE) ? QuotedName.of(variable.h2) : variable.type));
        }
        return String.join(SEPARATOR, texts);
    }

    /**
     * Reads what {@link #text} has written.
     *
     * @param text may be empty
     * @return in the same order
     */
    public static List<FlowVariable> parse(String text) {
        List<FlowVariable> variables = new ArrayList<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(SEPARATOR)) {
            int space = one.indexOf(' ');
            String name = one.substring(0, space);
            String type = one.substring(space + 1);
            if (type.startsWith("\"")) {
                variables.add(new FlowVariable(name, TABLE, type.substring(1, type.length() - 1)));
            } else {
                variables.add(type.equals(CURSOR) ? new FlowVariable(name, CURSOR, "") : of(name, type));
            }
        }
        return variables;
    }
}
