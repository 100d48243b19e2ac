package dev.palindrome.schema.change;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.text.DiffText;
import dev.palindrome.text.OneLine;
import dev.palindrome.text.VisibleText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers statements in any order and writes them in that of {@link ChangePhase}, in batches. */
public final class ChangeScript {

    /** A statement or a comment; some statements need a batch of their own. */
    private record Step(String sql, boolean alone) {}

    private final Map<ChangePhase, List<Step>> steps = new EnumMap<>(ChangePhase.class);
    private final Set<String> notes = new LinkedHashSet<>();
    private final boolean fromNothing;
    private boolean endsConnections;

    private ChangeScript(boolean fromNothing) {
        this.fromNothing = fromNothing;
    }

    /** What changes a database with rows in it: it says itself what is left to do. */
    static ChangeScript ofChanges() {
        return new ChangeScript(false);
    }

    /** What makes a database that never had rows: nothing is lost, and who asks for the notes says what is left to do. */
    static ChangeScript fromNothing() {
        return new ChangeScript(true);
    }

    void add(ChangePhase phase, String sql) {
        add(phase, new Step(sql + ";", false));
    }

    /** A statement that must be the only one of its batch. */
    void addAlone(ChangePhase phase, String sql) {
        add(phase, new Step(sql, true));
    }

    /** The same with one that ends the connections of everybody else. */
    void addAloneAgainstOthers(ChangePhase phase, String sql) {
        endsConnections = true;
        addAlone(phase, sql);
    }

    public boolean endsConnections() {
        return endsConnections;
    }

    /** Says that rows or values cannot come back. */
    void data(ChangePhase phase, String sentence) {
        if (!fromNothing) {
            note(phase, "data: " + sentence);
        }
    }

    /** Says what is taken for the same under another name. */
    void renamed(String sentence) {
        note(ChangePhase.RENAME_BACK, "renamed: " + sentence);
    }

    /** Says what is left to a person. */
    void byHand(String what) {
        note(ChangePhase.SAY, "by hand: " + what);
    }

    void byHand(Difference difference) {
        byHand(OneLine.of(DiffText.of(List.of(difference))));
    }

    private void note(ChangePhase phase, String note) {
        if (notes.add(note) && !fromNothing) {
            add(phase, new Step("-- " + VisibleText.line(note), false));
        }
    }

    private void add(ChangePhase phase, Step step) {
        steps.computeIfAbsent(phase, first -> new ArrayList<>()).add(step);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The script; statements of one phase share a batch. */
    public String sql() {
        List<String> batches = new ArrayList<>();
        steps.values().forEach(phase -> batches.addAll(batches(phase)));
        return batches.isEmpty() ? "" : batches.stream().collect(Collectors.joining("\nGO\n", "", "\n"));
    }

    private static List<String> batches(List<Step> phase) {
        List<String> batches = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Step step : phase) {
            if (step.alone() && !open.isEmpty()) {
                batches.add(String.join("\n", open));
                open.clear();
            }
            if (step.alone()) {
                batches.add(step.sql().strip());
            } else {
                open.add(step.sql());
            }
        }
        if (!open.isEmpty()) {
            batches.add(String.join("\n", open));
        }
        return batches;
    }
}
