package dev.palindrome.schema.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The one batch that asks SQL Server for everything. Its parameter is the moment since which changes are wanted. */
final class SqlServerSchemaSql {

    /** The first declares what the others use. */
    private static final List<String> PARTS = List.of(
            "objects",
            "fingerprints",
            "tables",
            "temporal",
            "columns",
            "keys-and-indexes",
            "constraints",
            "modules",
            "sequences-and-synonyms",
            "types",
            "schemas-and-principals",
            "partitions",
            "full-text",
            "database",
            "permissions",
            "extended-properties");

    static final String BATCH = PARTS.stream().map(SqlServerSchemaSql::read).collect(Collectors.joining("\n"));

    private SqlServerSchemaSql() {}

    private static String read(String part) {
        try (InputStream resource = SqlServerSchemaSql.class.getResourceAsStream(part + ".sql")) {
            return new String(Objects.requireNonNull(resource, part).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
