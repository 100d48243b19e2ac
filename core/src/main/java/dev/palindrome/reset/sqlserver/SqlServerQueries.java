package dev.palindrome.reset.sqlserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What SQL Server is asked; each file names the page of Microsoft's documentation that it was written from. */
public enum SqlServerQueries {
    TABLES("tables"),
    COLUMNS("columns"),
    FOREIGN_KEYS("foreign-keys"),
    UNTRUSTED_CHECKS("untrusted-checks"),
    TRIGGERS("triggers"),
    DATABASE_TRIGGERS("database-triggers"),
    SECURITY_PREDICATES("security-predicates"),
    IDENTITIES("identities"),
    TEMPORAL("temporal"),
    SEQUENCES("sequences"),
    SEQUENCES_USED("sequences-used"),
    HINTS("hints"),
    HINTS_PROBE("hints-probe"),
    IN_MEMORY_HINTS("in-memory-hints"),
    OPEN_TRANSACTIONS("open-transactions"),
    COLLATION("collation");

    private final String sql;

    SqlServerQueries(String file) {
        try (InputStream resource = SqlServerQueries.class.getResourceAsStream(file + ".sql")) {
            sql = new String(Objects.requireNonNull(resource, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String sql() {
        return sql;
    }
}
