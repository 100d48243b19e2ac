package dev.palindrome.h2.tree;

import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/** Walks over a tree's committed rows in the order of their numbers, and shows the number of the next one beforehand. */
public final class CommittedRows {

    private final Cursor<Long, VersionedValue<SearchRow>> cursor;
    private @Nullable NumberedRow next;

    private CommittedRows(Cursor<Long, VersionedValue<SearchRow>> cursor) {
        this.cursor = cursor;
        this.next = read(cursor);
    }

    public static CommittedRows of(TreeSnapshot<Long, VersionedValue<SearchRow>> tree) {
        return new CommittedRows(tree.cursor());
    }

    private static @Nullable NumberedRow read(Cursor<Long, VersionedValue<SearchRow>> cursor) {
        while (cursor.hasNext()) {
            long number = cursor.next();
            if (cursor.getValue().getCommittedValue() instanceof Row row) {
                return new NumberedRow(number, row);
            }
        }
        return null;
    }

    public boolean hasNext() {
        return next != null;
    }

    /** Whether the next row here comes before the next one there. */
    public boolean isBefore(CommittedRows other) {
        NumberedRow here = next;
        NumberedRow there = other.next;
        return here != null && (there == null || here.number() < there.number());
    }

    public NumberedRow next() {
        NumberedRow result = next;
        if (result == null) {
            throw new NoSuchElementException();
        }
        next = read(cursor);
        return result;
    }
}
