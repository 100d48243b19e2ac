package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.text.ObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowRefusalTest {

    private static final Table ROLES = table("roles");
    private static final Table USERS = table("users");

    @Test
    void aDuplicateIsInTheTableThatTheErrorNames() {
        RowRefusal refusal = refused(
                2627,
                "Violation of PRIMARY KEY constraint 'pk_roles'. Cannot insert duplicate key in object 'dbo.roles'. The"
                        + " duplicate key value is (1).");

        assertThat(refusal.isDuplicateIn(ROLES)).isTrue();
        assertThat(refusal.isDuplicateIn(USERS)).isFalse();
    }

    /** As a login has it whose language is German. */
    @Test
    void itMayBeInAnyTableWhereNoneIsNamedInQuotes() {
        RowRefusal refusal = refused(
                2627,
                "Verletzung der PRIMARY KEY-Einschränkung \"pk_roles\". Ein doppelter Schlüssel kann in das"
                        + " dbo.roles-Objekt nicht eingefügt werden.");

        assertThat(refusal.isDuplicateIn(ROLES)).isTrue();
    }

    @Test
    void anotherErrorIsNoDuplicateAnywhere() {
        assertThat(refused(245, "Conversion failed when converting the nvarchar value 'x' to data type int.")
                        .isDuplicateIn(ROLES))
                .isFalse();
    }

    /** The driver makes the state of what THROW says; H2's numbers from 50000 on are about other things. */
    @Test
    void anErrorThatTheScriptRaisesMayBeAboutRows() {
        assertThat(RowRefusal.of(new IllegalStateException(new SQLException("duplicates", "S0016", 50001))))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.reason()).isEqualTo("the script raises an error (50001)"));
        assertThat(RowRefusal.of(new SQLException("Unknown data type", "HY004", 50004)))
                .isEmpty();
    }

    private static RowRefusal refused(int code, String message) {
        return RowRefusal.of(new SQLException(message, "23000", code)).orElseThrow();
    }

    private static Table table(String name) {
        return new Table(new ObjectBuilder(ObjectKind.TABLE, List.of("dbo", name)).build());
    }
}
