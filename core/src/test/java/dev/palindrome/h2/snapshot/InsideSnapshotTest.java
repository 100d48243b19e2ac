package dev.palindrome.h2.snapshot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.h2.H2Snapshot;
import dev.palindrome.h2.H2TestDatabase;
import dev.palindrome.h2.session.H2Session;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.junit.jupiter.api.Test;

/** What cannot be seen from outside; the rest is in the tests of {@code dev.palindrome.reset}. */
class InsideSnapshotTest {

    @Test
    void whatH2ThrowsInsideBecomesAnExceptionOfSql() throws SQLException {
        H2TestDatabase broken = new H2TestDatabase();
        broken.run("CREATE TABLE dbo.t (n INT)");
        H2Snapshot snapshot = InsideSnapshot.of(broken.name(), broken.dataSource());
        broken.run("INSERT INTO dbo.t VALUES (1)");
        Database engine = H2Session.of(broken.connect()).engine();
        engine.getStore().getMvStore().closeImmediately();

        assertThatThrownBy(snapshot::restore).isInstanceOf(SQLException.class);
        engine.shutdownImmediately();
    }
}
