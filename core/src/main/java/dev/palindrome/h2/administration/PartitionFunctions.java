package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.PartitionBoundaries;
import dev.palindrome.tsql.PartitionBoundary;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.UntranslatableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Partition functions: a limit that comes or goes changes the schemes that stand on them. */
final class PartitionFunctions {

    private static final String SCHEMA = RecordedObject.OF_DATABASE;

    private final Connection connection;
    private final ObjectRecording recording;

    PartitionFunctions(Connection connection) {
        this.connection = connection;
        this.recording = new ObjectRecording(connection);
    }

    void create(String name, Recorded recorded) throws SQLException {
        if (find(name).isPresent()) {
            throw TsqlError.of(2714, "There is already an object named '" + name + "' in the database.");
        }
        recording.put(new RecordedObject(Kind.PARTITION_FUNCTION, SCHEMA, name, recorded));
    }

    Optional<RecordedObject> find(String name) throws SQLException {
        return recording.find(Kind.PARTITION_FUNCTION, SCHEMA, name);
    }

    static String type(RecordedObject function) {
        return function.recorded().get(Fact.TYPE).orElseThrow().toLowerCase(Locale.ROOT);
    }

    static PartitionBoundaries boundaries(RecordedObject function) {
        return PartitionBoundaries.parse(
                type(function), function.recorded().get(Fact.BOUNDARIES).orElseThrow());
    }

    private RecordedObject require(String name, String verb) throws SQLException {
        return find(name).orElseThrow(() -> missing("function", name, verb));
    }

    static SQLException missing(String kind, String name, String verb) {
        return TsqlError.of(
                15151,
                "Cannot " + verb + " the partition " + kind + " '" + name
                        + "', because it does not exist or you do not have permission.");
    }

    /** The schemes that stand on a function. */
    private List<RecordedObject> schemes(RecordedObject function) throws SQLException {
        String start = (BracketedName.of(function.name()) + "(").toLowerCase(Locale.ROOT);
        return H2RecordedObjects.of(connection, List.of(Kind.PARTITION_SCHEME)).stream()
                .filter(scheme ->
                        PartitionSchemes.value(scheme).toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
    }

    void split(String name, String literal) throws SQLException {
        RecordedObject function = require(name, "alter");
        PartitionBoundaries before = boundaries(function);
        PartitionBoundary boundary = boundary(function, literal);
        int known = before.indexOf(boundary);
        if (known >= 0) {
            throw TsqlError.of(
                    7721,
                    "Duplicate range boundary values are not allowed in partition function boundary values list. The"
                            + " boundary value being added is already present at ordinal " + (known + 1)
                            + " of the boundary value list.");
        }
        PartitionBoundaries after = before.with(boundary);
        List<RecordedObject> schemes = schemes(function);
        requireOneCompression();
        for (RecordedObject scheme : schemes) {
            if (PartitionSchemes.groups(scheme).size() <= before.partitions()) {
                throw TsqlError.of(
                        7710,
                        "Warning: The partition scheme '" + scheme.name()
                                + "' does not have any next used filegroup. Partition scheme has not been changed.");
            }
        }
        for (RecordedObject scheme : schemes) {
            List<String> groups = new ArrayList<>(PartitionSchemes.groups(scheme));
            String next = groups.remove(before.partitions());
            groups.add(after.partitionOf(after.indexOf(boundary)), next);
            recording.replace(scheme, PartitionSchemes.with(scheme.recorded(), function.name(), groups));
        }
        write(function, after);
    }

    void merge(String name, String literal) throws SQLException {
        RecordedObject function = require(name, "alter");
        PartitionBoundaries before = boundaries(function);
        if (before.all().isEmpty()) {
            throw TsqlError.of(7716, "Can not create or alter a partition function to have zero partitions.");
        }
        int index = before.indexOf(boundary(function, literal));
        if (index < 0) {
            throw TsqlError.of(7715, "The specified partition range value could not be found.");
        }
        requireOneCompression();
        for (RecordedObject scheme : schemes(function)) {
            List<String> groups = new ArrayList<>(PartitionSchemes.groups(scheme));
            groups.remove(before.partitionOf(index));
            recording.replace(scheme, PartitionSchemes.with(scheme.recorded(), function.name(), groups));
        }
        write(function, before.without(index));
    }

    /** Their numbers would be others afterwards. */
    private void requireOneCompression() throws SQLException {
        if (new DataSpaceUse(connection).begins(Fact.COMPRESSION, "(")) {
            throw TsqlError.needsSqlServer(
                    "SPLIT and MERGE where the parts of a table are compressed each in its own way.");
        }
    }

    private void write(RecordedObject function, PartitionBoundaries boundaries) throws SQLException {
        recording.replace(function, function.recorded().with(Fact.BOUNDARIES, boundaries.text()));
    }

    private static PartitionBoundary boundary(RecordedObject function, String literal) throws SQLException {
        try {
            return PartitionBoundary.of(type(function), literal, 1);
        } catch (UntranslatableException e) {
            throw e.sqlServerError() > 0
                    ? TsqlError.of(
                            e.sqlServerError(),
                            "Could not implicitly convert range values type specified at ordinal 1 to partition function"
                                    + " parameter type.")
                    : TsqlError.needsSqlServer("A partition function split or merged at " + e.reason(0) + ".");
        }
    }

    void drop(String name) throws SQLException {
        RecordedObject function = require(name, "drop");
        if (!schemes(function).isEmpty()) {
            throw TsqlError.of(
                    7706, "Partition function '" + name + "' is being used by one or more partition schemes.");
        }
        recording.remove(function);
    }
}
