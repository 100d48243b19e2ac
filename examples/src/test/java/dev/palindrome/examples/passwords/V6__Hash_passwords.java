package dev.palindrome.examples.passwords;

import dev.palindrome.migration.ReversibleMigration;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** What docs/migrations.md shows. */
public class V6__Hash_passwords extends BaseJavaMigration implements ReversibleMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        run(context, "ALTER TABLE dbo.users ADD password_hash VARBINARY(64) NULL");
    }

    @Override
    public void undo(Context context) throws SQLException {
        run(context, "ALTER TABLE dbo.users DROP COLUMN password_hash");
    }

    private static void run(Context context, String sql) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(sql);
        }
    }
}
