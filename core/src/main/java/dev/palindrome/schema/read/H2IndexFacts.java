package dev.palindrome.schema.read;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;

/** What the record of an index, or of a key, says of how it is kept. */
final class H2IndexFacts {

    private H2IndexFacts() {}

    /** A clustered index is the table: how it is compressed is told of the table. */
    static void put(Recorded recorded, ObjectBuilder index, ObjectBuilder table, boolean clustered) {
        ObjectBuilder kept = clustered ? table : index;
        recorded.get(Fact.DATA_SPACE).ifPresent(place -> index.put(Property.DATA_SPACE, place));
        recorded.get(Fact.COMPRESSION).ifPresent(how -> kept.put(Property.COMPRESSION, how));
        index.put(Property.OPTIONS, recorded.get(Fact.OPTIONS).map(options -> "(" + options + ")"))
                .yes(Property.SEQUENTIAL_KEY, recorded.is(Fact.SEQUENTIAL_KEY))
                .yes(Property.STATISTICS_NORECOMPUTE, recorded.is(Fact.STATISTICS_NORECOMPUTE))
                .yes(Property.STATISTICS_INCREMENTAL, recorded.is(Fact.STATISTICS_INCREMENTAL));
    }
}
