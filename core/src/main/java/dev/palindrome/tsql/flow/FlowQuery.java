package dev.palindrome.tsql.flow;

import java.util.List;

/**
 * A query within a batch.
 *
 * @param h2 as H2 takes it
 * @param tsql the same before it was rewritten, where that has to be done once more when it runs; else empty
 */
public record FlowQuery(String h2, String tsql) {

    List<String> texts() {
        return List.of(h2, tsql);
    }
}
