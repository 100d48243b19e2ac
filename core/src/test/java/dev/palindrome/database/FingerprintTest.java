package dev.palindrome.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.error.PalindromeException;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void equalPartsComeToTheSame() {
        assertThat(new Fingerprint().add("a", "b").hex())
                .hasSize(64)
                .isEqualTo(new Fingerprint().add("a", "b").hex());
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(new Fingerprint().add("a", "bc").add("d", "").hex())
                .isNotEqualTo(new Fingerprint().add("ab", "c").add("", "d").hex());
    }

    @Test
    void aLibraryIsTakenByItsFile() {
        assertThat(new Fingerprint().addLibrary(org.h2.Driver.class).hex())
                .isNotEqualTo(new Fingerprint().addLibrary(Fingerprint.class).hex());
        assertThat(new Fingerprint().addLibrary(String.class).hex()).hasSize(64);
    }

    @Test
    void aClassComesWithWhatItCallsInTheSamePlace() {
        assertThat(ClassBytes.of(DatabaseException.class)).hasValueSatisfying(bytes -> {
            assertThat(bytes)
                    .containsOnlyKeys(name(DatabaseException.class), name(PalindromeException.class))
                    .allSatisfy((name, content) -> assertThat(content).isNotEmpty());
        });
        assertThat(ClassBytes.of(SqlServerTemplates.class))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsKey(name(TemplateMaker.Hold.class)));
    }

    @Test
    void whatHasNoClassFileCannotBeTold() {
        Runnable lambda = () -> {};
        assertThat(ClassBytes.of(lambda.getClass())).isEmpty();
        assertThat(ClassBytes.of(String.class)).isEmpty();
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
