package dev.palindrome.migration.flyway;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.migration.catalog.MigrationCatalog;
import dev.palindrome.migration.catalog.Undo;
import dev.palindrome.migration.history.AppliedVersion;
import dev.palindrome.migration.history.AppliedVersion.Origin;
import dev.palindrome.migration.history.HistoryCorrection;
import dev.palindrome.migration.script.ScriptTexts;
import dev.palindrome.tsql.ScriptHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;

/** Decides what is undone, in which order, and refuses before anything runs where a version has no undo. */
final class UndoPlan {

    /** The last applied first. */
    private final List<AppliedVersion> applied;

    private final Map<Migration, AppliedVersion> byMigration;

    private final boolean hasRepeatables;
    private final MigrationCatalog catalog;
    private final ScriptTexts texts;

    /** @param hasRepeatables whether repeatable migrations are applied */
    UndoPlan(List<AppliedVersion> applied, boolean hasRepeatables, MigrationCatalog catalog, ScriptTexts texts) {
        this.applied = applied;
        this.hasRepeatables = hasRepeatables;
        this.byMigration = applied.stream().collect(Collectors.toMap(AppliedVersion::migration, version -> version));
        this.catalog = catalog;
        this.texts = texts;
    }

    List<UndoStep> last(int count) {
        if (count < 1) {
            throw new MigrationException("down(" + count + "): the number of migrations to undo must be at least 1.");
        }
        if (applied.isEmpty()) {
            throw new MigrationException("down(" + count + "): nothing is applied that could be undone.");
        }
        if (count > applied.size()) {
            throw new MigrationException("down(" + count + "): migrations applied: " + applied.size()
                    + ". Use downToBase() to undo all of them.");
        }
        return steps(applied.subList(0, count));
    }

    List<UndoStep> above(MigrationVersion version) {
        return steps(applied.stream()
                .filter(candidate -> candidate.version().compareTo(version) > 0)
                .toList());
    }

    List<UndoStep> all() {
        return steps(applied);
    }

    /** In the order given, also what is declared irreversible. */
    List<UndoStep> these(List<Migration> chosen) {
        return chosen.stream()
                .map(this::appliedVersion)
                .map(version -> new UndoStep(
                        version,
                        catalog.undo(version.version()).orElseThrow(() -> noUndo(version)),
                        correction(version)))
                .toList();
    }

    /** The version that the database is at after some undos: of those left, there is at least one. */
    MigrationVersion highestWithout(Collection<AppliedVersion> undone) {
        return applied.stream()
                .filter(version -> !undone.contains(version))
                .map(AppliedVersion::version)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    HistoryCorrection correction(Migration migration) {
        return correction(appliedVersion(migration));
    }

    private AppliedVersion appliedVersion(Migration migration) {
        return Optional.ofNullable(byMigration.get(migration))
                .orElseThrow(() -> new MigrationException(migration + " is not applied."));
    }

    private List<UndoStep> steps(List<AppliedVersion> chosen) {
        List<UndoStep> steps = new ArrayList<>();
        for (AppliedVersion version : chosen) {
            steps.add(new UndoStep(version, undoOf(version), correction(version)));
        }
        return steps;
    }

    private Undo undoOf(AppliedVersion version) {
        if (version.origin() == Origin.BASELINE_SCRIPT) {
            throw new MigrationException(version.migration() + " is a baseline script, which nothing undoes: "
                    + "the database cannot go below version " + version.version() + ". Nothing has been changed.");
        }
        Undo undo = catalog.undo(version.version()).orElseThrow(() -> noUndo(version));
        if (undo instanceof Undo.Script script) {
            refuse(version, script);
        }
        return undo;
    }

    private void refuse(AppliedVersion version, Undo.Script undo) {
        String text = texts.original(undo.file());
        if (UndoDeclarations.of(undo.name(), text).irreversible().isPresent()) {
            throw new MigrationException(version.migration() + " is declared irreversible in " + undo.name()
                    + ": the database cannot go below version " + version.version() + ". Nothing has been changed.");
        }
        if (ScriptHead.of(text).isWholeScript()) {
            throw new MigrationException(undo.name() + " has no statement, so it does not undo " + version.migration()
                    + ". Write what does, or declare in it: -- palindrome: irreversible <reason>. Nothing has been"
                    + " changed.");
        }
        texts.refusal(undo.file()).ifPresent(refused -> {
            throw MigrationErrors.refused(refused, Optional.of(undo.file().source()));
        });
    }

    private MigrationException noUndo(AppliedVersion version) {
        String script = version.migration().script();
        String folder = script.substring(0, script.lastIndexOf('/') + 1);
        String ways = script.endsWith(".sql")
                ? "Write " + folder + "U" + script.substring(folder.length() + 1) + " beside it"
                : "Let it implement ReversibleMigration";
        String next = catalog.almostUndo(version.version()).orElse(ways + ".");
        return new MigrationException(version.migration() + " has no undo. " + next + " Nothing has been changed.");
    }

    private HistoryCorrection correction(AppliedVersion version) {
        return new HistoryCorrection(version.installedRank(), stampAfter(version), hasRepeatables);
    }

    /** A stamp stands for all versions up to it: undoing one leaves a stamp with the one below. */
    private Optional<String> stampAfter(AppliedVersion version) {
        if (version.origin() != Origin.STAMPED) {
            return Optional.empty();
        }
        return applied.stream()
                .filter(below -> below.origin() == Origin.STAMPED)
                .filter(below -> below.version().compareTo(version.version()) < 0)
                .findFirst()
                .map(below -> below.version().getVersion());
    }
}
