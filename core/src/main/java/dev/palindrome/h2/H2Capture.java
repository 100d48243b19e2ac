package dev.palindrome.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.db.MVTable;
import org.h2.result.SearchRow;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.h2.table.TableView;

/** Everything in a database at one moment. */
public final class H2Capture {

    /** H2's catalogue is a tree as well. */
    private static final String CATALOGUE = "table.0";

    private final H2Tree<Long, SearchRow> catalogue;
    private final List<H2TableCapture> tables = new ArrayList<>();
    private boolean isKnown = true;

    private H2Capture(SessionLocal session) {
        Database engine = session.getDatabase();
        this.catalogue = new H2Tree<>(engine.getStore().getMvStore().openMap(CATALOGUE));
        for (Schema schema : engine.getAllSchemasNoMeta()) {
            for (Table table : schema.getAllTablesAndViews(null)) {
                add(table, session);
            }
        }
    }

    private void add(Table table, SessionLocal session) {
        if (table instanceof MVTable rows) {
            tables.add(H2TableCapture.of(rows, session));
        } else {
            isKnown &= table instanceof TableView;
        }
    }

    public static H2Capture of(Connection connection) throws SQLException {
        return new H2Capture(
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession());
    }

    /** The rows; empty where some are not in trees of H2's, or where somebody has written since. */
    public Optional<H2DatabaseRows> contents() {
        if (!isKnown) {
            return Optional.empty();
        }
        H2DatabaseRows contents =
                new H2DatabaseRows(tables.stream().map(H2TableCapture::contents).toList());
        return isNow() && contents.areWhole() ? Optional.of(contents) : Optional.empty();
    }

    private boolean isNow() {
        return catalogue.isUntouched() && tables.stream().allMatch(H2TableCapture::isNow);
    }
}
