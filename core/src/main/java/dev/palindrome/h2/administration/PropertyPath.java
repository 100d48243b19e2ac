package dev.palindrome.h2.administration;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.systemview.ListedProperty.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an extended property is about, as sp_addextendedproperty is told it: no level for the database, one for a schema,
 * two for a table, three for a column …
 */
record PropertyPath(List<Level> levels) {

    private static final String DEFAULT_SCHEMA = "dbo";

    /** @param texts type and name in turn, each null where nothing was given; a type with a name in front of nothing */
    static PropertyPath of(String procedure, @Nullable String... texts) throws SQLException {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < texts.length; i += 2) {
            String type = texts[i];
            String name = texts[i + 1];
            if (type == null && name == null) {
                continue;
            }
            if (type == null || name == null || levels.size() < i / 2) {
                throw TsqlError.of(
                        15600, "An invalid parameter or option was specified for procedure '" + procedure + "'.");
            }
            levels.add(new Level(type.strip().toUpperCase(Locale.ROOT), i == 0 ? schema(name) : name));
        }
        return new PropertyPath(List.copyOf(levels));
    }

    /** H2 tells upper from lower case in names of schemas. */
    static String schema(String name) {
        return name.equalsIgnoreCase(DEFAULT_SCHEMA) ? DEFAULT_SCHEMA : name;
    }

    Level level(int number) {
        return levels.get(number);
    }

    int depth() {
        return levels.size();
    }

    /** As SQL Server names it in its errors. */
    @Override
    public String toString() {
        return levels.isEmpty()
                ? "object specified"
                : levels.stream().map(Level::name).collect(Collectors.joining("."));
    }
}
