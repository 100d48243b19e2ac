package dev.palindrome.reset.sqlserver;

import dev.palindrome.reset.sqlserver.ScriptedSqlServer.Row;

/** What a catalogue says about tables in dbo. */
public final class ScriptedTables {

    private ScriptedTables() {}

    public static Row table(int id, String name) {
        return Row.of("object_id", id, "schema_name", "dbo", "table_name", name, "kind", "ORDINARY");
    }

    public static Row column(int table, String name, boolean isIdentity) {
        return Row.of("object_id", table, "column_name", name, "is_identity", isIdentity ? 1 : 0, "is_typed_xml", 0);
    }

    public static Row identity(int table, Integer last) {
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

    public static Row hint(int table, String hint) {
        return Row.of("object_id", table, "hint", hint);
    }

    /** In the schema reader's inventory. */
    public static Row object(int id, String name) {
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
    public static Row columnOf(String table, String name, String type) {
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
