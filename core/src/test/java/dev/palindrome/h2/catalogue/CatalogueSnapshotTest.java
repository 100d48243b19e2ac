package dev.palindrome.h2.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.h2.session.H2Session;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CatalogueSnapshotTest {

    private static final Databases DATABASES = EngineDatabases.embedded();

    @Test
    void saysWhatIsMissingWhateverItsNumberIs() throws SQLException {
        try (Database database = DATABASES.create("definitions", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            org.h2.engine.Database engine = H2Session.of(connection).engine();
            SqlRunner.on(connection).run("CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY)");
            SqlRunner.on(connection).run("CREATE SYNONYM s FOR t");
            SqlRunner.on(connection).run("CREATE SEQUENCE kept");
            CatalogueSnapshot before = new CatalogueSnapshot(engine);
            SqlRunner.on(connection).run("DROP SYNONYM s");
            SqlRunner.on(connection).run("DROP TABLE t");
            SqlRunner.on(connection).run("DROP SEQUENCE kept");
            SqlRunner.on(connection).run("CREATE SEQUENCE kept");
            SqlRunner.on(connection).run("CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY)");

            assertThat(before.missingIn(new CatalogueSnapshot(engine))).containsExactly("synonym dbo.s");
        }
    }
}
