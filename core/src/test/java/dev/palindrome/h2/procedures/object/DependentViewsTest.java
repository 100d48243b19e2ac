package dev.palindrome.h2.procedures.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.h2.H2TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DependentViewsTest {

    private static final String VIEWS =
            "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA = 'dbo' ORDER BY 1";

    @Test
    void aViewThatCannotBePutAsideCostsNoOther() throws SQLException {
        try (H2TestDatabase database = new H2TestDatabase()) {
            database.run(
                    "CREATE TABLE \"dbo\".\"t\" (\"a\" INT)",
                    "CREATE VIEW \"dbo\".\"free\" AS SELECT \"a\" FROM \"dbo\".\"t\"",
                    "CREATE VIEW \"dbo\".\"held\" AS SELECT \"a\" FROM \"dbo\".\"t\"",
                    "CREATE SCHEMA IF NOT EXISTS \"palindrome\"",
                    "CREATE VIEW \"palindrome\".\"holder\" AS SELECT \"a\" FROM \"dbo\".\"held\"");
            DependentViews views = DependentViews.of(H2Table.of(database.connect(), "dbo", "t"));

            assertThatThrownBy(() -> views.aside(() -> {
                        throw new AssertionError("Nothing is changed while a view is in the way.");
                    }))
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("Cannot drop \"held\" because \"holder\" depends on it");

            assertThat(database.texts(VIEWS)).containsExactly("free", "held");
        }
    }
}
