package dev.palindrome.seed.run;

import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.file.DataFile;
import dev.palindrome.seed.file.DataFolder;
import dev.palindrome.seed.suggestion.Datafaker;
import dev.palindrome.sql.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.datafaker.Faker;

/** Tells the rows of one plan from those of another, by everything that they are made from. */
public final class SeedFingerprint {

    private final Fingerprint fingerprint = new Fingerprint();

    private SeedFingerprint() {}

    public static Optional<String> of(List<SeedStep> steps, long randomSeed) {
        SeedFingerprint all = new SeedFingerprint();
        all.fingerprint.add("random seed", Long.toString(randomSeed));
        if (Datafaker.isPresent()) {
            all.fingerprint.addLibrary(Faker.class);
        }
        for (SeedStep step : steps) {
            if (!all.add(step)) {
                return Optional.empty();
            }
        }
        return Optional.of(all.fingerprint.hex());
    }

    /** What a lambda does depends on what it has caught, and nobody can look. */
    private static boolean isAlwaysTheSame(Class<?> seeder) {
        return !seeder.isHidden()
                && !seeder.isSynthetic()
                && !seeder.isAnonymousClass()
                && classes(seeder)
                        .flatMap(type -> Stream.of(type.getDeclaredFields()))
                        .allMatch(SeedFingerprint::isStatic);
    }

    private static boolean isStatic(Field field) {
        return Modifier.isStatic(field.getModifiers());
    }

    /** It, and what it inherits from. */
    private static Stream<Class<?>> classes(Class<?> seeder) {
        return Stream.<Class<?>>iterate(
                seeder, type -> type != null && type != Object.class, type -> type.getSuperclass());
    }

    /** Whether it could be told. */
    private boolean add(SeedStep step) {
        if (step instanceof SeedStep.Code code) {
            Class<?> seeder = code.seeder().getClass();
            fingerprint.addClass("seeder", seeder);
            return isAlwaysTheSame(seeder);
        }
        if (step instanceof SeedStep.Script script) {
            fingerprint.add("script", script.location());
            add(DataFolder.file(script.location()));
        } else if (step instanceof SeedStep.Data data) {
            fingerprint.add("data", data.location());
            DataFolder.files(data.location()).forEach(this::add);
        } else if (step instanceof SeedStep.Fill fill) {
            fingerprint.add("fill", fill.tables().toString());
        }
        return true;
    }

    private void add(DataFile file) {
        try (InputStream content = file.content().open()) {
            fingerprint.add(file.name(), content);
        } catch (IOException e) {
            throw new SeedException("The file %s cannot be read: %s".formatted(file.place(), e.getMessage()), e);
        }
    }
}
