package dev.palindrome.seed;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Tells the rows of one plan from those of another, by everything that they are made from. */
final class SeedFingerprint {

    private final MessageDigest digest;

    private SeedFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<String> of(List<SeedStep> steps, OptionalLong randomSeed) {
        SeedFingerprint fingerprint = new SeedFingerprint();
        fingerprint.add("random seed " + randomSeed);
        for (SeedStep step : steps) {
            if (step instanceof SeedStep.Code code
                    && !isAlwaysTheSame(code.seeder().getClass())) {
                return Optional.empty();
            }
            fingerprint.add(step);
        }
        return Optional.of(HexFormat.of().formatHex(fingerprint.digest.digest()));
    }

    /** What a lambda does depends on what it has caught, and nobody can look; nor does its class have a file. */
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

    private void add(SeedStep step) {
        if (step instanceof SeedStep.Script script) {
            add("script " + script.location());
            add(DataFolder.file(script.location()));
        } else if (step instanceof SeedStep.Data data) {
            add("data " + data.location());
            DataFolder.files(data.location()).forEach(this::add);
        } else if (step instanceof SeedStep.Fill fill) {
            add("fill " + fill.tables());
        } else if (step instanceof SeedStep.Code code) {
            classes(code.seeder().getClass()).forEach(this::add);
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private void add(DataFile file) {
        add(file.name());
        try (InputStream content = file.content().open()) {
            add(content);
        } catch (IOException e) {
            throw new SeedException("The file %s cannot be read: %s".formatted(file.place(), e.getMessage()), e);
        }
    }

    private void add(Class<?> type) {
        add("seeder " + type.getName());
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream content = type.getResourceAsStream(file)) {
            if (content != null) {
                add(content);
            }
        } catch (IOException e) {
            throw new SeedException("The class %s cannot be read: %s".formatted(type.getName(), e.getMessage()), e);
        }
    }

    private void add(InputStream content) throws IOException {
        byte[] hash = new SeedFingerprint().of(content);
        digest.update(hash);
    }

    private byte[] of(InputStream content) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return digest.digest();
    }
}
