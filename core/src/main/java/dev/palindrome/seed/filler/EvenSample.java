package dev.palindrome.seed.filler;

import java.util.ArrayList;
import java.util.List;

/** Keeps all of few, and of many every second, every fourth, and so on: always the same ones. */
final class EvenSample<T> {

    private final int enough;
    private final List<T> kept = new ArrayList<>();
    private long seen;
    private long stride = 1;

    /** @param enough the least that is kept of more than that; the most is twice as many */
    EvenSample(int enough) {
        this.enough = enough;
    }

    void add(T each) {
        if (seen % stride == 0) {
            kept.add(each);
        }
        seen++;
        if (kept.size() == 2 * enough) {
            thinOut();
        }
    }

    private void thinOut() {
        for (int i = 0; i < enough; i++) {
            kept.set(i, kept.get(2 * i));
        }
        kept.subList(enough, kept.size()).clear();
        stride *= 2;
    }

    List<T> kept() {
        return List.copyOf(kept);
    }
}
