package dev.palindrome.tsql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key that a script adds, as far as the database must know it before it is there.
 *
 * @param name its name, or what stands for one
 * @param columns of the referencing table
 * @param types their types in lower case, where the statement adds the columns, too; else empty texts
 * @param schema of the referenced table, or null where the script names none
 * @param table the referenced table
 * @param referenced its columns; none for those of its primary key
 * @param onDelete such as {@code CASCADE}; {@code NO ACTION} where nothing is said
 * @param onUpdate likewise
 */
public record ForeignKeyDeclaration(
        String name,
        List<String> columns,
        List<String> types,
        @Nullable String schema,
        String table,
        List<String> referenced,
        String onDelete,
        String onUpdate) {

    private static final String FIELDS = "\u001f";
    private static final String ITEMS = "\u001e";

    /**
     * Reads what {@link #text} writes.
     *
     * @param text of one foreign key
     * @return the same
     */
    public static ForeignKeyDeclaration parse(String text) {
        List<String> fields = Arrays.asList(text.split(FIELDS, -1));
        return new ForeignKeyDeclaration(
                fields.get(0),
                items(fields.get(1)),
                items(fields.get(2)),
                fields.get(3).isEmpty() ? null : fields.get(3),
                fields.get(4),
                items(fields.get(5)),
                fields.get(6),
                fields.get(7));
    }

    /**
     * One text, as an argument of a call.
     *
     * @return what {@link #parse} reads
     */
    public String text() {
        return String.join(
                FIELDS,
                name,
                items(columns),
                items(types),
                schema == null ? "" : schema,
                table,
                items(referenced),
                onDelete,
                onUpdate);
    }

    /** Each with its end, since one may be empty. */
    private static String items(List<String> items) {
        return items.stream().map(item -> item + ITEMS).collect(Collectors.joining());
    }

    private static List<String> items(String text) {
        List<String> items = Arrays.asList(text.split(ITEMS, -1));
        return items.subList(0, items.size() - 1);
    }
}
