package dev.palindrome.tsql.call;

import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a procedure in EXEC. SQL Server's own are found in {@code sys}, and in {@code dbo} as well, where scripts of
 * SSMS call them; in any other schema a procedure is somebody's own, whatever it is called (Microsoft:
 * create-procedure-transact-sql).
 */
public final class ProcedureName {

    private static final Set<String> OF_SYSTEM = Set.of("", "dbo", "sys");

    /** As SQL Server's own are called. */
    private static final Pattern SYSTEM = Pattern.compile("[sx]p_");

    private ProcedureName() {}

    /**
     * Whether a procedure is a script's own as far as its name says so.
     *
     * @param name as {@link #of} gives it
     * @return false for those that are called as SQL Server's are
     */
    public static boolean isOwn(String name) {
        return !name.isEmpty() && !SYSTEM.matcher(name).lookingAt();
    }

    /**
     * Reads a name, as far as one stands here; nothing is refused.
     *
     * @param reader before the name
     * @return as {@link #of} gives it; empty where there is none
     */
    public static String read(TokenReader reader) {
        return of(parts(reader));
    }

    /**
     * Reads the parts of a name, as far as one stands here; nothing is refused.
     *
     * @param reader before the name
     * @return at least one, empty for what is left out or is no name
     */
    public static List<String> parts(TokenReader reader) {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(reader.peek().isName() ? reader.next().value() : "");
        } while (reader.acceptSymbol("."));
        return parts;
    }

    /**
     * What to look it up by.
     *
     * @param parts of the name as written, empty for what is left out
     * @return in lower case: the last part alone where it may be one of SQL Server's, else all with points between
     */
    public static String of(List<String> parts) {
        int last = parts.size() - 1;
        boolean system = last < 1 || OF_SYSTEM.contains(parts.get(last - 1).toLowerCase(Locale.ROOT));
        String name = system ? parts.get(last) : String.join(".", parts);
        return name.toLowerCase(Locale.ROOT);
    }
}
