package dev.palindrome.schema.read;

import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Reads a database that nobody here has made. */
public final class LiveSchema {

    private static final Set<String> PRODUCTS = Set.of("Microsoft SQL Server", "H2");

    private LiveSchema() {}

    public static SchemaSnapshot read(DataSource database) {
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData product = connection.getMetaData();
            if (!PRODUCTS.contains(product.getDatabaseProductName())) {
                throw new SchemaException(
                        "The schema of %s %s cannot be read: SQL Server's can, and that of the embedded engine."
                                .formatted(product.getDatabaseProductName(), product.getDatabaseProductVersion()));
            }
            return HistoryTables.leftOutOf(SchemaReader.of(connection).read(connection));
        } catch (SQLException e) {
            throw new SchemaException("The schema of the database cannot be read: " + e.getMessage(), e);
        }
    }
}
