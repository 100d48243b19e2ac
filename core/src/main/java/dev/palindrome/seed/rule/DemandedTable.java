package dev.palindrome.seed.rule;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.sql.DeclaredType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that takes only what it takes both as it is now and as it will be later. */
public final class DemandedTable {

    private DemandedTable() {}

    /** Has the columns that the table has now. */
    public static Table of(Table now, Table later) {
        Map<String, Column> then = new HashMap<>();
        later.columns().forEach(column -> then.put(GeneratedRow.key(column.name()), column));
        List<SchemaObject> parts = new ArrayList<>();
        for (SchemaObject part : now.object().parts()) {
            Column known = part.kind() == ObjectKind.COLUMN ? then.get(GeneratedRow.key(part.simpleName())) : null;
            parts.add(known == null ? part : both(new Column(part), known));
        }
        for (SchemaObject part : later.object().parts()) {
            if (part.kind() != ObjectKind.COLUMN && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return new Table(now.object().with(now.object().properties(), parts));
    }

    private static SchemaObject both(Column now, Column later) {
        Map<Property, String> properties = new EnumMap<>(Property.class);
        properties.putAll(now.object().properties());
        if (!later.isNullable()) {
            properties.put(Property.NOT_NULL, SchemaObject.YES);
        }
        if (now.isInsertable()) {
            Optional<DeclaredType> was = now.type();
            Optional<DeclaredType> is = later.type();
            if (was.isPresent() && is.isPresent() && !was.equals(is)) {
                properties.put(
                        Property.TYPE, NarrowerType.of(was.get(), is.get()).toString());
            }
        }
        return now.object().with(properties, now.object().parts());
    }
}
