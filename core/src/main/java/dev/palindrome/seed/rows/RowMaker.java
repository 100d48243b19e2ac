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

    private final List<ColumnFiller> fillers;
    private final List<SelfReferenceFiller> copies;
    private final List<RowRule> rules;
    private final Set<String> given;
    private final RowRandom rowRandom;

    /** @param given columns that the user makes the values of, as {@link GeneratedRow#key} has them */
    RowMaker(
            List<ColumnFiller> fillers,
            List<SelfReferenceFiller> copies,
            List<RowRule> rules,
            Set<String> given,
            RowRandom rowRandom) {
        this.fillers = fillers;
        this.copies = copies;
        this.rules = rules;
        this.given = given;
        this.rowRandom = rowRandom;
    }

    /** The same, with rules that have seen no rows. */
    RowMaker afresh(TableRules others) {
        return new RowMaker(fillers, copies, others.rules(), given, rowRandom);
    }

    /** The same for fewer columns; what it accepts this one knows too. */
    RowMaker only(List<String> columns) {
        List<ColumnFiller> fewer = fillers.stream()
                .filter(filler -> columns.containsAll(filler.columns()))
                .toList();
        return new RowMaker(fewer, copies, rules, given, rowRandom);
    }

    /** Gives values to whatever the fillers are about; the rest of the row stays. */
    void make(GeneratedRow row, ValueChoice choice) throws NotFillableException {
        if (choice != ValueChoice.ORDINARY) {
            row.markEdge();
        }
        drawAll(row, choice);
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
        SplittableRandom random = rowRandom.at(row);
        RowRule rule = broken.get(random.nextInt(broken.size()));
        fill(oneOf(fillersOf(rule), rule, random), row, ValueChoice.ANOTHER);
    }

    private void drawAll(GeneratedRow row, ValueChoice choice) throws NotFillableException {
        for (ColumnFiller filler : fillers) {
            fill(filler, row, choice);
        }
    }

    /** Takes notice of a row that is in the table, or will be. */
    void accept(GeneratedRow row) {
        rules.forEach(rule -> rule.accept(row));
    }

    private void fill(ColumnFiller filler, GeneratedRow row, ValueChoice choice) throws NotFillableException {
        filler.fill(row, choice);
        for (SelfReferenceFiller copy : copies) {
            copy.fill(row, choice);
        }
    }

    /** Without doubts about values that the user gave: those the server settles. */
    private List<RowRule> broken(GeneratedRow row) {
        List<RowRule> broken = List.of();
        for (RowRule rule : rules) {
            if (!rule.allows(row) && (rule.forbids(row) || !fillersOf(rule).isEmpty())) {
                broken = broken.isEmpty() ? new ArrayList<>() : broken;
                broken.add(rule);
            }
        }
        return broken;
    }

    private List<ColumnFiller> fillersOf(RowRule rule) {
        List<ColumnFiller> concerned = new ArrayList<>();
        for (ColumnFiller filler : fillers) {
            if (filler.columns().stream().anyMatch(rule.columns()::contains)) {
                concerned.add(filler);
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
        if (!users.isEmpty() && fillersOf(rule).isEmpty()) {
            String values = users.size() == 1 ? "the value given for %s breaks %s" : "the values given for %s break %s";
            return new NotFillableException(values.formatted(String.join(", ", users), rule.label()));
        }
        return new NotFillableException(
                rule.exhausted().orElseGet(() -> "no values were found that satisfy " + rule.label()), rule.advice());
    }
}
