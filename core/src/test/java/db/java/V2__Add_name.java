package db.java;

import dev.palindrome.migration.ReversibleMigration;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

public class V2__Add_name extends BaseJavaMigration implements ReversibleMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        execute(context, "INSERT INTO dbo.names (name) VALUES ('from Java')");
    }

    @Override
    public void undo(Context context) throws SQLException {
        execute(context, "DELETE FROM dbo.names WHERE name = 'from Java'");
    }

    private static void execute(Context context, String sql) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(sql);
        }
    }
}
