package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

class RandomPasswordTest {

    @RepeatedTest(50)
    void satisfiesSqlServersPolicyAndIsNewEachTime() {
        String password = RandomPassword.generate().value();
        assertThat(password)
                .hasSizeBetween(8, 128)
                .containsPattern("[A-Z]")
                .containsPattern("[a-z]")
                .containsPattern("[0-9]")
                .containsPattern("[^A-Za-z0-9]")
                .isNotEqualTo(RandomPassword.generate().value());
    }
}
