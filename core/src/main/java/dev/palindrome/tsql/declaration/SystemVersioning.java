package dev.palindrome.tsql.declaration;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.List;
import java.util.Optional;

/**
 * {@code SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.users_history, …)} (Microsoft: create-table-transact-sql).
 *
 * @param history nothing where the server makes up its name
 * @param checked whether the rows that a history has already are looked at
 * @param retention how long rows are kept, if not for ever: {@code 6 MONTH}
 */
public record SystemVersioning(Optional<ObjectName> history, boolean checked, Optional<String> retention) {

    private static final List<String> UNITS = List.of("DAY", "WEEK", "MONTH", "YEAR");

    /** From behind {@code SYSTEM_VERSIONING}; nothing for OFF. */
    public static Optional<SystemVersioning> read(TokenReader reader) {
        reader.requireSymbol("=");
        boolean on = reader.sees("ON");
        reader.require("ON", "OFF");
        SystemVersioning versioning = new SystemVersioning(Optional.empty(), true, Optional.empty());
        if (on && reader.acceptSymbol("(")) {
            do {
                versioning = versioning.option(reader);
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
        }
        return on ? Optional.of(versioning) : Optional.empty();
    }

    private SystemVersioning option(TokenReader reader) {
        Token option = reader.peek();
        reader.require("HISTORY_TABLE", "DATA_CONSISTENCY_CHECK", "HISTORY_RETENTION_PERIOD");
        reader.requireSymbol("=");
        return switch (option.upper()) {
            case "HISTORY_TABLE" -> new SystemVersioning(Optional.of(history(reader)), checked, retention);
            case "DATA_CONSISTENCY_CHECK" -> {
                boolean on = reader.sees("ON");
                reader.require("ON", "OFF");
                yield new SystemVersioning(history, on, retention);
            }
            default -> new SystemVersioning(history, checked, retention(reader));
        };
    }

    private static ObjectName history(TokenReader reader) {
        Token first = reader.peek();
        ObjectName name = reader.objectName();
        if (name.schema() == null) {
            throw UntranslatableException.refused(
                    13539,
                    first,
                    "the name of a history table has its schema before it, and " + name.name() + " has none");
        }
        return name;
    }

    private static Optional<String> retention(TokenReader reader) {
        if (reader.accept("INFINITE")) {
            return Optional.empty();
        }
        Token first = reader.peek();
        String number = reader.number();
        if (!number.matches("0*[1-9]\\d{0,5}")) {
            throw UntranslatableException.refused(13743, first, number + " is no period for which rows could be kept");
        }
        Token unit = reader.peek();
        String singular = unit.upper().replaceFirst("S$", "");
        if (!UNITS.contains(singular)) {
            throw UntranslatableException.refused(13744, unit, unit.text() + " is none of DAY, WEEK, MONTH and YEAR");
        }
        reader.next();
        return Optional.of(Integer.valueOf(number) + " " + singular);
    }

    /**
     * The call that switches it on.
     *
     * @param created whether the table is made by the same statement, and goes where this fails
     */
    public String call(ObjectName table, boolean created) {
        return ProcedureCall.of(
                "system_versioning",
                table.arguments(),
                SqlLiteral.h2OrNull(history.map(ObjectName::schema).orElse(null)),
                SqlLiteral.h2OrNull(history.map(ObjectName::name).orElse(null)),
                checked ? "TRUE" : "FALSE",
                SqlLiteral.h2OrNull(retention.orElse(null)),
                created ? "TRUE" : "FALSE");
    }
}
