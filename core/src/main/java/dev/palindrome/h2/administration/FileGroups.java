package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The file groups that scripts have given the database besides the first, which every database has. */
final class FileGroups {

    /** The first. */
    static final String PRIMARY = "PRIMARY";

    private final Connection connection;
    private final DatabaseRecord database;
    private final String databaseName;

    FileGroups(Connection connection) throws SQLException {
        this.connection = connection;
        this.database = new DatabaseRecord(connection);
        this.databaseName = connection.getCatalog();
    }

    void add(String name) throws SQLException {
        Recorded recorded = database.read();
        NamedValues groups = groups(recorded);
        if (name.equalsIgnoreCase(PRIMARY) || has(groups, name)) {
            throw TsqlError.of(
                    5035,
                    "Filegroup '" + name + "' already exists in this database. Specify a different name or remove the"
                            + " conflicting filegroup if it is empty.");
        }
        write(recorded, groups.with(new NamedValue(List.of(name), Optional.empty())));
    }

    void remove(String name) throws SQLException {
        Recorded recorded = database.read();
        NamedValues groups = groups(recorded);
        if (!has(groups, name)) {
            throw TsqlError.of(5014, "The filegroup '" + name + "' does not exist in database '" + databaseName + "'.");
        }
        requireEmpty(name);
        write(recorded, groups.without(List.of(name)));
    }

    /** Tables and indexes are on it, or a partition scheme leads to it. */
    private void requireEmpty(String name) throws SQLException {
        DataSpaceUse use = new DataSpaceUse(connection);
        String place = BracketedName.of(name);
        boolean leadsHere = H2RecordedObjects.of(connection, List.of(Kind.PARTITION_SCHEME)).stream()
                .anyMatch(scheme -> PartitionSchemes.groups(scheme).stream().anyMatch(name::equalsIgnoreCase));
        if (leadsHere || use.is(Fact.DATA_SPACE, place) || use.is(Fact.TEXTIMAGE_ON, place)) {
            throw TsqlError.of(5042, "The filegroup '" + name + "' cannot be removed because it is not empty.");
        }
    }

    boolean has(String name) throws SQLException {
        return name.equalsIgnoreCase(PRIMARY) || has(groups(database.read()), name);
    }

    void require(String name) throws SQLException {
        if (!has(name)) {
            Optional<RecordedObject> scheme =
                    new ObjectRecording(connection).find(Kind.PARTITION_SCHEME, RecordedObject.OF_DATABASE, name);
            if (scheme.isPresent()) {
                throw TsqlError.of(
                        2726,
                        "Partition function '" + PartitionSchemes.function(scheme.get())
                                + "' uses 1 columns which does not match with the number of partition columns used to"
                                + " partition the table or index.");
            }
            throw TsqlError.of(1921, "Invalid filegroup '" + name + "' specified.");
        }
    }

    private void write(Recorded recorded, NamedValues groups) throws SQLException {
        database.write(recorded.without(Fact.FILE_GROUPS).withSome(Fact.FILE_GROUPS, groups.text()));
    }

    private static NamedValues groups(Recorded recorded) {
        return NamedValues.parse(recorded.get(Fact.FILE_GROUPS));
    }

    private static boolean has(NamedValues groups, String name) {
        return groups.find(List.of(name)).isPresent();
    }
}
