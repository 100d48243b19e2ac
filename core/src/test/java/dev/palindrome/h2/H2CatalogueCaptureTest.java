package dev.palindrome.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class H2CatalogueCaptureTest {

    private static final Databases DATABASES = Databases.on(Engines.select(
            new EngineRequest(EngineKind.EMBEDDED, Optional.empty(), Settings.of(name -> Optional.empty()))));

    @Test
    void saysWhatIsMissingWhateverItsNumberIs() throws SQLException {
        try (Database database = DATABASES.create("definitions", DatabaseOptions.DEFAULT);
                H2Session session = H2Session.open(database.dataSource())) {
            session.execute("CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY)");
            session.execute("CREATE SYNONYM s FOR t");
            session.execute("CREATE SEQUENCE kept");
            H2CatalogueCapture before = new H2CatalogueCapture(session.engine());
            session.execute("DROP SYNONYM s");
            session.execute("DROP TABLE t");
            session.execute("DROP SEQUENCE kept");
            session.execute("CREATE SEQUENCE kept");
            session.execute("CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY)");

            assertThat(before.missingIn(new H2CatalogueCapture(session.engine())))
                    .containsExactly("synonym dbo.s");
        }
    }
}
