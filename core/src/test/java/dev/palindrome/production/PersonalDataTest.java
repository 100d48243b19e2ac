package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.production.mask.value.FakeKind;
import dev.palindrome.production.scan.PersonalKind;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final SchemaSnapshot SCHEMA = SchemaSnapshot.parse("""
            palindrome schema 1
            table [crm].[customer records]
              column [id] INT NOT NULL
              column [e mail] NVARCHAR(200) NULL
              column [Country] NVARCHAR(50) NULL
              column [street] NVARCHAR(50) NULL
              column [password_hash] VARBINARY(64) NULL
              column [email_confirmed] BIT NOT NULL
              column [remarks] NVARCHAR(MAX) NULL
            """);

    @Test
    void namesWhatItFinds() {
        assertThat(PersonalData.scan(SCHEMA))
                .extracting(PersonalColumn::toString)
                .containsExactly(
                        "crm.[customer records].[e mail]: email (0.95: \"e mail\" in its name, type NVARCHAR(200))",
                        "crm.[customer records].Country: country (0.80: \"country\" in its name, beside a street, type NVARCHAR(50))",
                        "crm.[customer records].street: street (0.90: \"street\" in its name, type NVARCHAR(50))",
                        "crm.[customer records].password_hash: password (0.95: \"password hash\" in its name, type VARBINARY(64))",
                        "crm.[customer records].remarks: text (0.65: \"remarks\" in its name, type NVARCHAR(MAX))");
    }

    @Test
    void suggestsRules() {
        String rules = PersonalData.suggestedRules(PersonalData.scan(SCHEMA));

        assertThat(rules).isEqualTo("""
                # Suggested by a scan for personal data. Read each line before you use it: a column may hold something else.
                crm.[customer records].[e mail] = email
                crm.[customer records].Country = country
                crm.[customer records].street = street
                # crm.[customer records].password_hash: password is not made up. Choose null, constant … or keep <reason>:
                # crm.[customer records].password_hash = null
                # Not sure (0.65): "remarks" in its name, type NVARCHAR(MAX).
                crm.[customer records].remarks = text
                """);
        assertThat(MaskRules.parse(rules)).isNotNull();
    }

    @Test
    void speaksTheLanguageOfTheRules() {
        List<String> masked = Arrays.stream(PersonalKind.values())
                .filter(PersonalKind::hasMask)
                .map(PersonalKind::toString)
                .toList();

        assertThat(masked).containsExactlyInAnyOrderElementsOf(FakeKind.allWords());
    }
}
