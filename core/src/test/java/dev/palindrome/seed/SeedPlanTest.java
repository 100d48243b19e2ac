package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.FreshClassLoader;
import dev.palindrome.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedPlanTest {

    private static final Settings DEFAULT = Settings.of(name -> Optional.empty());

    @TempDir
    Path folder;

    public static class Plain implements Seeder {
        @Override
        public void seed(SeedContext context) {
            context.fill("users", 10);
        }
    }

    static class Other implements Seeder {
        @Override
        public void seed(SeedContext context) {
            context.fill("users", 20);
        }
    }

    static class WithField implements Seeder {
        private final int rows = Integer.parseInt("3");

        @Override
        public void seed(SeedContext context) {
            context.fill("users", rows);
        }
    }

    static class Inheriting extends WithField {}

    @Test
    void growsWithoutChanging() {
        SeedPlan empty = SeedPlan.empty();

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.fill("users:10").isEmpty()).isFalse();
        assertThat(empty.fill().scripts().data().seeders().isEmpty()).isTrue();
        assertThat(empty.isEmpty()).isTrue();
    }

    @Test
    void hasTheSameFingerprintForTheSameRows() {
        assertThat(fingerprint(SeedPlan.empty().fill("a:1").seeders(new Plain())))
                .matches("[0-9a-f]{64}")
                .isEqualTo(fingerprint(SeedPlan.empty().fill("a: 1").seeders(new Plain())))
                .isNotEqualTo(fingerprint(SeedPlan.empty().fill("a:2").seeders(new Plain())))
                .isNotEqualTo(fingerprint(SeedPlan.empty().fill("a:1").seeders(new Other())))
                .isNotEqualTo(fingerprint(SeedPlan.empty().seeders(new Plain()).fill("a:1")))
                .isNotEqualTo(Seeding.fingerprint(
                                SeedPlan.empty().fill("a:1").seeders(new Plain()),
                                Settings.of(name -> Optional.of("7")))
                        .orElseThrow());
    }

    @Test
    void changesItsFingerprintWithAFile() throws IOException {
        Path script = Files.writeString(folder.resolve("seed.sql"), "INSERT INTO a VALUES (1)");
        Files.createDirectory(folder.resolve("data"));
        Path data = Files.writeString(folder.resolve("data/a.csv"), "id\n1\n");
        SeedPlan plan = SeedPlan.empty().scripts("filesystem:" + script).data("filesystem:" + folder.resolve("data"));
        String before = fingerprint(plan);

        Files.writeString(script, "INSERT INTO a VALUES (2)");
        String afterScript = fingerprint(plan);
        Files.writeString(data, "id\n2\n");

        assertThat(afterScript).isNotEqualTo(before);
        assertThat(fingerprint(plan)).isNotEqualTo(before).isNotEqualTo(afterScript);
    }

    @Test
    void changesItsFingerprintWhereASeederIsLoadedAnew() throws ReflectiveOperationException {
        Seeder fresh = (Seeder) new FreshClassLoader(Plain.class)
                .loadClass(Plain.class.getName())
                .getDeclaredConstructor()
                .newInstance();

        assertThat(fingerprint(SeedPlan.empty().seeders(fresh)))
                .isNotEqualTo(fingerprint(SeedPlan.empty().seeders(new Plain())));
    }

    @Test
    void isNotTheSameInEveryRunWhereCodeDecides() {
        assertThat(Seeding.isTheSameInEveryRun(
                        SeedPlan.empty().scripts("a.sql").data("b").fill("users:10")))
                .isTrue();
        assertThat(Seeding.isTheSameInEveryRun(SeedPlan.empty().fill("users:10").seeders(new Plain())))
                .isFalse();
    }

    @Test
    void hasNoFingerprintWhereNobodyCanTell() {
        int rows = folder.toString().length();
        Seeder lambda = context -> context.fill("users", rows);
        Seeder anonymous = new Seeder() {
            @Override
            public void seed(SeedContext context) {
                context.fill("users", rows);
            }
        };

        assertThat(Seeding.fingerprint(SeedPlan.empty().seeders(lambda), DEFAULT))
                .isEmpty();
        assertThat(Seeding.fingerprint(SeedPlan.empty().seeders(anonymous), DEFAULT))
                .isEmpty();
        assertThat(Seeding.fingerprint(SeedPlan.empty().seeders(new WithField()), DEFAULT))
                .isEmpty();
        assertThat(Seeding.fingerprint(SeedPlan.empty().seeders(new Inheriting()), DEFAULT))
                .isEmpty();
    }

    @Test
    void saysHowAFillIsWritten() {
        assertThatThrownBy(() -> SeedPlan.empty().fill("users"))
                .isInstanceOf(SeedException.class)
                .hasMessage("\"users\" does not say which table gets how many rows: write it as \"users:10\".");
        assertThatThrownBy(() -> SeedPlan.empty().fill("users:-1"))
                .hasMessage("users cannot get -1 rows: the number must be 0 or more.");
    }

    @Test
    void saysWhatARandomSeedIs() {
        assertThat(RandomSeed.of(Settings.of(name -> Optional.empty()))).isEqualTo(20260401);
        assertThatThrownBy(() -> RandomSeed.of(Settings.of(name -> Optional.of("lucky"))))
                .isInstanceOf(SeedException.class)
                .hasMessage(
                        "palindrome.random-seed is \"lucky\": it must be a whole number, such as 20260401, which is the"
                                + " default.");
    }

    private static String fingerprint(SeedPlan plan) {
        return Seeding.fingerprint(plan, DEFAULT).orElseThrow();
    }
}
