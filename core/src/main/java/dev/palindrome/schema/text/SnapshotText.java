package dev.palindrome.schema.text;

import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.text.OneLine;
import java.util.ArrayList;
import java.util.List;

/** A snapshot as text: a line for each object, and below it, indented, a line for each of its parts. */
public final class SnapshotText {

    private static final String HEAD = "palindrome schema 1";
    private static final String INDENT = "  ";

    private SnapshotText() {}

    public static String write(SchemaSnapshot snapshot) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        snapshot.notCompared()
                .forEach(each -> text.append("-- not compared: ")
                        .append(OneLine.of(each.toString()))
                        .append('\n'));
        for (SchemaObject object : snapshot.objects()) {
            text.append(ObjectLine.of(object)).append('\n');
            for (SchemaObject part : object.parts()) {
                text.append(INDENT).append(ObjectLine.of(part)).append('\n');
            }
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write} wrote; blank lines and lines that begin with {@code --} do not count.
     *
     * @param source names the text in errors
     */
    public static SchemaSnapshot read(String source, String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEAD)) {
            throw new SchemaException(
                    "%s is not a schema that this version of Palindrome reads: its first line is not".formatted(source)
                            + " \"" + HEAD + "\". Write it anew with palindrome.update-schema=true.");
        }
        List<ObjectBuilder> objects = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("--")) {
                read(source, i + 1, lines.get(i), objects);
            }
        }
        return SchemaSnapshot.of(objects.stream().map(ObjectBuilder::build).toList());
    }

    private static void read(String source, int number, String line, List<ObjectBuilder> objects) {
        ObjectBuilder object;
        try {
            object = ObjectLine.read(line);
        } catch (IllegalArgumentException e) {
            throw new SchemaException(unreadable(source, number, String.valueOf(e.getMessage())), e);
        }
        if (!object.kind().isPart()) {
            objects.add(object);
        } else if (objects.isEmpty()) {
            throw new SchemaException(unreadable(source, number, "this belongs to nothing: " + line.strip()));
        } else {
            objects.get(objects.size() - 1).add(object);
        }
    }

    private static String unreadable(String source, int line, String what) {
        return "%s, line %d cannot be read: %s. Correct it, or write the file anew with palindrome.update-schema=true."
                .formatted(source, line, what);
    }
}
