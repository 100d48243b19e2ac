package dev.palindrome.junit5.parameter;

import dev.palindrome.TestDatabase;
import dev.palindrome.migration.Migrations;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;

/** The types that parameters may have. */
enum ParameterKind {
    TEST_DATABASE(TestDatabase.class),
    DATA_SOURCE(DataSource.class),
    CONNECTION(Connection.class),
    MIGRATIONS(Migrations.class),
    SCHEMA(SchemaSnapshot.class);

    private final Class<?> type;

    ParameterKind(Class<?> type) {
        this.type = type;
    }

    /** Only the very type: who asks for a pool's data source wants another extension. */
    static Optional<ParameterKind> of(Class<?> type) {
        return Arrays.stream(values()).filter(kind -> kind.type == type).findAny();
    }
}
