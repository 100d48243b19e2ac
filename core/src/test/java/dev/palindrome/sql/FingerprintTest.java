package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.FreshClassLoader;
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
    void aClassIsOneOfItsLoader() throws ClassNotFoundException {
        Class<?> fresh = new FreshClassLoader(FingerprintTest.class).loadClass(FingerprintTest.class.getName());

        assertThat(of(FingerprintTest.class))
                .isEqualTo(of(FingerprintTest.class))
                .isNotEqualTo(of(Fingerprint.class))
                .isNotEqualTo(of(fresh));
    }

    private static String of(Class<?> type) {
        return new Fingerprint().addClass("class", type).hex();
    }
}
