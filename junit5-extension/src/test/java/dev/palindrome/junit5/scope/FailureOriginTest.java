package dev.palindrome.junit5.scope;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineUnavailableException;
import org.junit.jupiter.api.Test;

class FailureOriginTest {

    @Test
    void anErrorThatGetsAnotherMessageKeepsWhatLedToIt() {
        EngineUnavailableException error = new EngineUnavailableException("No Docker.");

        assertThatThrownBy(() -> FailureOrigin.naming("@MigratedDatabase on TodoTest", () -> {
                    throw error;
                }))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("@MigratedDatabase on TodoTest: No Docker.")
                .hasCause(error);
    }
}
