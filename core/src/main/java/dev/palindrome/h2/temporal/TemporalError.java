package dev.palindrome.h2.temporal;

import java.sql.SQLException;

/** What SQL Server says where something does not go with a temporal table (Microsoft: database engine events and errors). */
public enum TemporalError {
    NO_SCHEMA(2760, "The specified schema name \"%s\" either does not exist or you do not have permission to use it."),
    NOT_FOUND(4902, "Cannot find the object \"%s\" because it does not exist or you do not have permissions."),
    NO_COLUMN(4924, "ALTER TABLE ALTER COLUMN failed because column '%s' does not exist in table '%s'."),
    NULL_IN_HISTORY(515, "Cannot insert the value NULL into column '%s', table '%s'; column does not allow nulls."),
    TYPE(13501, "Temporal generated always column '%s' has invalid data type."),
    NO_PERIOD(13510, "Cannot set SYSTEM_VERSIONING to ON when SYSTEM_TIME period is not defined: table '%s'."),
    NO_HISTORY(13511, "Specified object '%s' cannot be used as history table."),
    PRECISION(13513, "SYSTEM_TIME period columns cannot have different datatype precision: table '%s'."),
    IN_USE(13514, "History table '%s' is already in use."),
    UNIQUE_KEYS(
            13515,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' has custom unique keys defined. Consider"
                    + " dropping all unique keys and trying again."),
    FOREIGN_KEYS(
            13516,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' has foreign keys defined. Consider dropping"
                    + " all foreign keys and trying again."),
    CONSTRAINTS(
            13517,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' has table or column constraints defined."
                    + " Consider dropping all table and column constraints and trying again."),
    IDENTITY(
            13518,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' has IDENTITY column specification. Consider"
                    + " dropping all IDENTITY column specifications and trying again."),
    COMPUTED(
            13519,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' has computed column specification. Consider"
                    + " dropping all computed column specifications and trying again."),
    TRIGGERS(
            13522,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' has triggers defined. Consider dropping all"
                    + " triggers and trying again."),
    COLUMN_COUNT(
            13523,
            "Setting SYSTEM_VERSIONING to ON failed because table '%s' has %s columns and table '%s' has %s columns."),
    COLUMN_NAME(
            13524,
            "Setting SYSTEM_VERSIONING to ON failed because column '%s' at ordinal %s in history table '%s' has a different"
                    + " name than the column '%s' at the same ordinal in table '%s'."),
    COLUMN_TYPE(
            13525,
            "Setting SYSTEM_VERSIONING to ON failed because column '%s' has data type %s in history table '%s' which is"
                    + " different from corresponding column type %s in table '%s'."),
    COLLATION(
            13526,
            "Setting SYSTEM_VERSIONING to ON failed because column '%s' does not have the same collation in tables '%s' and"
                    + " '%s'."),
    XML_COLLECTION(
            13529,
            "Setting SYSTEM_VERSIONING to ON failed because column '%s' does not have the same XML Schema Collection in"
                    + " tables '%s' and '%s'."),
    PERIOD_NULLABLE(
            13530,
            "Setting SYSTEM_VERSIONING to ON failed because system column '%s' in history table '%s' corresponds to a period"
                    + " column in table '%s' and cannot be nullable."),
    NULLABILITY(
            13531,
            "Setting SYSTEM_VERSIONING to ON failed because column '%s' does not have the same nullability attribute in"
                    + " tables '%s' and '%s'."),
    SPARSE(
            13533,
            "Setting SYSTEM_VERSIONING to ON failed because column '%s' does not have the same sparse storage attribute in"
                    + " tables '%s' and '%s'."),
    TIME_TURNED_BACK(
            13535,
            "Data modification failed on system-versioned table '%s' because transaction time was earlier than period start"
                    + " time for affected records."),
    INSERTED_VALUE(
            13536,
            "Cannot insert an explicit value into a GENERATED ALWAYS column in table '%s'. Use INSERT with a column list to"
                    + " exclude the GENERATED ALWAYS column, or insert a DEFAULT into GENERATED ALWAYS column."),
    UPDATED_VALUE(13537, "Cannot update GENERATED ALWAYS columns in table '%s'."),
    END_BEFORE_START(
            13541,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' contains invalid records with end of period"
                    + " set before start."),
    START_IN_FUTURE(
            13542,
            "ADD PERIOD FOR SYSTEM_TIME on table '%s' failed because there are open records with start of period set to a"
                    + " value in the future."),
    END_IN_FUTURE(
            13543,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' contains invalid records with end of period"
                    + " set to a value in the future."),
    TRUNCATE(
            13545, "Truncate failed on table '%s' because it is not a supported operation on system-versioned tables."),
    ALTER_COLUMN(
            13548,
            "Cannot alter column '%s' on table '%s' because it is not a supported operation on system-versioned temporal"
                    + " tables."),
    ADD_COLUMN(
            13550,
            "Add column operation failed on table '%s' because it is not a supported operation on system-versioned temporal"
                    + " tables."),
    DROP_COLUMN(
            13551,
            "Drop column operation failed on table '%s' because it is not a supported operation on system-versioned temporal"
                    + " tables."),
    DROP_TABLE(
            13552,
            "Drop table operation failed on table '%s' because it is not a supported operation on system-versioned temporal"
                    + " tables."),
    NO_PRIMARY_KEY(13553, "System versioned temporal table '%s' must have primary key defined."),
    DROP_PRIMARY_KEY(13557, "Cannot drop PRIMARY KEY constraint from a system-versioned temporal table '%s'."),
    PRIMARY_KEY_OF_HISTORY(13558, "Cannot add PRIMARY KEY constraint to a temporal history table '%s'."),
    INSERT_HISTORY(13559, "Cannot insert rows in a temporal history table '%s'."),
    DELETE_HISTORY(13560, "Cannot delete rows from a temporal history table '%s'."),
    UPDATE_HISTORY(13561, "Cannot update rows in a temporal history table '%s'."),
    CHECK_OF_HISTORY(13564, "Adding CHECK constraint to a temporal history table '%s' is not allowed."),
    FOREIGN_KEY_OF_HISTORY(
            13565,
            "The foreign key is not valid. A temporal history table cannot be used in a foreign key definition: table '%s'."),
    TRIGGER(13569, "Cannot create a trigger on a system-versioned temporal table '%s'."),
    OVERLAP(13573, "Setting SYSTEM_VERSIONING to ON failed because history table '%s' contains overlapping records."),
    PERIOD_OF_HISTORY(
            13574,
            "Setting SYSTEM_VERSIONING to ON failed because temporal history table '%s' contains SYSTEM_TIME period."),
    END_NOT_OPEN(
            13575,
            "ADD PERIOD FOR SYSTEM_TIME failed because table '%s' contains records where end of period is not equal to MAX"
                    + " datetime."),
    ROWGUIDCOL(
            13580,
            "Setting SYSTEM_VERSIONING to ON failed because history table '%s' has ROWGUID column specification. Consider"
                    + " dropping all ROWGUID column specifications and trying again."),
    MASK(
            13581,
            "Setting SYSTEM_VERSIONING to ON failed because column '%s' does not have the same masking functions in tables"
                    + " '%s' and '%s'."),
    UNIQUE_KEY_OF_HISTORY(13583, "Cannot add UNIQUE KEY constraint to a temporal history table '%s'."),
    NULLABLE(13587, "Period column '%s' in a system-versioned temporal table cannot be nullable."),
    PART_OF_PERIOD(13588, "Column '%s' in table '%s' cannot be dropped because it is a part of period definition."),
    NOT_VERSIONED(13591, "SYSTEM_VERSIONING is not turned ON for table '%s'."),
    VERSIONED(13592, "Cannot drop SYSTEM_TIME period from table '%s' when SYSTEM_VERSIONING is ON."),
    WITHOUT_PERIOD(
            13593, "SYSTEM_TIME period cannot be dropped from table '%s', because SYSTEM_TIME period does not exist."),
    OTHER_HISTORY(13595, "Temporal history table name '%s' is not correct for current table '%s'."),
    ALREADY_ON(13596, "SYSTEM_VERSIONING is already turned ON for table '%s'."),
    ALREADY_PERIOD(13597, "Temporal SYSTEM_TIME period is already defined on table '%s'."),
    PERIOD_ON_HISTORY(13598, "Temporal SYSTEM_TIME period cannot be defined on history table '%s'."),
    ALTER_PERIOD(13599, "Period column '%s' in a system-versioned temporal table cannot be altered."),
    HAS_HISTORY(
            13757,
            "Temporal table '%s' already has history table defined. Consider dropping system_versioning first if you want to"
                    + " use different history table."),
    NO_CLUSTERED_INDEX(
            13765,
            "Setting finite retention period failed on system-versioned temporal table '%s' because the history table '%s'"
                    + " does not contain required clustered index. Consider creating a clustered columnstore or B-tree index"
                    + " starting with the column that matches end of SYSTEM_TIME period, on the history table.");

    private final int number;
    private final String message;

    TemporalError(int number, String message) {
        this.number = number;
        this.message = message;
    }

    public SQLException on(Object... names) {
        return new SQLException("Msg " + number + ": " + message.formatted(names), "S0001", number);
    }

    /** What H2 cannot do although SQL Server can. */
    public static SQLException needsSqlServer(String what) {
        return new SQLException(
                what + " of a table with SYSTEM_VERSIONING needs SQL Server: run with palindrome.engine=sqlserver.",
                "0A000");
    }
}
