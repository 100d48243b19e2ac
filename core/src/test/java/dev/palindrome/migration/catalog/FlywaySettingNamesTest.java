package dev.palindrome.migration.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywaySettingNamesTest {

    @ParameterizedTest
    @CsvSource({
        "outOfOrdr, outOfOrder",
        "sqlMigrationPrefx, sqlMigrationPrefix",
        "placeholder.env, placeholders.env",
        "nothingOfTheKind,",
        "placeholders.env,"
    })
    void sayWhichIsMeant(String name, String meant) {
        assertThat(FlywaySettingNames.near(name).orElse(null)).isEqualTo(meant);
    }
}
