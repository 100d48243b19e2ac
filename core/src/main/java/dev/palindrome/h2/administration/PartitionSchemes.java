package dev.palindrome.h2.administration;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Partition schemes: a file group for each part, and perhaps one for the next part. */
final class PartitionSchemes {

    private static final String SCHEMA = RecordedObject.OF_DATABASE;

    private final Connection connection;
    private final ObjectRecording recording;

    PartitionSchemes(Connection connection) {
        this.connection = connection;
        this.recording = new ObjectRecording(connection);
    }

    private Optional<RecordedObject> find(String name) throws SQLException {
        return recording.find(Kind.PARTITION_SCHEME, SCHEMA, name);
    }

    private RecordedObject require(String name, String verb) throws SQLException {
        return find(name).orElseThrow(() -> PartitionFunctions.missing("scheme", name, verb));
    }

    /** {@code [months]([PRIMARY], [data])}. */
    static String value(RecordedObject scheme) {
        return scheme.recorded().get(Fact.VALUE).orElseThrow();
    }

    static String function(RecordedObject scheme) {
        return TokenReader.ofName(value(scheme)).identifier();
    }

    static List<String> groups(RecordedObject scheme) {
        TokenReader reader = TokenReader.ofName(value(scheme));
        reader.identifier();
        List<String> groups = new ArrayList<>();
        while (!reader.acceptSymbol(")")) {
            reader.next();
            groups.add(reader.identifier());
        }
        return groups;
    }

    static Recorded with(Recorded recorded, String function, List<String> groups) {
        return recorded.with(
                Fact.VALUE,
                BracketedName.of(function)
                        + groups.stream().map(BracketedName::of).collect(Collectors.joining(", ", "(", ")")));
    }

    /** @param all whether one group is for all parts, and for the next one */
    void create(String name, String function, boolean all, List<String> groups) throws SQLException {
        if (isDataSpace(name)) {
            throw TsqlError.of(2714, "There is already an object named '" + name + "' in the database.");
        }
        RecordedObject known = new PartitionFunctions(connection)
                .find(function)
                .orElseThrow(() -> TsqlError.of(208, "Invalid object name '" + function + "'."));
        if (all && groups.size() > 1) {
            throw TsqlError.of(
                    7723,
                    "Only a single filegroup can be specified while creating partition scheme using option ALL to specify"
                            + " all the filegroups.");
        }
        for (String group : groups) {
            requireFileGroup(group);
        }
        int partitions = PartitionFunctions.boundaries(known).partitions();
        if (!all && groups.size() < partitions) {
            throw TsqlError.of(
                    7707,
                    "The associated partition function '" + function
                            + "' generates more partitions than there are file groups mentioned in the scheme '" + name
                            + "'.");
        }
        List<String> kept = all
                ? Collections.nCopies(partitions + 1, groups.get(0))
                : groups.subList(0, Math.min(groups.size(), partitions + 1));
        recording.put(new RecordedObject(
                Kind.PARTITION_SCHEME, SCHEMA, name, with(Recorded.nothing(), known.name(), canonical(kept))));
    }

    private static List<String> canonical(List<String> groups) {
        return groups.stream()
                .map(group -> group.equalsIgnoreCase(FileGroups.PRIMARY) ? FileGroups.PRIMARY : group)
                .toList();
    }

    private boolean isDataSpace(String name) throws SQLException {
        return find(name).isPresent() || new FileGroups(connection).has(name);
    }

    private void requireFileGroup(String group) throws SQLException {
        if (!new FileGroups(connection).has(group)) {
            throw TsqlError.of(208, "Invalid object name '" + group + "'.");
        }
    }

    /** @param group missing where there shall be none */
    void nextUsed(String name, Optional<String> group) throws SQLException {
        RecordedObject scheme = require(name, "alter");
        if (group.isPresent()) {
            requireFileGroup(group.get());
        }
        String function = function(scheme);
        int partitions = PartitionFunctions.boundaries(
                        new PartitionFunctions(connection).find(function).orElseThrow())
                .partitions();
        List<String> groups = new ArrayList<>(groups(scheme).subList(0, partitions));
        group.ifPresent(groups::add);
        recording.replace(scheme, with(scheme.recorded(), function, canonical(groups)));
    }

    void drop(String name) throws SQLException {
        RecordedObject scheme = require(name, "drop");
        if (new DataSpaceUse(connection).begins(Fact.DATA_SPACE, BracketedName.of(name) + "(")) {
            throw TsqlError.of(
                    7717,
                    "The partition scheme \"" + name + "\" is currently being used to partition one or more tables.");
        }
        recording.remove(scheme);
    }

    /** @param type of the column, empty if it is not known, null if the table is there already */
    void require(H2Table table, String name, String column, @Nullable String type) throws SQLException {
        RecordedObject scheme =
                find(name).orElseThrow(() -> TsqlError.of(1921, "Invalid partition scheme '" + name + "' specified."));
        String function = function(scheme);
        String wanted = PartitionFunctions.type(
                new PartitionFunctions(connection).find(function).orElseThrow());
        String known = type == null ? declaredType(table, column) : type;
        if (!known.isEmpty() && !known.equalsIgnoreCase(wanted)) {
            throw TsqlError.of(
                    7726,
                    "Partition column '" + column + "' has data type " + known
                            + " which is different from the partition function '" + function
                            + "' parameter data type " + wanted + ".");
        }
    }

    /** Empty for a computed one, and for those of a view. */
    private static String declaredType(H2Table table, String column) throws SQLException {
        Optional<H2Column> known = table.h2Column(column);
        if (known.isEmpty() && !table.columns().isEmpty()) {
            throw TsqlError.of(1911, "Column name '" + column + "' does not exist in the target table, index or view.");
        }
        Recorded recorded = Recorded.parse(known.map(H2Column::comment).orElse(""));
        if (recorded.get(Fact.COMPUTED).isPresent() && !recorded.is(Fact.PERSISTED)) {
            throw TsqlError.of(
                    7724,
                    "Computed column cannot be used as a partition key if it is not persisted. Partition key column '"
                            + column + "' in table '" + table.name() + "' is not persisted.");
        }
        return recorded.get(Fact.TYPE).orElse("");
    }
}
