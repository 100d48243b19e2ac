package dev.palindrome.check;

import dev.palindrome.check.form.MigrationSet;
import dev.palindrome.check.form.ReadScript;
import dev.palindrome.check.form.VersionOrder;
import dev.palindrome.check.rule.Problem;
import dev.palindrome.check.rule.StepRules;
import dev.palindrome.check.rule.Undoing;
import dev.palindrome.check.step.StepReader;
import dev.palindrome.migration.LocatedScript;
import dev.palindrome.migration.LocatedScript.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of a check: goes through the scripts in the order of their versions. */
final class ScriptChecking {

    private final MigrationSet set;
    private final Allowances allowances;
    private final Optional<String> from;
    private final StepRules rules = new StepRules();
    private final Set<String> told = new HashSet<>();

    ScriptChecking(List<LocatedScript> located, List<String> allowances, Optional<String> from) {
        this.set = new MigrationSet(located);
        this.allowances = new Allowances(allowances);
        this.from = from;
    }

    List<CheckedScript> scripts() {
        List<CheckedScript> checked = new ArrayList<>();
        for (ReadScript read : set.scripts()) {
            List<Finding> findings = findings(read);
            if (set.isAlone(read)) {
                Optional<ReadScript> undo = ownUndo(read);
                undo.ifPresent(script -> findings.addAll(of(script.script(), set.problems(script))));
                List<Finding> left = allowances.apply(read, undo, findings);
                checked.add(new CheckedScript(
                        name(read.script(), undo),
                        read.script().path(),
                        isBelow(read) ? List.of() : left,
                        skipped(read)));
            }
        }
        allowances.ofNothing().ifPresent(checked::add);
        return checked;
    }

    /** Of two migrations that claim one version the first has it. */
    private Optional<ReadScript> ownUndo(ReadScript read) {
        return read.script().kind() == Kind.VERSIONED || read.script().kind() == Kind.JAVA
                ? set.undo(read.script()).filter(undo -> told.add(undo.script().source()))
                : Optional.empty();
    }

    /** An undo script that belongs to a migration is asked for its problems there. */
    private List<Finding> findings(ReadScript read) {
        if (!set.isAlone(read)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(set.problems(read));
        switch (read.script().kind()) {
            case VERSIONED ->
                problems.addAll(rules.look(
                        StepReader.read(read.batches()),
                        undoing(read),
                        read.script().inTransaction()));
            case BASELINE -> rules.pass(StepReader.read(read.batches()));
            default -> {
                // Others make no tables that could be known here.
            }
        }
        problems.sort(Comparator.comparingInt(Problem::line));
        return of(read.script(), problems);
    }

    private Undoing undoing(ReadScript migration) {
        return set.undo(migration.script())
                .map(undo -> new Undoing(
                        undo.declarations(),
                        () -> StepReader.read(undo.batches()).moved()))
                .orElse(Undoing.NONE);
    }

    private static List<Finding> of(LocatedScript script, List<Problem> problems) {
        return new ArrayList<>(problems.stream()
                .map(problem -> new Finding(
                        problem.code().name(), script.path(), problem.line(), problem.text(), script.source()))
                .distinct()
                .toList());
    }

    private boolean isBelow(ReadScript read) {
        return from.isPresent()
                && read.script()
                        .version()
                        .filter(version -> VersionOrder.compare(version, from.get()) < 0)
                        .isPresent();
    }

    private static Optional<String> skipped(ReadScript read) {
        return read.script().kind() == Kind.JAVA
                ? Optional.of("a Java migration has no script to look at")
                : Optional.empty();
    }

    private static String name(LocatedScript script, Optional<ReadScript> undo) {
        return switch (script.kind()) {
            case VERSIONED ->
                "V%s %s [%s]"
                        .formatted(
                                script.version().orElseThrow(),
                                script.description(),
                                undo.map(read -> read.script().path()).orElse("no undo"));
            case REPEATABLE -> "R " + script.description();
            case BASELINE -> "B" + script.version().orElseThrow() + " " + script.description();
            case JAVA ->
                script.version()
                        .map(version -> "V" + version + " " + script.description())
                        .orElse(script.path());
            case UNDO, MISNAMED, MISNAMED_UNDO -> script.path();
        };
    }
}
