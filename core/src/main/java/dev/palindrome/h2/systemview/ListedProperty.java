package dev.palindrome.h2.systemview;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An extended property with all that SQL Server's catalogue says of it.
 *
 * @param owner what it is about; nothing for the database
 * @param name its name
 * @param value missing for NULL
 * @param objectClass as sys.extended_properties numbers them
 * @param major the number of the object, schema …
 * @param minor the number of the column, parameter or index; 0 for the object itself
 */
public record ListedProperty(
        List<Level> owner, String name, Optional<String> value, ObjectClass objectClass, int major, int minor) {

    /**
     * One step of what a property is about.
     *
     * @param type such as TABLE, in upper case
     * @param name without brackets
     */
    public record Level(String type, String name) {}

    /** Microsoft: extended-properties-catalog-views-sys-extended-properties. */
    enum ObjectClass {
        DATABASE(0),
        OBJECT_OR_COLUMN(1),
        PARAMETER(2),
        SCHEMA(3),
        DATABASE_PRINCIPAL(4),
        TYPE(6),
        INDEX(7),
        TYPE_COLUMN(8),
        DATASPACE(20),
        PARTITION_FUNCTION(21);

        private final int number;

        ObjectClass(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** @param types and names in turn, as fn_listextendedproperty takes them: without a name, all of that type are meant */
    public boolean isOf(@Nullable String... types) {
        int depth = 0;
        for (int i = 0; i < types.length; i += 2) {
            String type = types[i];
            String wanted = types[i + 1];
            if (type == null) {
                break;
            }
            if (depth == owner.size() || !isMeant(owner.get(depth), type.strip(), wanted)) {
                return false;
            }
            depth++;
        }
        return depth == owner.size();
    }

    private static boolean isMeant(Level level, String type, @Nullable String wanted) {
        boolean sameType =
                level.type().equalsIgnoreCase(type) || level.type().equals("SCHEMA") && type.equalsIgnoreCase("USER");
        return sameType && (wanted == null || level.name().equalsIgnoreCase(wanted));
    }
}
