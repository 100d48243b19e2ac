package dev.palindrome.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs before all others in the profile {@code sqlserver}: without a server there is nothing to find out. */
@Tag("sqlserver-presence")
@EnabledIfSystemProperty(named = RunFile.PROPERTY, matches = ".+")
class ServerPresenceTest {

    @Test
    void thereIsASqlServer() {
        assertThat(Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system()))
                        .kind())
                .isEqualTo(EngineKind.SQL_SERVER);
    }

    /** A record would speak of another server than the run was to be about. */
    @Test
    void itIsWhatTheRunWants() {
        assertThat(ServerUnderTest.failure()).isEmpty();
    }
}
