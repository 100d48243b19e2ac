package dev.palindrome.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.MVTable;

/**
 * The rows of a whole database, below SQL. The rows themselves are not copied: H2 never changes one, and makes a new one
 * instead.
 *
 * @param tables every table's
 */
public record H2DatabaseRows(List<H2TableContents> tables) {

    boolean areWhole() {
        return tables.stream().allMatch(H2TableContents::areWhole);
    }

    /** In bytes, as H2 reckons. */
    public long weight() {
        return tables.stream().mapToLong(H2TableContents::weight).sum();
    }

    /** Rows, and for each index as many again. */
    public long entries() {
        return tables.stream().mapToLong(H2TableContents::entries).sum();
    }

    /** Fills a database that has the same tables, and no rows; past constraints and triggers, which the rows have passed. */
    public void fill(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        try {
            connection.setAutoCommit(false);
            forEach(session, (contents, table) -> contents.add(session, table));
            connection.commit();
            connection.setAutoCommit(true);
            forEach(session, (contents, table) -> contents.put(session, table));
        } catch (DbException | MVStoreException e) {
            throw DbException.toSQLException(e);
        }
    }

    private void forEach(SessionLocal session, BiConsumer<H2TableContents, MVTable> action) {
        for (H2TableContents contents : tables) {
            action.accept(contents, (MVTable)
                    session.getDatabase().getSchema(contents.schema()).getTableOrView(session, contents.name()));
        }
    }
}
