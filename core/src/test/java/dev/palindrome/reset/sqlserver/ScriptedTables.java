package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;

/** What a catalogue says about tables in dbo. */
public final class ScriptedTables {

    private ScriptedTables() {}

    /** A session of a reset, whose beginning is not among the server's orders. */
    static SqlServerConnection connect(ScriptedServer server) throws SQLException {
        SqlServerConnection connection = SqlServerConnection.open(server.dataSource());
        server.orders();
        return connection;
    }

    public static ScriptedRow table(int id, String name) {
        return ScriptedRow.of("object_id", id, "schema_name", "dbo", "table_name", name, "kind", "ORDINARY");
    }

    public static ScriptedRow column(int table, String name, boolean isIdentity) {
        return ScriptedRow.of(
                "object_id",
                table,
                "column_name",
                name,
                "is_identity",
                isIdentity ? 1 : 0,
                "is_typed_xml",
                0,
                "type_name",
                "int");
    }

    public static ScriptedRow identity(int table, Integer last) {
        return ScriptedRow.of(
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

    public static ScriptedRow hint(int table, String hint) {
        return ScriptedRow.of("object_id", table, "hint", hint);
    }

    /** In the schema reader's inventory. */
    public static ScriptedRow object(int id, String name) {
        return ScriptedRow.of(
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
    public static ScriptedRow columnOf(String table, String name, String type) {
        return ScriptedRow.of(
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
