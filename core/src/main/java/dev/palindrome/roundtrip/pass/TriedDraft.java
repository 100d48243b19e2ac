package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.Table;
import java.util.List;
import java.util.Set;

/**
 * A draft that has been tried.
 *
 * @param draft with what came of it
 * @param restores whether the schema is what it was before the migration
 * @param left what differs of it still, the order of columns that others have moved included
 * @param losses what it did not bring back of the rows that it was asked about
 * @param changed the tables whose rows are not what they were
 */
record TriedDraft(UndoDraft draft, boolean restores, SchemaDiff left, List<DataLoss> losses, Set<Table> changed) {

    TriedDraft {
        losses = List.copyOf(losses);
        changed = Set.copyOf(changed);
    }
}
