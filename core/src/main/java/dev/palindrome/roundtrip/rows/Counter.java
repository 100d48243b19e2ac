package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import java.util.List;

/**
 * What gives one number after the other: a sequence, or a table with an identity.
 *
 * @param isSequence whether it is a sequence
 * @param schema where it is
 * @param name what it is called
 */
record Counter(boolean isSequence, String schema, String name) {

    static Counter of(Table table) {
        return new Counter(false, table.schema(), table.name());
    }

    static Counter of(SchemaObject sequence) {
        return new Counter(true, sequence.name().get(0), sequence.simpleName());
    }

    @Override
    public String toString() {
        return BracketedName.readable(List.of(schema, name));
    }
}
