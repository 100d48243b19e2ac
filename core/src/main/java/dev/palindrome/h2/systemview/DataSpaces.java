package dev.palindrome.h2.systemview;

import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.PartitionBoundaries;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** File groups, partition schemes and the functions on which they stand, with numbers as SQL Server gives them. */
final class DataSpaces {

    private static final String PRIMARY = "PRIMARY";

    private static final int FIRST_SCHEME = 65_601;

    private static final int FIRST_FUNCTION = 65_536;

    private final H2Rows rows;

    DataSpaces(H2Rows rows) {
        this.rows = rows;
    }

    private List<String> fileGroups() throws SQLException {
        List<String> names = new ArrayList<>(List.of(PRIMARY));
        for (RecordedObject database : rows.recorded(Kind.DATABASE)) {
            NamedValues.parse(database.recorded().get(Fact.FILE_GROUPS))
                    .all()
                    .forEach(group -> names.add(group.name().get(0)));
        }
        return names;
    }

    /** By their names in lower case. */
    Map<String, Integer> numbers() throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        for (String group : fileGroups()) {
            numbers.put(group.toLowerCase(Locale.ROOT), numbers.size() + 1);
        }
        int next = FIRST_SCHEME;
        for (RecordedObject scheme : rows.recorded(Kind.PARTITION_SCHEME)) {
            numbers.put(scheme.name().toLowerCase(Locale.ROOT), next++);
        }
        return numbers;
    }

    /** That of a place as it is recorded: {@code [data]}, {@code [months]([month])}. */
    static int number(Map<String, Integer> numbers, String place) {
        String name = place.isEmpty() ? PRIMARY : TokenReader.ofName(place).identifier();
        return numbers.getOrDefault(name.toLowerCase(Locale.ROOT), 1);
    }

    private Map<String, Integer> functionNumbers() throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        for (RecordedObject function : rows.recorded(Kind.PARTITION_FUNCTION)) {
            numbers.put(function.name().toLowerCase(Locale.ROOT), FIRST_FUNCTION + numbers.size());
        }
        return numbers;
    }

    List<SystemRow> fileGroupRows() throws SQLException {
        Map<String, Integer> numbers = numbers();
        List<SystemRow> found = new ArrayList<>();
        for (String group : fileGroups()) {
            found.add(space(group, numbers, "FG", "ROWS_FILEGROUP", Map.of()));
        }
        return found;
    }

    List<SystemRow> schemeRows() throws SQLException {
        Map<String, Integer> numbers = numbers();
        Map<String, Integer> functions = functionNumbers();
        List<SystemRow> found = new ArrayList<>();
        for (RecordedObject scheme : rows.recorded(Kind.PARTITION_SCHEME)) {
            String function = TokenReader.ofName(
                            scheme.recorded().get(Fact.VALUE).orElseThrow())
                    .identifier();
            found.add(space(
                    scheme.name(),
                    numbers,
                    "PS",
                    "PARTITION_SCHEME",
                    Map.of("function_id", functions.getOrDefault(function.toLowerCase(Locale.ROOT), 0))));
        }
        return found;
    }

    private static SystemRow space(
            String name, Map<String, Integer> numbers, String type, String description, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        values.put("groupname", name);
        int number = numbers.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
        values.put("data_space_id", number);
        values.put("groupid", number);
        values.put("type", type);
        values.put("type_desc", description);
        values.put("is_default", name.equals(PRIMARY));
        values.put("is_system", false);
        return SystemRow.of(values);
    }

    List<SystemRow> functionRows() throws SQLException {
        Map<String, Integer> numbers = functionNumbers();
        List<SystemRow> found = new ArrayList<>();
        for (RecordedObject function : rows.recorded(Kind.PARTITION_FUNCTION)) {
            PartitionBoundaries limits = PartitionBoundaries.parse(
                    function.recorded().get(Fact.TYPE).orElseThrow(),
                    function.recorded().get(Fact.BOUNDARIES).orElseThrow());
            found.add(SystemRow.of(Map.of(
                    "name",
                    function.name(),
                    "function_id",
                    numbers.getOrDefault(function.name().toLowerCase(Locale.ROOT), 0),
                    "type",
                    "R ",
                    "type_desc",
                    "RANGE",
                    "fanout",
                    limits.partitions(),
                    "boundary_value_on_right",
                    limits.right(),
                    "is_system",
                    false)));
        }
        return found;
    }
}
