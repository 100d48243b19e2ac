package dev.palindrome.check.form;

import dev.palindrome.check.rule.FindingCode;
import dev.palindrome.check.rule.Problem;
import dev.palindrome.migration.LocatedScript;
import dev.palindrome.migration.LocatedScript.Kind;
import dev.palindrome.tsql.ScriptHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scripts beside each other: which versions there are, who claims them, and what takes them back. */
public final class MigrationSet {

    private final List<ReadScript> scripts;
    private final Map<String, List<ReadScript>> undos;
    private final Map<String, String> claims = new HashMap<>();
    private final Set<String> versions;
    private final boolean hasUnknownVersions;
    private final boolean hasUndos;

    public MigrationSet(List<LocatedScript> located) {
        this.scripts = located.stream().map(ReadScript::of).toList();
        this.undos = scripts.stream()
                .filter(read -> is(read, Kind.UNDO, Kind.MISNAMED_UNDO))
                .filter(read -> read.script().sameVersion().isPresent())
                .collect(Collectors.groupingBy(
                        read -> read.script().sameVersion().orElseThrow()));
        this.versions = scripts.stream()
                .filter(read -> is(read, Kind.VERSIONED, Kind.JAVA, Kind.MISNAMED))
                .flatMap(read -> read.script().sameVersion().stream())
                .collect(Collectors.toSet());
        this.hasUnknownVersions = scripts.stream()
                .anyMatch(read -> is(read, Kind.JAVA) && read.script().version().isEmpty());
        this.hasUndos = !undos.isEmpty();
    }

    /** One after the other, in the order of their versions. */
    public List<ReadScript> scripts() {
        return scripts;
    }

    /** What takes a version back. */
    public Optional<ReadScript> undo(LocatedScript migration) {
        return undosOf(migration).stream().filter(read -> is(read, Kind.UNDO)).findFirst();
    }

    /** Whether it stands for itself: an undo script of a migration that is there belongs to that. */
    public boolean isAlone(ReadScript read) {
        boolean later = is(read, Kind.UNDO)
                && undosOf(read.script()).stream()
                                .filter(each -> is(each, Kind.UNDO))
                                .findFirst()
                                .get()
                        != read;
        return !is(read, Kind.UNDO) || later || isOrphan(read.script());
    }

    /** What is wrong with a script, its name and its place among the others. To be asked once for each, in turn. */
    public List<Problem> problems(ReadScript read) {
        List<Problem> problems = new ArrayList<>(read.problems());
        LocatedScript script = read.script();
        switch (script.kind()) {
            case VERSIONED -> {
                claim("V", script).ifPresent(problems::add);
                missingUndo(script).ifPresent(problems::add);
                TransactionRule.look(script, read.text(), read.batches()).ifPresent(problems::add);
            }
            case BASELINE -> claim("B", script).ifPresent(problems::add);
            case REPEATABLE ->
                TransactionRule.look(script, read.text(), read.batches()).ifPresent(problems::add);
            case JAVA -> claim("V", script).ifPresent(problems::add);
            case UNDO -> {
                claim("U", script).ifPresent(problems::add);
                if (isOrphan(script)) {
                    problems.add(orphan(script));
                } else if (doesNothing(read)) {
                    problems.add(nothing());
                }
                TransactionRule.look(script, read.text(), read.batches()).ifPresent(problems::add);
            }
            case MISNAMED, MISNAMED_UNDO -> problems.add(misnamed(script));
        }
        return problems;
    }

    private List<ReadScript> undosOf(LocatedScript migration) {
        return migration.sameVersion().map(undos::get).orElse(List.of());
    }

    private boolean isOrphan(LocatedScript undo) {
        return !hasUnknownVersions
                && undo.sameVersion().filter(versions::contains).isEmpty();
    }

    private Optional<Problem> claim(String prefix, LocatedScript script) {
        Optional<String> first =
                script.sameVersion().map(version -> claims.putIfAbsent(prefix + version, script.path()));
        return first.map(other -> new Problem(
                FindingCode.PAL001,
                1,
                prefix.equals("U")
                        ? "version %s has another undo script, %s. Remove one.".formatted(version(script), other)
                        : ("version %s is claimed by %s as well, for Flyway takes the two for one. Probably two people added a"
                                        + " migration at the same time: rename the later one to the next free version,"
                                        + " and its undo script with it.")
                                .formatted(version(script), other)));
    }

    private static String version(LocatedScript script) {
        return script.version().orElseThrow();
    }

    /** Who has no undo script at all has not begun with them, and hears it once. */
    private Optional<Problem> missingUndo(LocatedScript script) {
        if (!undosOf(script).isEmpty() || !hasUndos && !isNewest(script)) {
            return Optional.empty();
        }
        String undo = script.undoFilename().orElseThrow();
        return Optional.of(new Problem(
                FindingCode.PAL004,
                1,
                hasUndos
                        ? "nothing undoes it. Write " + undo
                                + ", which may say no more than -- palindrome: irreversible <reason>."
                        : "no migration here has an undo script. Begin with this one, " + undo
                                + "; what is older is not judged where the check is told to begin here (from)."));
    }

    private boolean isNewest(LocatedScript script) {
        return scripts.stream()
                        .filter(read -> is(read, Kind.VERSIONED))
                        .reduce((one, next) -> next)
                        .orElseThrow()
                        .script()
                == script;
    }

    private static boolean doesNothing(ReadScript undo) {
        return undo.problems().isEmpty()
                && undo.declarations().irreversible().isEmpty()
                && ScriptHead.of(undo.text()).isWholeScript();
    }

    private static Problem nothing() {
        return new Problem(
                FindingCode.PAL004,
                1,
                "it has no statement that undoes anything. If nothing can, say so: -- palindrome: irreversible <reason>.");
    }

    private static Problem orphan(LocatedScript undo) {
        return new Problem(
                FindingCode.PAL002,
                1,
                "it undoes version " + version(undo)
                        + ", and there is no migration with that version. Rename it, or remove it."
                        + " If that migration is a class, let its folder be read as well.");
    }

    private static Problem misnamed(LocatedScript script) {
        return new Problem(
                FindingCode.PAL003,
                1,
                "Flyway passes over a file of this name. Rename it to " + script.description() + ".");
    }

    private static boolean is(ReadScript read, Kind... kinds) {
        return List.of(kinds).contains(read.script().kind());
    }
}
