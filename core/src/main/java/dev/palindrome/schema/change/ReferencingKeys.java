package dev.palindrome.schema.change;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.compare.NameRule;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which foreign keys point to a table. Made when it is first asked for. */
final class ReferencingKeys {

    private final Map<String, List<OwnedPart>> byTable = new HashMap<>();

    ReferencingKeys(SchemaSnapshot snapshot, NameRule names) {
        for (Table table : snapshot.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                String target = names.key(BracketedName.of(List.of(key.referencedSchema(), key.referencedTable())));
                byTable.computeIfAbsent(target, first -> new ArrayList<>())
                        .add(new OwnedPart(table.object(), key.object()));
            }
        }
    }

    /** Those that point to it, from itself too. */
    List<OwnedPart> to(String tableKey) {
        return byTable.getOrDefault(tableKey, List.of());
    }
}
