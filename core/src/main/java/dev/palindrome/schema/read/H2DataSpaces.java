package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.tsql.PartitionBoundaries;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where indexes and keys are of which the record says nothing, or that they are where everything is. */
final class H2DataSpaces {

    private static final Set<ObjectKind> KEPT = Set.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_KEY, ObjectKind.INDEX);

    private static final String PRIMARY = "[PRIMARY]";

    private static final Pattern PARTS = Pattern.compile("(?<![A-Z_])([A-Z_]++) ON PARTITIONS \\(([0-9, ]++)\\)");

    private final H2InformationSchema rows;

    H2DataSpaces(H2InformationSchema rows) {
        this.rows = rows;
    }

    /** An index that says nothing is parted as its table is (Microsoft: create-index-transact-sql, ON). */
    void settle(ObjectBuilder table) throws SQLException {
        places(table);
        compression(table, table.get(Property.DATA_SPACE));
        for (ObjectBuilder part : table.parts()) {
            compression(part, part.get(Property.DATA_SPACE).or(() -> table.get(Property.DATA_SPACE)));
        }
    }

    /** Where all parts are compressed alike, that is told of the whole. */
    private void compression(ObjectBuilder object, Optional<String> place) throws SQLException {
        Optional<String> said = object.get(Property.COMPRESSION).filter(how -> how.startsWith("("));
        if (said.isEmpty()) {
            return;
        }
        Matcher parts = PARTS.matcher(said.get());
        boolean one = parts.find() && parts.end() == said.get().length() - 1;
        if (one && parts.group(2).split(", ").length == partitions(place.orElse(""))) {
            object.put(Property.COMPRESSION, parts.group(1));
        }
    }

    private int partitions(String place) throws SQLException {
        String scheme = place.isEmpty() ? "" : TokenReader.ofName(place).identifier();
        List<RecordedObject> recorded = rows.recorded(List.of(Kind.PARTITION_SCHEME, Kind.PARTITION_FUNCTION));
        Optional<String> function = find(recorded, Kind.PARTITION_SCHEME, scheme)
                .flatMap(known -> known.recorded().get(Fact.VALUE))
                .map(value -> TokenReader.ofName(value).identifier());
        return function.flatMap(name -> find(recorded, Kind.PARTITION_FUNCTION, name))
                .map(known -> PartitionBoundaries.parse(
                                known.recorded().get(Fact.TYPE).orElseThrow(),
                                known.recorded().get(Fact.BOUNDARIES).orElseThrow())
                        .partitions())
                .orElse(1);
    }

    private static Optional<RecordedObject> find(List<RecordedObject> recorded, Kind kind, String name) {
        return recorded.stream()
                .filter(known -> known.kind() == kind && known.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static void places(ObjectBuilder table) {
        Optional<String> parted = table.get(Property.DATA_SPACE).filter(place -> place.endsWith("])"));
        for (ObjectBuilder part : table.parts()) {
            Optional<String> said = part.get(Property.DATA_SPACE);
            if (said.equals(Optional.of(PRIMARY))) {
                part.forget(Property.DATA_SPACE);
            } else if (said.isEmpty() && KEPT.contains(part.kind()) && !isClustered(part)) {
                part.put(Property.DATA_SPACE, parted);
            }
        }
    }

    private static boolean isClustered(ObjectBuilder part) {
        String kind = part.get(Property.INDEX_KIND).orElse("");
        return kind.startsWith("CLUSTERED") || kind.isEmpty() && part.kind() == ObjectKind.PRIMARY_KEY;
    }
}
