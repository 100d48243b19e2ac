package dev.palindrome.h2.systemview;

import dev.palindrome.h2.systemview.SystemIndexes.Index;
import dev.palindrome.tsql.Recorded.Fact;

/** The types of indexes (Microsoft: sys-indexes-transact-sql). */
enum IndexType {
    HEAP(0),
    CLUSTERED(1),
    NONCLUSTERED(2),
    XML(3),
    SPATIAL(4),
    CLUSTERED_COLUMNSTORE(5),
    NONCLUSTERED_COLUMNSTORE(6),
    VECTOR(8),
    JSON(9);

    private final int number;

    IndexType(int number) {
        this.number = number;
    }

    static IndexType of(Index index) {
        if (index.number() == 0) {
            return HEAP;
        }
        if (index.hasOwnKind()) {
            return valueOf(index.recorded().get(Fact.INDEX_KIND).orElseThrow());
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
