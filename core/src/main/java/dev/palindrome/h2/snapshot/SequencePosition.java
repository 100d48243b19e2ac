package dev.palindrome.h2.snapshot;

import java.util.List;
import org.h2.schema.Schema;
import org.h2.schema.Sequence;

/** How far one of H2's sequences had counted; an identity has one of its own. */
final class SequencePosition {

    private final Sequence sequence;
    private final Schema schema;
    private final String simpleName;
    private final long next;
    private final Sequence.Cycle cycle;

    SequencePosition(Sequence sequence) {
        this.sequence = sequence;
        this.schema = sequence.getSchema();
        this.simpleName = sequence.getName(); // a dropped sequence has none
        this.next = sequence.getBaseValue();
        this.cycle = sequence.getCycle();
    }

    String name() {
        return schema.getName() + "." + simpleName;
    }

    /** Whether the name stands for the same sequence still. */
    boolean isThere() {
        return schema.findSequence(simpleName) == sequence;
    }

    /** Whether some had counted as far as others. */
    static boolean standAlike(List<SequencePosition> some, List<SequencePosition> others) {
        return positions(some).equals(positions(others));
    }

    private static List<String> positions(List<SequencePosition> counters) {
        return counters.stream()
                .map(counter -> counter.next + " " + counter.cycle)
                .toList();
    }

    boolean isMoved() {
        boolean isExhausted = cycle == Sequence.Cycle.EXHAUSTED; // where it stands means nothing then
        return sequence.getCycle() != cycle || !isExhausted && sequence.getBaseValue() != next;
    }

    /** As ALTER … RESTART WITH, but without telling the catalogue, to which that is a change of the schema. */
    void putBack() {
        sequence.modify(next, null, null, null, null, cycle, null);
    }
}
