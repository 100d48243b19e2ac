package dev.palindrome;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Loads Palindrome once more, as if a library had been excluded from the dependencies. */
final class WithoutLibraries extends ClassLoader {

    private static final String OURS = "dev.palindrome.";

    private final Predicate<String> missing;

    private WithoutLibraries(Predicate<String> missing) {
        super(WithoutLibraries.class.getClassLoader());
        this.missing = missing;
    }

    /** Makes one of Palindrome's classes once more, and calls it. */
    static <T> T run(Class<? extends Callable<T>> code, Predicate<String> missing) throws Exception {
        Object loaded = new WithoutLibraries(missing)
                .loadClass(code.getName())
                .getDeclaredConstructor()
                .newInstance();
        @SuppressWarnings("unchecked") // the same code as that of the class
        Callable<T> callable = (Callable<T>) loaded;
        return callable.call();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (missing.test(name)) {
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
