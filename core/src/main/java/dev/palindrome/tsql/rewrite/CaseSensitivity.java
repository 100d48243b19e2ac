package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.SqlText;

/** Columns whose collation tells upper from lower case in a database whose collation does not. */
final class CaseSensitivity {

    private CaseSensitivity() {}

    static String call(ObjectName table, TableElement.Column column) {
        return ProcedureCall.of(
                "case_sensitive",
                table.arguments(),
                SqlText.string(column.name()),
                SqlText.string(column.type().orElseThrow().h2()));
    }
}
