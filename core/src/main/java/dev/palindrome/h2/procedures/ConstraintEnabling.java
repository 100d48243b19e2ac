package dev.palindrome.h2.procedures;

import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CHECK CONSTRAINT. No constraint is ever disabled here, so that it only has to exist. */
final class ConstraintEnabling {

    private static final String REMARKS = """
            SELECT COALESCE(REMARKS, '') FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_SCHEMA = ?1 AND TABLE_NAME = ?2 AND (CONSTRAINT_NAME = ?3 OR ?3 = '')
            """;

    private final H2Table table;

    ConstraintEnabling(H2Table table) {
        this.table = table;
    }

    void enable(@Nullable String constraint, boolean verify) throws SQLException {
        List<String> remarks = table.texts(REMARKS, constraint == null ? "" : constraint);
        if (remarks.isEmpty() && constraint != null) {
            throw TsqlError.of(4917, "Constraint '" + constraint + "' does not exist.");
        }
        if (verify && remarks.stream().anyMatch(text -> Recorded.parse(text).is(Fact.NOT_TRUSTED))) {
            throw TsqlError.needsSqlServer("A constraint that was added WITH NOCHECK cannot be verified afterwards.");
        }
    }
}
