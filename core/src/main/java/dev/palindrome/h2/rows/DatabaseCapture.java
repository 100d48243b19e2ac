package dev.palindrome.h2.rows;

import dev.palindrome.h2.catalogue.Catalogue;
import dev.palindrome.h2.session.H2Session;
import dev.palindrome.h2.tree.TreeSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.h2.engine.Database;
import org.h2.mvstore.db.MVTable;
import org.h2.result.SearchRow;
import org.h2.table.Table;
import org.h2.table.TableView;
import org.h2.value.VersionedValue;

/** All trees of a database at one moment, of which the rows are taken if it turns out that nobody has written meanwhile. */
public final class DatabaseCapture {

    private final TreeSnapshot<Long, VersionedValue<SearchRow>> catalogue;
    private final List<TableCapture> tables;
    private final boolean isKnown;

    private DatabaseCapture(Database engine) {
        this.catalogue = TreeSnapshot.ofCatalogue(engine);
        List<Table> all = new Catalogue(engine).tables();
        this.tables = all.stream()
                .filter(MVTable.class::isInstance)
                .map(table -> TableCapture.of((MVTable) table))
                .toList();
        this.isKnown = all.stream().allMatch(table -> table instanceof MVTable || table instanceof TableView);
    }

    public static DatabaseCapture of(Connection connection) throws SQLException {
        return new DatabaseCapture(H2Session.of(connection).engine());
    }

    /** The rows; empty where some are not in trees of H2's, or where somebody has written since. */
    public Optional<DatabaseRows> rows() {
        if (!isKnown) {
            return Optional.empty();
        }
        DatabaseRows rows =
                new DatabaseRows(tables.stream().map(TableCapture::rows).toList());
        return isNow() && rows.areWhole() ? Optional.of(rows) : Optional.empty();
    }

    private boolean isNow() {
        return catalogue.isUntouched() && tables.stream().allMatch(TableCapture::isNow);
    }
}
