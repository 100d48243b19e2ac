package dev.palindrome.h2.catalogue;

import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.tsql.RecordedObject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of one of H2's own statements what it makes or speaks of, for messages. */
final class StatementSubject {

    private static final String NAME = "(?:\"(?:[^\"]++|\"\")*+\"|\\w+)";

    private static final Pattern CREATE = Pattern.compile("^CREATE .*?\\b"
            + "(TABLE|VIEW|INDEX|PRIMARY KEY|SEQUENCE|SCHEMA|DOMAIN|ALIAS|AGGREGATE|CONSTANT|TRIGGER|SYNONYM|USER|ROLE)"
            + "(?: IF NOT EXISTS)? (" + NAME + "(?:\\." + NAME + ")?)");

    private static final Pattern CONSTRAINT = Pattern.compile(
            "^ALTER TABLE (?:" + NAME + "\\.)?" + NAME + " ADD CONSTRAINT (" + NAME + "\\." + NAME + ")");

    private static final Pattern PART = Pattern.compile(
            "^(?:CREATE (?:.*? )?(?:INDEX|PRIMARY KEY|TRIGGER)\\b.*? ON (" + NAME + "\\." + NAME + ").*|ALTER TABLE ("
                    + NAME + "\\." + NAME + ") ADD CONSTRAINT .*)",
            Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("^COMMENT ON (\\w+) (" + NAME + "(?:\\." + NAME + ")?) IS ");

    private static final Pattern SETTING = Pattern.compile("SET (\\w+)");

    private static final Pattern QUOTE = Pattern.compile("\"\"?");

    private StatementSubject() {}

    /** Such as {@code table dbo.users}; {@code an object} where the statement is of a form not known. */
    static String of(String statement) {
        String sql = H2Identifiers.plain(statement);
        Matcher create = CREATE.matcher(sql);
        if (create.lookingAt()) {
            return named(create.group(1).toLowerCase(Locale.ROOT), plain(create.group(2)));
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

    /** A constant may be an object that H2 does not have: {@code dbo.procedure:p}. */
    private static String named(String kind, String name) {
        int point = name.indexOf('.') + 1;
        return kind.equals("constant")
                ? RecordedObject.Kind.ofConstant(name.substring(point))
                        .map(known -> known.label() + " " + name.substring(0, point)
                                + name.substring(point + known.constant("").length()))
                        .orElse(kind + " " + name)
                : kind + " " + name;
    }

    /** Whether it says something about an object and makes none. */
    static boolean isComment(String sql) {
        return COMMENT.matcher(sql).lookingAt();
    }

    /** The table that an index, a key, a trigger or another constraint is a part of. */
    static Optional<String> tableOf(String sql) {
        Matcher part = PART.matcher(H2Identifiers.plain(sql));
        return part.matches()
                ? Optional.of(plain(part.group(1) == null ? part.group(2) : part.group(1)))
                : Optional.empty();
    }

    /** Without the quotation marks around names; those within, which are doubled, stay. */
    private static String plain(String name) {
        return QUOTE.matcher(name)
                .replaceAll(quote -> quote.group().length() == 2 ? "\"" : "")
                .strip();
    }
}
