package dev.palindrome.schema.read;

import dev.palindrome.sql.SqlLiteral;

/**
 * A column of one of the server's own views.
 *
 * @param view with its schema, such as {@code sys.tables}
 * @param name such as {@code ledger_type}
 */
record CatalogueColumn(String view, String name) {

    static CatalogueColumn parse(String text) {
        int dot = text.lastIndexOf('.');
        return new CatalogueColumn(text.substring(0, dot), text.substring(dot + 1));
    }

    /** A condition that holds where there is such a column. */
    String exists() {
        return "EXISTS (SELECT * FROM sys.all_columns c WHERE c.object_id = OBJECT_ID(" + SqlLiteral.of(view)
                + ") AND c.name = " + SqlLiteral.of(name) + ")";
    }
}
