package dev.palindrome.h2.systemview;

import dev.palindrome.h2.systemview.SystemIndexes.Index;

/** The types of indexes (Microsoft: sys-indexes-transact-sql). */
enum IndexType {
    HEAP(0),
    CLUSTERED(1),
    NONCLUSTERED(2),
    CLUSTERED_COLUMNSTORE(5),
    NONCLUSTERED_COLUMNSTORE(6);

    private final int number;

    IndexType(int number) {
        this.number = number;
    }

    static IndexType of(Index index) {
        if (index.number() == 0) {
            return HEAP;
        }
        if (index.isColumnstore()) {
            return index.isClustered() ? CLUSTERED_COLUMNSTORE : NONCLUSTERED_COLUMNSTORE;
        }
        return index.isClustered() ? CLUSTERED : NONCLUSTERED;
    }

    int number() {
        return number;
    }

    String description() {
        return name().replace('_', ' ');
    }
}
