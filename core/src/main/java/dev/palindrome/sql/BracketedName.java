package dev.palindrome.sql;

import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names as T-SQL takes them (Microsoft: database-identifiers): for SQL Server, and to look things up by. What H2 is asked,
 * too, without the T-SQL front, needs a {@link PortableName}.
 */
public final class BracketedName {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private BracketedName() {}

    /**
     * A name of one part.
     *
     * @param name as it is
     * @return such as {@code [a]]b]}
     */
    public static String of(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    /**
     * A name of several parts.
     *
     * @param parts each as it is
     * @return such as {@code [dbo].[users]}
     */
    public static String of(List<String> parts) {
        return parts.stream().map(BracketedName::of).collect(Collectors.joining("."));
    }

    /**
     * Names for a list of columns.
     *
     * @param names each of one part, as it is
     * @return such as {@code [a], [b]}
     */
    public static String list(List<String> names) {
        return names.stream().map(BracketedName::of).collect(Collectors.joining(", "));
    }

    /**
     * A name as a person reads it: in brackets only where it needs them, and with control characters
     * made visible.
     *
     * @param parts each as it is
     * @return such as {@code dbo.users} or {@code dbo.[order lines]}
     */
    public static String readable(List<String> parts) {
        return parts.stream()
                .map(part -> PLAIN.matcher(part).matches() ? part : VisibleText.line(of(part)))
                .collect(Collectors.joining("."));
    }
}
