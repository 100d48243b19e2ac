package dev.palindrome.recipes;

import static org.assertj.db.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.assertj.db.type.AssertDbConnection;
import org.assertj.db.type.AssertDbConnectionFactory;
import org.assertj.db.type.Changes;
import org.junit.jupiter.api.Test;

@MigratedDatabase
@Seed(fill = {"users:3", "todos:9"})
class AssertJDbTest {

    @Test
    void completesATodo(DataSource dataSource) throws SQLException {
        AssertDbConnection database = AssertDbConnectionFactory.of(dataSource).create();
        Changes changes =
                database.changes().tables(database.table("todos").build()).build();

        changes.setStartPointNow();
        execute(dataSource, "UPDATE dbo.todos SET title = N'Water the plants', completed = 1 WHERE id = 1");
        changes.setEndPointNow();

        assertThat(changes)
                .hasNumberOfChanges(1)
                .changeOnTable("todos")
                .isModification()
                .rowAtEndPoint()
                .value("title")
                .isEqualTo("Water the plants");
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
