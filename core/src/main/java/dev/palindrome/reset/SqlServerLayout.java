package dev.palindrome.reset;

import java.util.List;
import java.util.Map;

/**
 * What has to be known of a database's schema to put rows back. Holds for as long as the schema does not change.
 *
 * @param tables by object_id
 * @param foreignKeys that are held to
 * @param untrustedChecks names, by object_id of the table
 * @param triggers that fire, by object_id of the table
 * @param histories of temporal tables
 */
record SqlServerLayout(
        Map<Integer, SqlServerTable> tables,
        List<SqlServerForeignKey> foreignKeys,
        Map<Integer, List<String>> untrustedChecks,
        Map<Integer, List<String>> triggers,
        List<SqlServerHistory> histories) {

    SqlServerTable table(int id) {
        return java.util.Objects.requireNonNull(tables.get(id), () -> "No table has the object_id " + id);
    }
}
