package dev.palindrome;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Loads Palindrome once more, as if some classes of others, or what is in some files of its own, were not there. */
public final class WithoutClasses extends ClassLoader {

    private static final String OURS = "dev.palindrome.";

    private final Predicate<String> missing;
    private final Predicate<String> emptyFiles;

    private WithoutClasses(Predicate<String> missing, Predicate<String> emptyFiles) {
        super(WithoutClasses.class.getClassLoader());
        this.missing = missing;
        this.emptyFiles = emptyFiles;
    }

    /** Makes one of Palindrome's classes once more, and calls it. */
    public static <T> T run(Class<? extends Callable<T>> code, Predicate<String> missing) throws Exception {
        return run(code, missing, file -> false);
    }

    /** The same, where some files have nothing in them, too. */
    public static <T> T run(Class<? extends Callable<T>> code, Predicate<String> missing, Predicate<String> emptyFiles)
            throws Exception {
        Object loaded = new WithoutClasses(missing, emptyFiles)
                .loadClass(code.getName())
                .getDeclaredConstructor()
                .newInstance();
        @SuppressWarnings("unchecked") // the same code as that of the class
        Callable<T> callable = (Callable<T>) loaded;
        return callable.call();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return emptyFiles.test(name) ? InputStream.nullInputStream() : super.getResourceAsStream(name);
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
