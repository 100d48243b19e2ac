package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

class TestcontainersVersionTest {

    @Test
    void saysWhichPropertyToSetWhereItIsTooOld() {
        assertThat(new TestcontainersVersion("1.21.3").advice())
                .hasValue("Testcontainers 1.21.3 is too old for Docker 29 and later: set the property"
                        + " testcontainers.version, or whatever your build has for it, to 2.0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.19.8", "1.20.6", "1.21.0", "2.0.0", "2.0.1"})
    void theseAreTooOld(String version) {
        assertThat(new TestcontainersVersion(version).advice()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.21.4", "2.0.2", "2.0.5", "2.1.0", "3.0.0", "a fork's"})
    void theseAreNot(String version) {
        assertThat(new TestcontainersVersion(version).advice()).isEmpty();
    }

    @Test
    void isReadFromTheJar() {
        assertThat(TestcontainersVersion.of(DockerClientFactory.class))
                .hasValueSatisfying(version -> assertThat(version.advice()).isEmpty());
    }
}
