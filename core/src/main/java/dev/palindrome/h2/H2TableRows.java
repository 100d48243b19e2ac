package dev.palindrome.h2;

import java.util.Arrays;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.db.MVTable;
import org.h2.schema.Schema;
import org.h2.schema.Sequence;
import org.h2.table.Column;
import org.h2.table.Table;

/** What one table held, how far its identity had counted, and whether its foreign keys were checked. */
public final class H2TableRows {

    private final MVTable table;
    private final Schema schema;
    private final String simpleName;
    private final String name;
    private final H2TableRoot before;
    private final List<H2Counter> identities;
    private final boolean checked;
    private H2TableRoot seen;

    H2TableRows(MVTable table) {
        this.table = table;
        this.schema = table.getSchema();
        this.simpleName = table.getName(); // a dropped table has none
        this.name = name(table);
        this.before = H2TableRoot.of(table.getDatabase(), table.getMapName());
        this.seen = before;
        this.identities = Arrays.stream(table.getColumns())
                .map(Column::getSequence)
                .filter(H2TableRows::isThere)
                .map(H2Counter::new)
                .toList();
        this.checked = table.getCheckForeignKeyConstraints(); // H2's catalogue does not hold it
    }

    /** Schema and name, without quotes. */
    static String name(Table table) {
        return table.getSchema().getName() + "." + table.getName();
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
        for (H2Counter identity : identities) {
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
    public void lock(SessionLocal session) {
        table.lock(session, Table.EXCLUSIVE_LOCK);
    }

    public H2TableChange change() {
        return new H2TableChange(
                name, table, H2RowChanges.between(before, before.now()), hasMovedIdentity(), hasSwitchedKeys());
    }

    /** Puts what this table held into another one, which is empty. */
    void fill(SessionLocal session, H2TableRows target) {
        H2RowChanges.between(before, target.before).add(session, target.table);
        checkKeys(session, target.table);
    }

    /** Checks or does not check foreign keys from now on, as it was; rows that are there are not looked at. */
    public void checkKeys(SessionLocal session) {
        checkKeys(session, table);
    }

    private void checkKeys(SessionLocal session, MVTable target) {
        target.setCheckForeignKeyConstraints(session, checked, false);
    }

    /** After the rows are committed, for no transaction takes a counter back. */
    public void putIdentitiesBack() {
        identities.forEach(H2Counter::putBack);
    }

    boolean holdsTheSameAs(H2TableRows other) {
        return checked == other.checked
                && H2Counter.standAlike(identities, other.identities)
                && H2RowChanges.between(before, other.before).isEmpty();
    }

    /** From now on only what is written after this counts. Somebody may have been quicker, so rows are looked at again. */
    public void settle() {
        H2TableRoot now = before.now();
        if (H2RowChanges.between(before, now).isEmpty()) {
            seen = now;
        }
    }
}
