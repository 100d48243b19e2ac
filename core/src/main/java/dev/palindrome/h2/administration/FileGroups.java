package dev.palindrome.h2.administration;

import dev.palindrome.h2.procedures.TsqlError;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The file groups that scripts have given the database besides the first, which every database has. */
final class FileGroups {

    private final DatabaseRecord database;
    private final String databaseName;

    FileGroups(Connection connection) throws SQLException {
        this.database = new DatabaseRecord(connection);
        this.databaseName = connection.getCatalog();
    }

    void add(String name) throws SQLException {
        Recorded recorded = database.read();
        NamedValues groups = groups(recorded);
        if (name.equalsIgnoreCase("PRIMARY") || has(groups, name)) {
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
        write(recorded, groups.without(List.of(name)));
    }

    void require(String name) throws SQLException {
        if (!has(groups(database.read()), name)) {
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
