package dev.palindrome.database.h2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The last few clones that were made ahead. Each takes memory, so older ones are given away: nobody has wanted them for a while. */
final class H2LatestClones<T> {

    private final Deque<PreparedClone<T>> eldestFirst = new ArrayDeque<>();
    private final int most;
    private final Consumer<T> taker;

    /**
     * Begins with none.
     *
     * @param most how many there may be
     * @param taker who gets those that are too many
     */
    H2LatestClones(int most, Consumer<T> taker) {
        this.most = most;
        this.taker = taker;
    }

    void make(PreparedClone<T> prepared, Supplier<T> maker) {
        prepared.make(maker);
        tooMany(prepared).ifPresent(eldest -> eldest.giveAway(taker));
    }

    private synchronized Optional<PreparedClone<T>> tooMany(PreparedClone<T> latest) {
        eldestFirst.remove(latest);
        eldestFirst.addLast(latest);
        return eldestFirst.size() > most ? Optional.of(eldestFirst.removeFirst()) : Optional.empty();
    }
}
