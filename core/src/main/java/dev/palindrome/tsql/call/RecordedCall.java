package dev.palindrome.tsql.call;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.RecordedObject.Kind;

/** Calls that make and change objects which H2 does not have. */
public final class RecordedCall {

    private RecordedCall() {}

    /** @param procedure such as {@code create_object} */
    public static String of(String procedure, Kind kind, ObjectName name, Recorded recorded) {
        return ProcedureCall.of(procedure, arguments(kind, name), SqlLiteral.h2(recorded.text()));
    }

    /** DROP. */
    public static String drop(Kind kind, ObjectName name, boolean ifExists) {
        return ProcedureCall.of("drop_object", arguments(kind, name), ifExists ? "TRUE" : "FALSE");
    }

    /** Three arguments: schema, kind and key. */
    public static String arguments(Kind kind, ObjectName name) {
        return SqlLiteral.h2OrNull(name.schema()) + ", " + SqlLiteral.h2(kind.name()) + ", "
                + SqlLiteral.h2(name.name());
    }
}
