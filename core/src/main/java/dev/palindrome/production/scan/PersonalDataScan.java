package dev.palindrome.production.scan;

import dev.palindrome.production.PersonalColumn;
import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at all tables. */
public final class PersonalDataScan {

    private PersonalDataScan() {}

    /** By what the schema says alone. */
    public static List<PersonalColumn> byNames(SchemaSnapshot schema) {
        return schema.tables().stream()
                .map(ScannedTable::of)
                .flatMap(table -> byNames(table).stream())
                .toList();
    }

    static List<PersonalColumn> byNames(ScannedTable table) {
        Map<String, NameHint> hints = NameScan.of(table);
        List<PersonalColumn> found = new ArrayList<>();
        for (ScannedColumn column : table.columns()) {
            NameHint hint = hints.get(column.name());
            if (hint != null) {
                found.add(new PersonalColumn(
                        table.name().toString(),
                        column.name(),
                        hint.kind().toString(),
                        hint.confidence(),
                        hint.reason()));
            }
        }
        return found;
    }
}
