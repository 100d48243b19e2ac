package dev.palindrome.seed;

import dev.palindrome.schema.Table;
import dev.palindrome.seed.refusal.RowErrors;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.sql.TableName;
import dev.palindrome.text.Causes;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a database refused a statement because of rows, and not because of the statement. Round trips ask for it.
 *
 * @param reason a clause without values
 * @param saysAll whether the reason tells which rows would not be refused
 * @param suspects the rows that are refused for this reason more often than others
 * @param isOfChildren whether rows of other tables point to what was to go
 * @param isDuplicate whether a new row has the same key as another
 * @param duplicateIn where it has: the tables that the error may name; none where they stand there in no known way
 */
public record RowRefusal(
        String reason,
        boolean saysAll,
        Set<RowKind> suspects,
        boolean isOfChildren,
        boolean isDuplicate,
        Set<TableName> duplicateIn) {

    /** "Referential integrity constraint violation", of a row that others point to. */
    private static final int CHILDREN_ON_H2 = 23503;

    /** "The DELETE statement conflicted with the REFERENCE constraint"; of checks and parents it says other words. */
    private static final int CONFLICT = 547;

    /** "Cannot insert duplicate key row", "Violation of constraint", and the same for an index that is being made. */
    private static final Set<Integer> DUPLICATE = Set.of(2601, 2627, 1505, 23505);

    /** Those of rows that come (Microsoft: mssqlserver-2627-database-engine-error, -2601-), and H2's. */
    private static final Set<Integer> DUPLICATE_ROW = Set.of(2601, 2627, 23505);

    private static final Pattern OBJECT_OF_SQL_SERVER = Pattern.compile("'([^'.]+)\\.([^']+)'");

    /** Without its quotes. Names have at most 128 characters; what stands behind may be values, of any length. */
    private static final Pattern TABLE_OF_H2 = Pattern.compile(" ON ([^.(]{1,128}+)\\.([^(]{1,128}+)\\(");

    private static final Set<RowKind> DUPLICATES =
            Set.of(RowKind.REPEATED, RowKind.COUNTERPART, RowKind.HALF_MISSING, RowKind.OTHER_HALF_MISSING);

    /** What guards mostly look for: keys that occur twice, and missing values. */
    private static final Set<RowKind> GUARDED = Set.of(
            RowKind.REPEATED, RowKind.COUNTERPART, RowKind.MISSING, RowKind.HALF_MISSING, RowKind.OTHER_HALF_MISSING);

    private static final Set<Integer> NULL = Set.of(515, 23502, 90081);

    private static final String OTHERWISE = "a constraint or a conversion is against it";

    private static final Set<Integer> TOO_LONG = Set.of(2628, 8152, 22001);

    /** "Value too long for column": of numbers, too. */
    private static final int TOO_LONG_ON_H2 = 22001;

    private static final Set<Integer> TOO_GREAT = Set.of(220, 232, 8115, 22003, 22004);

    private static final Set<Integer> NOT_CONVERTED = Set.of(241, 242, 244, 245, 248, 8114, 8169, 22018, 22007);

    /**
     * What a failure says of rows.
     *
     * @param failure as Flyway or a driver threw it, with its causes
     * @return empty where it is about something else
     */
    public static Optional<RowRefusal> of(Throwable failure) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof SQLException sql && isRaised(sql)) {
                return Optional.of(new RowRefusal(
                        "the script raises an error (" + sql.getErrorCode() + ")",
                        false,
                        GUARDED,
                        false,
                        false,
                        Set.of()));
            }
            if (cause instanceof SQLException sql && RowErrors.contain(sql)) {
                int code = sql.getErrorCode();
                String words = words(code);
                return Optional.of(new RowRefusal(
                        words + " (error " + code + ")",
                        !words.equals(OTHERWISE),
                        suspects(code),
                        isOfChildren(sql),
                        DUPLICATE_ROW.contains(code),
                        DUPLICATE_ROW.contains(code) ? tables(sql) : Set.of()));
            }
        }
        return Optional.empty();
    }

    /**
     * By THROW or RAISERROR, behind a look at rows or for another reason: that shows when it is done without rows. Numbers from
     * 50000 on are users' own; H2 has such, too, with other states.
     */
    private static boolean isRaised(SQLException failure) {
        return SqlServerError.isRaised(failure.getErrorCode())
                && String.valueOf(failure.getSQLState()).startsWith("S");
    }

    private static boolean isOfChildren(SQLException failure) {
        return failure.getErrorCode() == CHILDREN_ON_H2
                || failure.getErrorCode() == CONFLICT
                        && String.valueOf(failure.getMessage()).contains("REFERENCE");
    }

    private static String words(int code) {
        if (DUPLICATE.contains(code)) {
            return "two rows have the same key";
        }
        if (NULL.contains(code)) {
            return "a value is missing";
        }
        if (TOO_LONG.contains(code)) {
            return "a value is too long for its column";
        }
        if (TOO_GREAT.contains(code)) {
            return "a number is out of range";
        }
        return NOT_CONVERTED.contains(code) ? "a value cannot be converted" : OTHERWISE;
    }

    private static Set<RowKind> suspects(int code) {
        if (NULL.contains(code)) {
            return Set.of(RowKind.MISSING, RowKind.HALF_MISSING, RowKind.OTHER_HALF_MISSING);
        }
        if (TOO_GREAT.contains(code) || code == TOO_LONG_ON_H2) {
            return Set.of(RowKind.GREATEST, RowKind.LEAST);
        }
        if (TOO_LONG.contains(code)) {
            return Set.of(RowKind.GREATEST);
        }
        return DUPLICATE.contains(code) ? DUPLICATES : Set.of();
    }

    private static Set<TableName> tables(SQLException duplicate) {
        String message = ErrorText.withoutStatement(String.valueOf(duplicate.getMessage()));
        Set<TableName> tables = new LinkedHashSet<>();
        for (Matcher named :
                List.of(OBJECT_OF_SQL_SERVER.matcher(message), TABLE_OF_H2.matcher(message.replace("\"", "")))) {
            while (named.find()) {
                tables.add(new TableName(named.group(1), named.group(2)));
            }
        }
        return tables;
    }

    /**
     * Whether a new row may have the same key as another in a table.
     *
     * @param table any table
     * @return false where the error names another one, or is about something else
     */
    public boolean isDuplicateIn(Table table) {
        return isDuplicate && (duplicateIn.isEmpty() || isNamed(table));
    }

    private boolean isNamed(Table table) {
        return duplicateIn.stream()
                .anyMatch(name -> name.schema().equalsIgnoreCase(table.schema())
                        && name.name().equalsIgnoreCase(table.name()));
    }
}
