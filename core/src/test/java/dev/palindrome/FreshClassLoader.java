package dev.palindrome;

import java.io.IOException;
import java.io.InputStream;

/** Makes a class anew that another loader has made already, as tools do that reload changed code. */
public final class FreshClassLoader extends ClassLoader {

    private final String fresh;

    public FreshClassLoader(Class<?> fresh) {
        super(fresh.getClassLoader());
        this.fresh = fresh.getName();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.equals(fresh) && findLoadedClass(name) == null ? define() : super.loadClass(name, resolve);
    }

    private Class<?> define() throws ClassNotFoundException {
        try (InputStream code = getResourceAsStream(fresh.replace('.', '/') + ".class")) {
            byte[] bytes = code.readAllBytes();
            return defineClass(fresh, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(fresh, e);
        }
    }
}
