package dev.palindrome.spring;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/** Makes all classes of the class path anew, but for some jars. It stays open: Spring closes contexts when the JVM ends. */
final class ApartClassLoader extends URLClassLoader {

    ApartClassLoader(String withoutJars) {
        super(paths(withoutJars), ClassLoader.getPlatformClassLoader());
    }

    /** Has a class that this loader makes anew say something. */
    String ask(Class<? extends Supplier<String>> type) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            Supplier<?> made =
                    (Supplier<?>) loadClass(type.getName()).getConstructor().newInstance();
            return made.get().toString();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] paths(String withoutJars) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.getFileName().toString().matches(withoutJars))
                .map(ApartClassLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
