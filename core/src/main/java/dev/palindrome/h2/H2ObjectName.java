package dev.palindrome.h2;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.util.StringUtils;

/** Takes out of one of H2's own statements what it makes or speaks of, for messages. */
final class H2ObjectName {

    private static final String NAME = "(?:\"(?:[^\"]++|\"\")*+\"|\\w+)";

    /** As H2 writes names that are not ASCII, or hold a quotation mark. */
    private static final Pattern ESCAPED = Pattern.compile("U&(\"(?:[^\"]++|\"\")*+\")");

    private static final Pattern CREATE = Pattern.compile("CREATE .*?\\b"
            + "(TABLE|VIEW|INDEX|PRIMARY KEY|SEQUENCE|SCHEMA|DOMAIN|ALIAS|AGGREGATE|CONSTANT|TRIGGER|SYNONYM|USER|ROLE)"
            + "(?: IF NOT EXISTS)? (" + NAME + "(?:\\." + NAME + ")?)");

    private static final Pattern CONSTRAINT = Pattern.compile(
            "ALTER TABLE (?:" + NAME + "\\.)?" + NAME + " ADD CONSTRAINT (" + NAME + "\\." + NAME + ")");

    private static final Pattern PART = Pattern.compile(
            "CREATE (?:.*? )?(?:INDEX|PRIMARY KEY|TRIGGER)\\b.*? ON (" + NAME + "\\." + NAME + ").*|ALTER TABLE ("
                    + NAME + "\\." + NAME + ") ADD CONSTRAINT .*",
            Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("COMMENT ON (\\w+) (" + NAME + "(?:\\." + NAME + ")?) IS ");

    private static final Pattern SETTING = Pattern.compile("SET (\\w+)");

    private static final Pattern QUOTE = Pattern.compile("\"\"?");

    private H2ObjectName() {}

    /** Such as {@code table dbo.users}; {@code an object} where the statement is of a form not known. */
    static String of(String statement) {
        String sql = unescaped(statement);
        Matcher create = CREATE.matcher(sql);
        if (create.lookingAt()) {
            return create.group(1).toLowerCase(Locale.ROOT) + " " + plain(create.group(2));
        }
        Matcher constraint = CONSTRAINT.matcher(sql);
        if (constraint.lookingAt()) {
            return "constraint " + plain(constraint.group(1));
        }
        Matcher comment = COMMENT.matcher(sql);
        if (comment.lookingAt()) {
            return comment.group(1).toLowerCase(Locale.ROOT) + " " + plain(comment.group(2));
        }
        Matcher setting = SETTING.matcher(sql);
        if (setting.lookingAt()) {
            return "setting " + setting.group(1);
        }
        return sql.startsWith("GRANT ") ? "a right" : "an object";
    }

    /** Whether it says something about an object and makes none. */
    static boolean isComment(String sql) {
        return COMMENT.matcher(sql).lookingAt();
    }

    /** The table that an index, a key, a trigger or another constraint is a part of. */
    static Optional<String> tableOf(String sql) {
        Matcher part = PART.matcher(unescaped(sql));
        return part.matches()
                ? Optional.of(plain(part.group(1) == null ? part.group(2) : part.group(1)))
                : Optional.empty();
    }

    private static String unescaped(String sql) {
        return sql.contains("U&\"")
                ? ESCAPED.matcher(sql)
                        .replaceAll(name ->
                                Matcher.quoteReplacement(StringUtils.decodeUnicodeStringSQL(name.group(1), '\\')))
                : sql;
    }

    /** Without the quotation marks around names; those within, which are doubled, stay. */
    private static String plain(String name) {
        return QUOTE.matcher(name)
                .replaceAll(quote -> quote.group().length() == 2 ? "\"" : "")
                .strip();
    }
}
