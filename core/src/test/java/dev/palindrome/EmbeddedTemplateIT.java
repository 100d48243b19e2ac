package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.settings.Settings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedTemplateIT extends TemplateTestCase {

    @Override
    TestDatabase.Builder onEngine() {
        return TestDatabase.builder().engine(EngineKind.EMBEDDED).settings(Settings.of(name -> Optional.empty()));
    }

    @Test
    void databasesAreClonedHere() throws SQLException {
        assertThat(birth(start())).isEqualTo(birth(start())).isEqualTo(birth(start()));
    }

    @Test
    void aCloneHasAPasswordOfItsOwnAndGoesWhenItIsClosed() throws SQLException {
        TestDatabase first = start();
        TestDatabase clone = start();

        assertThat(clone.password()).isNotEqualTo(first.password());
        assertThatThrownBy(() -> DriverManager.getConnection(clone.jdbcUrl(), clone.username(), first.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("Wrong user name or password");
        DriverManager.getConnection(clone.jdbcUrl(), clone.username(), clone.password())
                .close();
        clone.close();
        assertThatThrownBy(() -> clone.dataSource().getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not found");
    }

    @Test
    void aClonesNameSaysWhatItIsFor() {
        start();
        assertThat(start(builder().purpose("TodoTest")).name()).startsWith("palindrome_todo_test_");
        assertThat(start(builder().purpose("UserTest")).name()).startsWith("palindrome_user_test_");
    }

    @Test
    void settingsOfTheDatabaseAreCloned() throws SQLException {
        start(builder().collation("Latin1_General_CS_AS"));
        TestDatabase clone = start(builder().collation("Latin1_General_CS_AS"));
        assertThat(texts(clone, "SELECT name FROM users WHERE name = N'ANN'")).isEmpty();
    }
}
