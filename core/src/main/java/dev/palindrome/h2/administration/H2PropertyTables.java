package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.systemview.ListedProperties;
import dev.palindrome.h2.systemview.ListedProperty;
import dev.palindrome.h2.systemview.ListedProperty.Level;
import dev.palindrome.tsql.NamedValues.NamedValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;
import org.jspecify.annotations.Nullable;

/**
 * Extended properties as tables, for conditions in scripts. Public for H2's sake; {@link H2Front#install} makes it known
 * there.
 */
public final class H2PropertyTables {

    /** With such a connection H2 asks for nothing but the columns. */
    private static final String COLUMNS_ONLY = "jdbc:columnlist:";

    private H2PropertyTables() {}

    /**
     * The function fn_listextendedproperty.
     *
     * @param connection H2's
     * @param name a property's, or null for all
     * @param levels type and name in turn, such as SCHEMA and the schema's; null for what is above, or, as a name, for all
     * @return objtype, objname, name, value
     * @throws SQLException if H2 refuses
     */
    public static ResultSet list(Connection connection, @Nullable String name, @Nullable String... levels)
            throws SQLException {
        SimpleResultSet rows = table("objtype", "objname", "name", "value");
        if (connection.getMetaData().getURL().startsWith(COLUMNS_ONLY)) {
            return rows;
        }
        if (isOfOne(levels)) {
            ofOne(connection, PropertyPath.of("fn_listextendedproperty", levels), name, rows);
            return rows;
        }
        for (ListedProperty property : ListedProperties.of(connection)) {
            if (property.isOf(levels) && (name == null || property.name().equalsIgnoreCase(name))) {
                Level last = property.owner().get(property.owner().size() - 1);
                rows.addRow(
                        last.type(),
                        last.name(),
                        property.name(),
                        property.value().orElse(null));
            }
        }
        return rows;
    }

    private static boolean isOfOne(@Nullable String[] levels) {
        for (int i = 0; i < levels.length; i += 2) {
            if (levels[i] != null && levels[i + 1] == null || levels[i] == null && levels[i + 1] != null) {
                return false;
            }
        }
        return true;
    }

    private static void ofOne(Connection connection, PropertyPath path, @Nullable String name, SimpleResultSet rows)
            throws SQLException {
        Optional<PropertyPlace> place =
                PropertyPlaces.areKnown(path) ? new PropertyPlaces(connection).find(path) : Optional.empty();
        if (place.isEmpty()) {
            return;
        }
        @Nullable Level last = path.depth() == 0 ? null : path.level(path.depth() - 1);
        for (NamedValue property : place.get().properties().all()) {
            String known = property.name().get(0);
            if (property.isOf(place.get().part()) && (name == null || known.equalsIgnoreCase(name))) {
                rows.addRow(
                        last == null ? null : last.type(),
                        last == null ? null : last.name(),
                        known,
                        property.value().orElse(null));
            }
        }
    }

    private static SimpleResultSet table(String... columns) {
        SimpleResultSet rows = new SimpleResultSet();
        for (String column : columns) {
            rows.addColumn(column, Types.VARCHAR, 0, 0);
        }
        return rows;
    }
}
