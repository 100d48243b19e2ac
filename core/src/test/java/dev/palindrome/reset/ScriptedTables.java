package dev.palindrome.reset;

import dev.palindrome.reset.ScriptedSqlServer.Row;

/** What a catalogue says about tables in dbo. */
final class ScriptedTables {

    private ScriptedTables() {}

    static Row table(int id, String name) {
        return Row.of("object_id", id, "schema_name", "dbo", "table_name", name, "kind", "ORDINARY");
    }

    static Row column(int table, String name, boolean isIdentity) {
        return Row.of("object_id", table, "column_name", name, "is_identity", isIdentity ? 1 : 0, "is_typed_xml", 0);
    }

    static Row identity(int table, Integer last) {
        return Row.of(
                "object_id",
                table,
                "seed_value",
                1,
                "increment_value",
                1,
                "last_value",
                last,
                "type_name",
                "int",
                "precision",
                10);
    }

    static Row hint(int table, String hint) {
        return Row.of("object_id", table, "hint", hint);
    }

    /** In the schema reader's inventory. */
    static Row object(int id, String name) {
        return Row.of(
                "object_kind",
                "TABLE",
                "object_schema",
                "dbo",
                "object_name",
                name,
                "changed",
                1,
                "object_id",
                id,
                "modify_date",
                "2026-01-01T00:00:00");
    }

    /** Among the schema reader's facts. */
    static Row columnOf(String table, String name, String type) {
        return Row.of(
                "object_kind",
                "TABLE",
                "object_schema",
                "dbo",
                "object_name",
                table,
                "part_kind",
                "COLUMN",
                "part_name",
                name,
                "type",
                type);
    }
}
