package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.BracketedName;

/**
 * A column that an INSERT can give values to.
 *
 * @param name as the table has it
 * @param isTypedXml whether its XML obeys a schema collection
 */
record SqlServerColumn(String name, boolean isTypedXml) {

    /** As T-SQL takes it. */
    String sqlName() {
        return BracketedName.of(name);
    }

    /**
     * As it is selected into a table of another database. Microsoft: database-engine-events-and-errors, error 527: XML of one
     * schema collection does not become that of another, be it the same in a copy, unless it is converted.
     */
    String selected() {
        return isTypedXml ? "CONVERT(xml, " + sqlName() + ")" : sqlName();
    }
}
