package dev.palindrome.h2.administration;

import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.List;

/**
 * Where the extended properties of something are kept: a fact of a record.
 *
 * @param recorded the record as it is
 * @param fact which holds them
 * @param part kind and name of what they are about, where that has no record of its own
 * @param writer writes another record in the place of this one
 */
record PropertyPlace(Recorded recorded, Fact fact, List<String> part, Writer writer) {

    /** Writes a record. */
    @FunctionalInterface
    interface Writer {
        void write(Recorded recorded) throws SQLException;
    }

    PropertyPlace(Recorded recorded, Writer writer) {
        this(recorded, Fact.PROPERTIES, List.of(), writer);
    }

    PropertyPlace ofPart(String kind, String name) {
        return new PropertyPlace(recorded, fact, List.of(kind, name), writer);
    }

    /** The same record, of which another fact is meant. */
    PropertyPlace with(Fact other) {
        return new PropertyPlace(recorded, other, part, writer);
    }

    /** Of a view's column, of which H2 keeps no record. */
    PropertyPlace ofColumn(String column) {
        return new PropertyPlace(recorded, fact, List.of(column), writer);
    }

    NamedValues properties() {
        return NamedValues.parse(recorded.get(fact));
    }

    void write(NamedValues properties) throws SQLException {
        writer.write(properties.all().isEmpty() ? recorded.without(fact) : recorded.with(fact, properties.text()));
    }
}
