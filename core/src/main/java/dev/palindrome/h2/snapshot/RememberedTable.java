package dev.palindrome.h2.snapshot;

import dev.palindrome.h2.catalogue.Catalogue;
import dev.palindrome.h2.tree.TreeSnapshot;
import java.util.Arrays;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.db.MVTable;
import org.h2.result.SearchRow;
import org.h2.schema.Schema;
import org.h2.schema.Sequence;
import org.h2.table.Column;
import org.h2.table.Table;
import org.h2.value.VersionedValue;

/** What one table held, how far its identity had counted, and whether its foreign keys were checked. */
final class RememberedTable {

    private final MVTable table;
    private final Schema schema;
    private final String simpleName;
    private final String name;
    private final TreeSnapshot<Long, VersionedValue<SearchRow>> before;
    private final List<SequencePosition> identities;
    private final boolean checked;
    private TreeSnapshot<Long, VersionedValue<SearchRow>> seen;

    RememberedTable(MVTable table) {
        this.table = table;
        this.schema = table.getSchema();
        this.simpleName = table.getName(); // a dropped table has none
        this.name = Catalogue.name(table);
        this.before = TreeSnapshot.ofRows(table);
        this.seen = before;
        this.identities = Arrays.stream(table.getColumns())
                .map(Column::getSequence)
                .filter(RememberedTable::isThere)
                .map(SequencePosition::new)
                .toList();
        this.checked = table.getCheckForeignKeyConstraints(); // H2's catalogue does not hold it
    }

    private static boolean isThere(@org.jspecify.annotations.Nullable Sequence sequence) {
        return sequence != null;
    }

    String name() {
        return name;
    }

    /** Whether the name stands for the same table still. */
    boolean isThere() {
        return table.isValid() && schema.findTableOrView(null, simpleName) == table;
    }

    /** May be true of a table that holds what it held, but is never false of another. */
    boolean isTouched() {
        return !seen.isUntouched() || hasMovedIdentity() || hasSwitchedKeys();
    }

    private boolean hasMovedIdentity() {
        for (SequencePosition identity : identities) {
            if (identity.isMoved()) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSwitchedKeys() {
        return table.getCheckForeignKeyConstraints() != checked;
    }

    /** Nobody else writes to it until the transaction ends. */
    void lock(SessionLocal session) {
        table.lock(session, Table.EXCLUSIVE_LOCK);
    }

    TableDifference difference() {
        return new TableDifference(
                name, table, RowDifference.between(before, before.now()), hasMovedIdentity(), hasSwitchedKeys());
    }

    /** Puts what this table held into another one, which is empty. */
    void fill(SessionLocal session, RememberedTable target) {
        RowDifference.between(before, target.before).add(session, target.table);
        checkKeys(session, target.table);
    }

    /** Checks or does not check foreign keys from now on, as it was; rows that are there are not looked at. */
    void checkKeys(SessionLocal session) {
        checkKeys(session, table);
    }

    private void checkKeys(SessionLocal session, MVTable target) {
        target.setCheckForeignKeyConstraints(session, checked, false);
    }

    /** After the rows are committed, for no transaction takes a counter back. */
    void putIdentitiesBack() {
        identities.forEach(SequencePosition::putBack);
    }

    boolean holdsTheSameAs(RememberedTable other) {
        return checked == other.checked
                && SequencePosition.standAlike(identities, other.identities)
                && RowDifference.between(before, other.before).isEmpty();
    }

    /** From now on only what is written after this counts. Somebody may have been quicker, so rows are looked at again. */
    void settle() {
        TreeSnapshot<Long, VersionedValue<SearchRow>> now = before.now();
        if (RowDifference.between(before, now).isEmpty()) {
            seen = now;
        }
    }
}
