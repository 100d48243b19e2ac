package dev.palindrome.h2;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Loads Palindrome once more, as if some of H2's classes were not there, and perhaps as if nobody had tried its version. H2
 * itself has all of them.
 */
final class WithoutClassesOfH2 extends ClassLoader {

    private static final String OURS = "dev.palindrome.";

    private final Predicate<String> missing;
    private final boolean isKnownVersion;

    private WithoutClassesOfH2(Predicate<String> missing, boolean isKnownVersion) {
        super(WithoutClassesOfH2.class.getClassLoader());
        this.missing = missing;
        this.isKnownVersion = isKnownVersion;
    }

    /** Makes one of Palindrome's classes once more, and calls it. */
    static <T> T run(Class<? extends Callable<T>> code, Predicate<String> missing, boolean isKnownVersion)
            throws Exception {
        Object loaded = new WithoutClassesOfH2(missing, isKnownVersion)
                .loadClass(code.getName())
                .getDeclaredConstructor()
                .newInstance();
        @SuppressWarnings("unchecked") // the same code as that of the class
        Callable<T> callable = (Callable<T>) loaded;
        return callable.call();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return name.endsWith("known-versions.txt") && !isKnownVersion
                ? InputStream.nullInputStream()
                : super.getResourceAsStream(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("org.h2.") && missing.test(name)) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (@Nullable InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
