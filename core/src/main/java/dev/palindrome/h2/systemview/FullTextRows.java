package dev.palindrome.h2.systemview;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full-text catalogues and indexes. */
final class FullTextRows {

    private static final int FIRST_CATALOG = 5;

    private static final Pattern TRACKING = Pattern.compile("CHANGE_TRACKING = ([A-Z]+)");

    private final H2Rows rows;

    FullTextRows(H2Rows rows) {
        this.rows = rows;
    }

    private Map<String, Integer> numbers() throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        for (RecordedObject catalog : rows.recorded(Kind.FULL_TEXT_CATALOG)) {
            numbers.put(catalog.name().toLowerCase(Locale.ROOT), FIRST_CATALOG + numbers.size());
        }
        return numbers;
    }

    List<SystemRow> catalogs() throws SQLException {
        Map<String, Integer> numbers = numbers();
        List<SystemRow> found = new ArrayList<>();
        for (RecordedObject catalog : rows.recorded(Kind.FULL_TEXT_CATALOG)) {
            String value = catalog.recorded().get(Fact.VALUE).orElse("");
            found.add(SystemRow.of(Map.of(
                    "name", catalog.name(),
                    "fulltext_catalog_id", numbers.getOrDefault(catalog.name().toLowerCase(Locale.ROOT), 0),
                    "is_default", value.startsWith("DEFAULT"),
                    "is_accent_sensitivity_on", !value.endsWith("_ACCENT_INSENSITIVE"))));
        }
        return found;
    }

    List<SystemRow> indexes() throws SQLException {
        Map<String, Integer> numbers = numbers();
        List<SystemRow> found = new ArrayList<>();
        for (RecordedObject index : rows.recorded(Kind.FULL_TEXT_INDEX)) {
            Matcher tracking =
                    TRACKING.matcher(index.recorded().get(Fact.DETAILS).orElse(""));
            found.add(SystemRow.of(Map.of(
                    "object_id",
                    ObjectRow.id(TableName.parse(index.parent().orElseThrow())),
                    "fulltext_catalog_id",
                    numbers.getOrDefault(index.name().toLowerCase(Locale.ROOT), 0),
                    "is_enabled",
                    !index.recorded().is(Fact.DISABLED),
                    "change_tracking_state_desc",
                    tracking.find() ? tracking.group(1) : "AUTO")));
        }
        return found;
    }
}
