package dev.palindrome.database.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupServerTest {

    @ParameterizedTest
    @CsvSource({
        "BUILD01,build01",
        "build01,build01.corp.example",
        "build01.corp.example,BUILD01",
        "PRODUCTION-BUIL,production-build-01",
        "PRODUCTION-BUIL,production-build-01.corp.example",
        "production-build-01,PRODUCTION-BUIL"
    })
    void aMachineIsKnownByItsFirstLabelHoweverItIsCut(String machine, String host) {
        assertThat(on(machine).runsOn(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BUILD01,build02",
        "build01,build011",
        "production-build-01,production-build-02",
        "PRODUCTION-BUI,production-build-01",
        "4f2d9c1b7a3e,build01"
    })
    void anotherMachineIsTold(String machine, String host) {
        assertThat(on(machine).runsOn(host)).isFalse();
    }

    @Test
    void aServerThatDoesNotTellIsElsewhere() {
        BackupServer silent = new BackupServer("16.0", OptionalLong.empty(), "/data/", "/data/", "", Optional.empty());

        assertThat(silent.runsOn("build01")).isFalse();
    }

    private static BackupServer on(String machine) {
        return new BackupServer("16.0", OptionalLong.empty(), "/data/", "/data/", "", Optional.of(machine));
    }
}
