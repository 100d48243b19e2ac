package dev.palindrome.h2.administration;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds, changes and drops an extended property as SQL Server does it. */
final class PropertyChange {

    private final String name;
    private final PropertyPath path;
    private final PropertyPlace place;

    PropertyChange(Connection connection, String procedure, String name, PropertyPath path) throws SQLException {
        this.name = name;
        this.path = path;
        if (!PropertyPlaces.areKnown(path)) {
            throw TsqlError.of(
                    15600, "An invalid parameter or option was specified for procedure '" + procedure + "'.");
        }
        this.place = new PropertyPlaces(connection).find(path).orElseThrow(this::invalid);
    }

    private SQLException invalid() {
        return TsqlError.of(
                15135,
                "Object is invalid. Extended properties are not permitted on '" + path
                        + "', or the object does not exist.");
    }

    void add(Optional<String> value) throws SQLException {
        NamedValues there = place.properties();
        if (there.find(fullName()).isPresent()) {
            throw TsqlError.of(
                    15233, "Property cannot be added. Property '" + name + "' already exists for '" + path + "'.");
        }
        place.write(there.with(new NamedValue(fullName(), value)));
    }

    void update(Optional<String> value) throws SQLException {
        NamedValue there = require();
        place.write(place.properties().with(new NamedValue(there.name(), value)));
    }

    void drop() throws SQLException {
        place.write(place.properties().without(require().name()));
    }

    private NamedValue require() throws SQLException {
        Optional<NamedValue> found = place.properties().find(fullName());
        if (found.isEmpty()) {
            throw TsqlError.of(
                    15217,
                    "Property cannot be updated or deleted. Property '" + name + "' does not exist for '" + path
                            + "'.");
        }
        return found.get();
    }

    private List<String> fullName() {
        List<String> full = new ArrayList<>(List.of(name));
        full.addAll(place.part());
        return full;
    }
}
