package dev.palindrome.seed.rows;

import dev.palindrome.seed.filler.ColumnFiller;
import dev.palindrome.seed.filler.SelfReferenceFiller;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.rule.RowRule;
import dev.palindrome.seed.rule.TableRules;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.ValueChoice;
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

    private final List<ColumnFiller> slots;
    private final List<SelfReferenceFiller> copies;
    private final List<RowRule> rules;
    private final Set<String> given;
    private final RowRandom dice;

    /** @param given columns that the user makes the values of, as {@link GeneratedRow#key} has them */
    RowMaker(
            List<ColumnFiller> slots,
            List<SelfReferenceFiller> copies,
            List<RowRule> rules,
            Set<String> given,
            RowRandom dice) {
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
        List<ColumnFiller> fewer = slots.stream()
                .filter(slot -> columns.containsAll(slot.columns()))
                .toList();
        return new RowMaker(fewer, copies, rules, given, dice);
    }

    /** Gives values to whatever the slots are about; the rest of the row stays. */
    void make(GeneratedRow row, ValueChoice draw) throws NotFillableException {
        if (draw != ValueChoice.ORDINARY) {
            row.markEdge();
        }
        drawAll(row, draw);
        for (int step = 0; step < STEPS; step++) {
            List<RowRule> broken = broken(row);
            if (broken.isEmpty()) {
                return;
            }
            again(broken, row);
        }
        Optional<RowRule> forbidding =
                broken(row).stream().filter(rule -> rule.forbids(row)).findFirst();
        if (forbidding.isPresent()) {
            throw refused(forbidding.get());
        }
    }

    private void again(List<RowRule> broken, GeneratedRow row) throws NotFillableException {
        row.tryAgain();
        SplittableRandom random = dice.at(row);
        RowRule rule = broken.get(random.nextInt(broken.size()));
        fill(oneOf(slotsOf(rule), rule, random), row, ValueChoice.ANOTHER);
    }

    private void drawAll(GeneratedRow row, ValueChoice draw) throws NotFillableException {
        for (ColumnFiller slot : slots) {
            fill(slot, row, draw);
        }
    }

    /** Takes notice of a row that is in the table, or will be. */
    void accept(GeneratedRow row) {
        rules.forEach(rule -> rule.accept(row));
    }

    private void fill(ColumnFiller slot, GeneratedRow row, ValueChoice draw) throws NotFillableException {
        slot.fill(row, draw);
        for (SelfReferenceFiller copy : copies) {
            copy.fill(row, draw);
        }
    }

    /** Without doubts about values that the user gave: those the server settles. */
    private List<RowRule> broken(GeneratedRow row) {
        List<RowRule> broken = List.of();
        for (RowRule rule : rules) {
            if (!rule.allows(row) && (rule.forbids(row) || !slotsOf(rule).isEmpty())) {
                broken = broken.isEmpty() ? new ArrayList<>() : broken;
                broken.add(rule);
            }
        }
        return broken;
    }

    private List<ColumnFiller> slotsOf(RowRule rule) {
        List<ColumnFiller> concerned = new ArrayList<>();
        for (ColumnFiller slot : slots) {
            if (slot.columns().stream().anyMatch(rule.columns()::contains)) {
                concerned.add(slot);
            }
        }
        return concerned;
    }

    private ColumnFiller oneOf(List<ColumnFiller> concerned, RowRule rule, SplittableRandom random)
            throws NotFillableException {
        if (concerned.isEmpty()) {
            throw refused(rule);
        }
        return concerned.get(random.nextInt(concerned.size()));
    }

    private NotFillableException refused(RowRule rule) {
        List<String> users = rule.columns().stream().filter(given::contains).toList();
        if (!users.isEmpty() && slotsOf(rule).isEmpty()) {
            String values = users.size() == 1 ? "the value given for %s breaks %s" : "the values given for %s break %s";
            return new NotFillableException(values.formatted(String.join(", ", users), rule.label()));
        }
        return new NotFillableException("no values were found that satisfy " + rule.label(), rule.advice());
    }
}
