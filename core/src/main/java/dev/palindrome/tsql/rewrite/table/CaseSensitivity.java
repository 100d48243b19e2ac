package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.call.ProcedureCall;

/** Columns whose collation tells upper from lower case in a database whose collation does not. */
final class CaseSensitivity {

    private CaseSensitivity() {}

    static String call(ObjectName table, TableElement.Column column) {
        return ProcedureCall.of(
                "case_sensitive",
                table.arguments(),
                SqlLiteral.h2(column.name()),
                SqlLiteral.h2(column.type().orElseThrow().h2()));
    }
}
