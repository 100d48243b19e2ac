package dev.palindrome.tsql;

import dev.palindrome.sql.DeclaredType;
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
 * @param added which of these columns and of the referenced ones the statement itself adds
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
        List<String> added,
        @Nullable String schema,
        String table,
        List<String> referenced,
        String onDelete,
        String onUpdate) {

    /** That of SYSNAME, which is NVARCHAR of that length. */
    private static final int SYSNAME = 128;

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
                items(fields.get(3)),
                fields.get(4).isEmpty() ? null : fields.get(4),
                fields.get(5),
                items(fields.get(6)),
                fields.get(7),
                fields.get(8));
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
                items(added),
                schema == null ? "" : schema,
                table,
                items(referenced),
                onDelete,
                onUpdate);
    }

    /**
     * How two types do not fit each other.
     *
     * @param own of the referencing column, in lower case
     * @param theirs of the referenced column
     * @return 0 if they fit, or if one is not known; 1778 for another data type, 1753 for another length or scale
     */
    public static int mismatch(String own, String theirs) {
        String one = comparable(own);
        String other = comparable(theirs);
        if (own.isEmpty() || theirs.isEmpty() || one.equals(other)) {
            return 0;
        }
        return DeclaredType.parse(one).name().equals(DeclaredType.parse(other).name()) ? 1753 : 1778;
    }

    private static String comparable(String declared) {
        if (declared.equals("sysname")) {
            return "nvarchar(" + SYSNAME + ")";
        }
        return declared.startsWith("numeric") ? "decimal" + declared.substring("numeric".length()) : declared;
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
