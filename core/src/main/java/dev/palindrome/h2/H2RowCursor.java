package dev.palindrome.h2;

import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/** Walks over committed rows, and shows the key of the next one beforehand. */
final class H2RowCursor {

    private final Cursor<Long, VersionedValue<SearchRow>> cursor;
    private @Nullable H2RowEntry next;

    H2RowCursor(Cursor<Long, VersionedValue<SearchRow>> cursor) {
        this.cursor = cursor;
        this.next = read();
    }

    private @Nullable H2RowEntry read() {
        while (cursor.hasNext()) {
            long key = cursor.next();
            if (cursor.getValue().getCommittedValue() instanceof Row row) {
                return new H2RowEntry(key, row);
            }
        }
        return null;
    }

    boolean hasNext() {
        return next != null;
    }

    /** Whether the next row here comes before the next one there. */
    boolean isBefore(H2RowCursor other) {
        H2RowEntry here = next;
        H2RowEntry there = other.next;
        return here != null && (there == null || here.key() < there.key());
    }

    H2RowEntry next() {
        H2RowEntry result = next;
        if (result == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return result;
    }
}
