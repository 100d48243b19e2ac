package dev.palindrome.database.sqlserver;

import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.AzureRefusal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The mark that makes a database this JVM's. */
final class SqlServerMark {

    private SqlServerMark() {}

    /**
     * Puts it on a database that has none, and says what else there is to say of that, in one batch: from outside where
     * that can be, since logging in costs more.
     *
     * @param afterwards statements of which each names the database, and may be run twice
     */
    static void put(SqlServerEngine engine, String database, List<String> afterwards) throws SQLException {
        run(engine, database, SqlServerDatabaseSql.mark(DatabaseMark.ofThisJvm()), afterwards);
    }

    /** Takes it off. */
    static void remove(SqlServerEngine engine, String database) throws SQLException {
        run(engine, database, SqlServerDatabaseSql.unmark(), List.of());
    }

    /**
     * Takes it off for a backup: what is restored of that is nobody's to drop. In one batch, so that there is no moment at
     * which the original has no mark and nobody to put it on again.
     */
    static void takeOffWhile(DataSource server, String database, String backup) throws SQLException {
        String mark = SqlServerDatabaseSql.markUnlessMarked(database, DatabaseMark.ofThisJvm());
        try {
            SqlServerStatements.run(
                    server, String.join(";\n", SqlServerDatabaseSql.unmarkIfMarked(database), backup, mark));
        } catch (SQLException e) {
            try {
                SqlServerStatements.run(server, mark);
            } catch (SQLException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    private static void run(SqlServerEngine engine, String database, String mark, List<String> afterwards)
            throws SQLException {
        try {
            SqlServerStatements.run(
                    engine.dataSource(), batch(SqlServerDatabaseSql.inside(database, mark), afterwards));
        } catch (SQLException e) {
            if (!AzureRefusal.OF_USE.is(e)) {
                throw e;
            }
            SqlServerStatements.run(engine.dataSource(database), batch(mark, afterwards));
        }
    }

    private static String batch(String mark, List<String> afterwards) {
        List<String> statements = new ArrayList<>();
        statements.add(mark);
        statements.addAll(afterwards);
        return String.join(";\n", statements);
    }
}
