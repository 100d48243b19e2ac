package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of an answer: what it says about which object, or which part of one. */
record CatalogueFact(
        int question,
        SqlServerResults.Key owner,
        Optional<ObjectKind> partKind,
        List<String> partName,
        boolean systemNamed,
        Map<Property, String> values,
        Optional<String> defaultName,
        Optional<String> defaultSystemName) {

    static CatalogueFact of(SqlServerRow row, List<Property> properties) throws SQLException {
        Map<Property, String> values = new EnumMap<>(Property.class);
        for (Property property : properties) {
            row.value(property).ifPresent(value -> values.put(property, value));
        }
        identity(row).ifPresent(counting -> values.put(Property.IDENTITY, counting));
        if (row.text("database_collation")
                .filter(values.getOrDefault(Property.COLLATION, "")::equalsIgnoreCase)
                .isPresent()) {
            values.remove(Property.COLLATION);
        }
        return new CatalogueFact(
                row.text("question").map(Integer::parseInt).orElse(-1),
                row.key(),
                row.text("part_kind").map(ObjectKind::valueOf),
                row.texts("part_name", "part_name_2", "part_name_3"),
                row.is("system_named"),
                values,
                row.text("default_name"),
                row.text("default_system_name"));
    }

    /** {@code (1,1)}. */
    private static Optional<String> identity(SqlServerRow row) throws SQLException {
        Optional<String> seed = row.text("identity_seed");
        Optional<String> increment = row.text("identity_increment");
        return seed.isPresent() && increment.isPresent()
                ? Optional.of("(" + seed.get() + "," + increment.get() + ")")
                : Optional.empty();
    }

    void addTo(ObjectBuilder builder) {
        values.forEach(builder::put);
        defaultName.ifPresent(name -> builder.defaultName(name, false));
        defaultSystemName.ifPresent(name -> builder.defaultName(name, true));
    }
}
