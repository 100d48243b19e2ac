package dev.palindrome.h2.rows;

import dev.palindrome.h2.session.H2Session;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.db.MVTable;

/**
 * The rows of a whole database, below SQL. The rows themselves are not copied: H2 never changes one, and makes a new one
 * instead.
 *
 * @param tables every table's
 */
public record DatabaseRows(List<TableRows> tables) {

    boolean areWhole() {
        return tables.stream().allMatch(TableRows::areWhole);
    }

    /** In bytes, as H2 reckons. */
    public long weight() {
        return tables.stream().mapToLong(TableRows::weight).sum();
    }

    /** Rows, and for each index as many again. */
    public long entries() {
        return tables.stream().mapToLong(TableRows::entries).sum();
    }

    /** Fills a database that has the same tables, and no rows; past constraints and triggers, which the rows have passed. */
    public void fill(Connection connection) throws SQLException {
        SessionLocal session = H2Session.of(connection).session();
        H2Session.calling(() -> {
            Transaction.runOnItsOwn(connection, on -> forEach(session, (rows, table) -> rows.add(session, table)));
            forEach(session, TableRows::put);
            return true;
        });
    }

    private void forEach(SessionLocal session, BiConsumer<TableRows, MVTable> action) {
        for (TableRows rows : tables) {
            action.accept(rows, (MVTable)
                    session.getDatabase().getSchema(rows.schema()).getTableOrView(session, rows.name()));
        }
    }
}
