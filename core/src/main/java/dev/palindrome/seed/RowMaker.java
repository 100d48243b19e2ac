package dev.palindrome.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes rows that break no rule. It draws all values, and while a rule is broken draws another one for a column that the
 * rule is about.
 */
final class RowMaker {

    private static final int STEPS = 600;

    private final List<Slot> slots;
    private final List<SelfSlot> copies;
    private final List<Rule> rules;
    private final Set<String> given;
    private final Dice dice;

    /** @param given columns that the user makes the values of, as {@link Row#key} has them */
    RowMaker(List<Slot> slots, List<SelfSlot> copies, List<Rule> rules, Set<String> given, Dice dice) {
        this.slots = slots;
        this.copies = copies;
        this.rules = rules;
        this.given = given;
        this.dice = dice;
    }

    /** The same, with rules that have seen no rows. */
    RowMaker afresh(TableRules others) {
        return new RowMaker(slots, copies, others.rules(), given, dice);
    }

    /** The same for fewer columns; what it accepts this one knows too. */
    RowMaker only(List<String> columns) {
        List<Slot> fewer = slots.stream()
                .filter(slot -> columns.containsAll(slot.columns()))
                .toList();
        return new RowMaker(fewer, copies, rules, given, dice);
    }

    /** Gives values to whatever the slots are about; the rest of the row stays. */
    void make(Row row, Draw draw) throws NotFillableException {
        if (draw != Draw.ORDINARY) {
            row.markEdge();
        }
        drawAll(row, draw);
        for (int step = 0; step < STEPS; step++) {
            List<Rule> broken = broken(row);
            if (broken.isEmpty()) {
                return;
            }
            again(broken, row);
        }
        Optional<Rule> forbidding =
                broken(row).stream().filter(rule -> rule.forbids(row)).findFirst();
        if (forbidding.isPresent()) {
            throw refused(forbidding.get());
        }
    }

    private void again(List<Rule> broken, Row row) throws NotFillableException {
        row.tryAgain();
        SplittableRandom random = dice.at(row);
        Rule rule = broken.get(random.nextInt(broken.size()));
        fill(oneOf(slotsOf(rule), rule, random), row, Draw.ANOTHER);
    }

    private void drawAll(Row row, Draw draw) throws NotFillableException {
        for (Slot slot : slots) {
            fill(slot, row, draw);
        }
    }

    /** Takes notice of a row that is in the table, or will be. */
    void accept(Row row) {
        rules.forEach(rule -> rule.accept(row));
    }

    private void fill(Slot slot, Row row, Draw draw) throws NotFillableException {
        slot.fill(row, draw);
        for (SelfSlot copy : copies) {
            copy.fill(row, draw);
        }
    }

    /** Without doubts about values that the user gave: those the server settles. */
    private List<Rule> broken(Row row) {
        List<Rule> broken = List.of();
        for (Rule rule : rules) {
            if (!rule.allows(row) && (rule.forbids(row) || !slotsOf(rule).isEmpty())) {
                broken = broken.isEmpty() ? new ArrayList<>() : broken;
                broken.add(rule);
            }
        }
        return broken;
    }

    private List<Slot> slotsOf(Rule rule) {
        List<Slot> concerned = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.columns().stream().anyMatch(rule.columns()::contains)) {
                concerned.add(slot);
            }
        }
        return concerned;
    }

    private Slot oneOf(List<Slot> concerned, Rule rule, SplittableRandom random) throws NotFillableException {
        if (concerned.isEmpty()) {
            throw refused(rule);
        }
        return concerned.get(random.nextInt(concerned.size()));
    }

    private NotFillableException refused(Rule rule) {
        List<String> users = rule.columns().stream().filter(given::contains).toList();
        if (!users.isEmpty() && slotsOf(rule).isEmpty()) {
            String values = users.size() == 1 ? "the value given for %s breaks %s" : "the values given for %s break %s";
            return new NotFillableException(values.formatted(String.join(", ", users), rule.label()));
        }
        return new NotFillableException("no values were found that satisfy " + rule.label(), rule.advice());
    }
}
