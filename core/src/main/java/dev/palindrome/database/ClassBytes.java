package dev.palindrome.database;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The compiled code of a class and of the classes that it calls, directly or through others, as far as they lie in the same
 * folder tree or jar. What a class calls stands in its constant pool ("The Java Virtual Machine Specification", 4.4).
 */
public final class ClassBytes {

    private static final int UTF8 = 1;
    private static final int CLASS = 7;

    private final ClassLoader loader;
    private final String root;
    private final SortedMap<String, byte[]> byName = new TreeMap<>();

    private ClassBytes(ClassLoader loader, String root) {
        this.loader = loader;
        this.root = root;
    }

    /**
     * Reads a class and what it calls.
     *
     * @param type where to begin
     * @return the bytes by the internal name of each class, or empty where the class's own bytes cannot be had
     */
    public static Optional<SortedMap<String, byte[]>> of(Class<?> type) {
        String name = type.getName().replace('.', '/');
        ClassLoader loader = type.getClassLoader();
        URL own = loader == null ? null : loader.getResource(file(name));
        if (loader == null || own == null) {
            return Optional.empty();
        }
        String url = own.toString();
        ClassBytes bytes = new ClassBytes(
                loader, url.substring(0, url.length() - file(name).length()));
        try {
            bytes.readAll(name);
            return Optional.of(bytes.byName);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void readAll(String first) throws IOException {
        Deque<String> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            URL url = byName.containsKey(name) ? null : loader.getResource(file(name));
            if (url != null && url.toString().equals(root + file(name))) {
                byte[] content = content(url);
                byName.put(name, content);
                waiting.addAll(mentioned(content));
            }
        }
    }

    private static byte[] content(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }

    private static List<String> mentioned(byte[] content) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        in.skipBytes(8); // magic number and version
        int size = in.readUnsignedShort();
        Map<Integer, String> texts = new HashMap<>();
        List<Integer> classes = new ArrayList<>();
        for (int index = 1; index < size; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> texts.put(index, in.readUTF());
                case CLASS -> classes.add(in.readUnsignedShort());
                case 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                case 5, 6 -> { // long and double take two places
                    in.skipBytes(8);
                    index++;
                }
                default -> in.skipBytes(4);
            }
        }
        return classes.stream().map(texts::get).map(ClassBytes::element).toList();
    }

    /** Of an array, what it is of. */
    private static String element(@Nullable String name) {
        String text = String.valueOf(name);
        return text.startsWith("[") ? text.replaceAll("^\\[+L?|;$", "") : text;
    }

    private static String file(String name) {
        return name + ".class";
    }
}
