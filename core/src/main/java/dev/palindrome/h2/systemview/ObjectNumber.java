package dev.palindrome.h2.systemview;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/** The numbers of objects, which follow from their names: the same whenever the names are the same but for case. */
public final class ObjectNumber {

    /** Those of SQL Server's own (Microsoft: schemas-catalog-views-sys-schemas). */
    private static final Map<String, Integer> SCHEMAS = Map.of("dbo", 1, "guest", 2, "information_schema", 3, "sys", 4);

    /** From here on, so that none is one of SQL Server's own. */
    private static final int FIRST = 0x10000;

    private ObjectNumber() {}

    /** That of an object. */
    public static int of(String schema, String name) {
        return number(schema + '.' + name);
    }

    /** That of a schema. */
    public static int ofSchema(String schema) {
        String lower = schema.toLowerCase(Locale.ROOT);
        return SCHEMAS.getOrDefault(lower, number(lower));
    }

    /** That of a user or role. */
    public static int ofPrincipal(String name) {
        return KnownPrincipals.fixedNumber(name).orElseGet(() -> number("principal " + name));
    }

    /** That of a file group or partition scheme; 1 is the file group that every database has. */
    static int ofDataSpace(String name) {
        return name.equalsIgnoreCase("PRIMARY") ? 1 : number("data space " + name);
    }

    private static int number(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() & Integer.MAX_VALUE) | FIRST;
    }
}
