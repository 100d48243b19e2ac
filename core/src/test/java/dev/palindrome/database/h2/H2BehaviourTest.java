package dev.palindrome.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.definition.Collation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2BehaviourTest {

    @ParameterizedTest
    @CsvSource({
        "SQL_Latin1_General_CP1_CI_AS, true",
        "Latin1_General_100_CI_AS_SC_UTF8, true",
        "Latin1_General_CS_AS, false",
        "Latin1_General_BIN2, false",
        "Japanese_BIN, false"
    })
    void textComparesAsTheCollationSays(String collation, boolean ignoresCase) {
        try (CapturedLog log = new CapturedLog(H2Behaviour.class)) {
            assertThat(H2Behaviour.of(collation(collation)).ignoresCase()).isEqualTo(ignoresCase);
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void withoutACollationCaseDoesNotCount() {
        assertThat(H2Behaviour.of(DatabaseOptions.DEFAULT)).isEqualTo(new H2Behaviour(true));
    }

    @Test
    void accentsAlwaysCountAndTheLogSaysSoOnce() {
        try (CapturedLog log = new CapturedLog(H2Behaviour.class)) {
            H2Behaviour.of(collation("Latin1_General_CI_AI"));
            H2Behaviour.of(collation("Latin1_General_CI_AI"));
            assertThat(log.lines())
                    .containsExactly("WARN The embedded engine compares accents although Latin1_General_CI_AI does not:"
                            + " 'é' and 'e' are different here. Tests that depend on it need SQL Server.");
        }
    }

    @Test
    void aNameThatDoesNotSayHowToCompareIsRefused() {
        assertThatThrownBy(() -> H2Behaviour.of(collation("Latin1_General")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The embedded engine cannot tell how text compares under the collation Latin1_General: its"
                        + " name has none of CI, CS, BIN and BIN2. Correct the name, or run on SQL Server.");
    }

    @Test
    void whatIsNoNameAtAllIsRefused() {
        assertThatThrownBy(() -> H2Behaviour.of(collation("Latin1_General_CI_AS; DROP DATABASE x")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "'Latin1_General_CI_AS; DROP DATABASE x' is not the name of a SQL Server collation. They look"
                                + " like Latin1_General_CI_AS; SELECT name FROM sys.fn_helpcollations() lists them.");
    }

    @ParameterizedTest
    @CsvSource({"READ_COMMITTED_SNAPSHOT, READ_COMMITTED_SNAPSHOT ON", "OPTIMIZED_LOCKING, OPTIMIZED_LOCKING = ON"})
    void anOptionThatChangesNoStatementIsLoggedAtInfo(String name, String shown) {
        try (CapturedLog log = new CapturedLog(H2Behaviour.class)) {
            H2Behaviour.of(option(name, "ON"));
            assertThat(log.lines())
                    .containsExactly("INFO The embedded engine has no " + shown + ", so it is not set. No"
                            + " statement means anything else without it.");
        }
    }

    @Test
    void anOptionThatChangesStatementsIsWarnedOf() {
        try (CapturedLog log = new CapturedLog(H2Behaviour.class)) {
            H2Behaviour.of(option("COMPATIBILITY_LEVEL", "150"));
            assertThat(log.lines())
                    .containsExactly(
                            "WARN The embedded engine has no COMPATIBILITY_LEVEL = 150, so it is not set. Tests"
                                    + " that depend on it need SQL Server.");
        }
    }

    @Test
    void anOptionThatSqlServerDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> H2Behaviour.of(option("READ_COMITTED_SNAPSHOT", "ON")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "SQL Server has no database option READ_COMITTED_SNAPSHOT that a test could set. Microsoft's"
                                + " page \"ALTER DATABASE SET options\" lists them.");
    }

    @Test
    void aCollationOfALanguageThatSqlServerDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> H2Behaviour.of(collation("Klingon_CI_AS")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("'Klingon_CI_AS' is not the name of a SQL Server collation. They look"
                        + " like Latin1_General_CI_AS; SELECT name FROM sys.fn_helpcollations() lists them.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SQL_Latin1_General_CP1_CS_AS",
                "SQL_1xCompat_CP850_CI_AS",
                "latin1_general_100_ci_as_sc_utf8",
                "Chinese_Traditional_Stroke_Count_100_CI_AS",
                "Japanese_Bushu_Kakusu_140_CI_AS_VSS",
                "Danish_Greenlandic_100_CI_AS",
                "Korean_Wansung_Unicode_CI_AS",
                "Macedonian_FYROM_90_CI_AS",
                "Upper_Sorbian_100_BIN2",
                "UTF8_BIN2"
            })
    void namesOfSqlServersAreNotRefused(String collation) {
        assertThat(new Collation(collation).requireKnown().name()).isEqualTo(collation);
    }

    private static DatabaseOptions collation(String name) {
        return new DatabaseOptions(Optional.of(name), Map.of());
    }

    private static DatabaseOptions option(String name, String value) {
        return new DatabaseOptions(Optional.empty(), Map.of(name, value));
    }
}
