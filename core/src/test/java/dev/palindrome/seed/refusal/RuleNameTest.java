package dev.palindrome.seed.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Unique index or primary key violation: \"dbo.uq_name_INDEX_7 ON dbo.t(name NULLS FIRST) VALUES ( 'x' )\"|uq_name",
                "Unique index or primary key violation: \"dbo.uq_name_INDEX_7F_12 ON dbo.t(name) VALUES ( 'x' )\"|uq_name",
                "Unique index or primary key violation: \"dbo.\"\"uq a b_INDEX_7\"\" ON dbo.u(\"\"a b\"\") VALUES ( 1 )\"|uq a b",
                "Unique index or primary key violation: \"dbo.\"\"t.ix_bp\"\" ON dbo.t(b, p) VALUES ( /* key:1 */ 1, 1)\"|ix_bp",
                "Unique index or primary key violation: \"PRIMARY KEY ON dbo.t(id) ( /* key:1 */ 1, 'a')\"|the primary key of dbo.t",
                "Unique index or primary key violation: \"dbo.PRIMARY_KEY_76 ON dbo.v(id) VALUES ( 'a' )\"|the primary key of dbo.v",
                "Unique index or primary key violation: \"dbo.uq_name INDEX dbo.uq_name_INDEX_7 ON dbo.t(name) VALUES ( 'x' )\"|uq_name",
                "Unique index or primary key violation: \"dbo.pk_t PRIMARY KEY ON dbo.t(id) ( /* key:1 */ 1, 'a')\"|the primary key of dbo.t",
                "Unique index or primary key violation: \"dbo.pk_v INDEX dbo.PRIMARY_KEY_76 ON dbo.v(id) VALUES ( 'a' )\"|the primary key of dbo.v",
                "Check constraint violation: \"ck_b: \"|ck_b",
                "Referential integrity constraint violation: \"fk_p: dbo.t FOREIGN KEY(p) REFERENCES dbo.t(id) (9)\"|fk_p"
            })
    void isWhatTheUserCalledItOnH2(String message, String name) {
        assertThat(RuleName.in(message)).contains(name);
    }

    /** The texts are of docs: database-engine-events-and-errors, 2627, 2601 and 547. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Violation of UNIQUE KEY constraint 'uq a b'. Cannot insert duplicate key in object 'dbo.t'. The duplicate key value is (x).|uq a b",
                "Cannot insert duplicate key row in object 'dbo.t' with unique index 'ix_INDEX_1'. The duplicate key value is (x).|ix_INDEX_1",
                "The INSERT statement conflicted with the CHECK constraint \"ck_b\". The conflict occurred in database \"d\".|ck_b"
            })
    void isWhatSqlServerSays(String message, String name) {
        assertThat(RuleName.in(message)).contains(name);
    }

    @Test
    void isMissingWhereTheMessageHasNone() {
        assertThat(RuleName.in("Data conversion error converting \"secret\"")).isEmpty();
    }
}
