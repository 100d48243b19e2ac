package dev.palindrome.schema.read;

import dev.palindrome.tsql.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the front recorded in the comment of a row's object. */
final class H2Record {

    private H2Record() {}

    static Recorded of(ResultSet row) throws SQLException {
        @Nullable String remarks = row.getString("REMARKS");
        return Recorded.parse(remarks == null ? "" : remarks);
    }

    static Supplier<Optional<String>> optional(@Nullable String value) {
        return () -> Optional.ofNullable(value);
    }
}
