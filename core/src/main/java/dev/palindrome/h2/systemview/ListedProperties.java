package dev.palindrome.h2.systemview;

import dev.palindrome.h2.systemview.CatalogueOwners.Owner;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All extended properties of a database, of whatever kind their owners are. */
public final class ListedProperties {

    private final CatalogueOwners owners;
    private final List<ListedProperty> found = new ArrayList<>();

    private ListedProperties(H2Rows rows) throws SQLException {
        this.owners = new CatalogueOwners(rows, Fact.PROPERTIES, this::add);
    }

    /**
     * Those of a database.
     *
     * @param connection to it
     * @return in no order that matters
     * @throws SQLException if H2 refuses
     */
    public static List<ListedProperty> of(Connection connection) throws SQLException {
        return of(H2Rows.of(connection));
    }

    private static List<ListedProperty> of(H2Rows rows) throws SQLException {
        ListedProperties properties = new ListedProperties(rows);
        properties.owners.visit();
        return properties.found;
    }

    static List<SystemRow> rows(H2Rows rows) throws SQLException {
        List<SystemRow> all = new ArrayList<>();
        for (ListedProperty property : of(rows)) {
            Map<String, Object> values = new HashMap<>();
            values.put("class", property.objectClass().number());
            values.put("class_desc", property.objectClass().name());
            values.put("major_id", property.major());
            values.put("minor_id", property.minor());
            values.put("name", property.name());
            property.value().ifPresent(value -> values.put("value", value));
            all.add(SystemRow.of(values));
        }
        return all;
    }

    private void add(Owner owner, Recorded recorded, Fact fact) throws SQLException {
        if (recorded.get(fact).isEmpty()) {
            return;
        }
        for (NamedValue property : NamedValues.parse(recorded.get(fact)).all()) {
            List<String> name = property.name();
            Owner whole = name.size() > 1 ? owners.part(owner, name.get(1), name.get(2), recorded) : owner;
            found.add(new ListedProperty(
                    whole.levels(), name.get(0), property.value(), whole.objectClass(), whole.major(), whole.minor()));
        }
    }
}
