package dev.palindrome.roundtrip;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Descent;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.roundtrip.pass.DownPass;
import dev.palindrome.roundtrip.pass.FirstUpPass;
import dev.palindrome.roundtrip.pass.GeneratedRows;
import dev.palindrome.roundtrip.pass.MigrationSequence;
import dev.palindrome.roundtrip.pass.MigrationUnderTest;
import dev.palindrome.roundtrip.pass.RepeatableCheck;
import dev.palindrome.roundtrip.pass.RowFilling;
import dev.palindrome.roundtrip.pass.ScratchDatabase;
import dev.palindrome.roundtrip.pass.SecondUpPass;
import dev.palindrome.roundtrip.pass.SingleMigrationCheck;
import dev.palindrome.roundtrip.pass.UndoDrafting;
import dev.palindrome.roundtrip.pass.UnusableDatabaseException;
import dev.palindrome.roundtrip.pass.WideningProbe;
import dev.palindrome.roundtrip.verdict.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sends every migration up, down and up again, in databases of its own.
 *
 * <p>The cheap way first: one climb, one way down, one more climb. What is not as it should be on the way down is put right
 * there, so that the next undo finds what it was written for. Only where that does not succeed, or where a fault's cause is
 * not certain, another database is made.
 */
public final class RoundTripVerification {

    private final Databases databases;
    private final DatabaseOptions options;
    private final MigrationSettings migrations;
    private final RoundTripSettings settings;
    private RowFilling filling;

    private final MigrationSequence course;
    private ScratchDatabase workbench;

    private RoundTripVerification(
            Databases databases, DatabaseOptions options, MigrationSettings migrations, RoundTripSettings settings) {
        this.databases = databases;
        this.options = options;
        this.migrations = migrations;
        this.settings = settings;
        this.filling = new GeneratedRows(settings.randomSeed(), List.of());
        this.workbench = ScratchDatabase.open(databases, options, migrations);
        this.course = MigrationSequence.of(workbench.migrations(), settings, workbench.ground());
    }

    /**
     * Verifies a set of migrations.
     *
     * @param databases where to make databases for it
     * @param options what these shall be like
     * @param migrations where the migrations lie, and Flyway's settings
     * @param settings what is looked at, and how strictly
     * @return what came of it
     * @throws PalindromeException if it cannot be done at all: no migration, an unknown version, a declaration without a
     *     reason
     */
    public static RoundTripReport verify(
            Databases databases, DatabaseOptions options, MigrationSettings migrations, RoundTripSettings settings) {
        RoundTripVerification verification = new RoundTripVerification(databases, options, migrations, settings);
        try {
            return verification.verify();
        } catch (SQLException e) {
            throw new PalindromeException("The round trip broke off: " + e.getMessage(), e);
        } finally {
            verification.workbench.close();
        }
    }

    private RoundTripReport verify() throws SQLException {
        int top = climbFirst();
        descend(top);
        climbAgain(top);
        try (SingleMigrationCheck isolation =
                new SingleMigrationCheck(databases, options, migrations, course, filling)) {
            for (MigrationUnderTest leg : course.judged(top)) {
                if (leg.isSuspicious()) {
                    isolation.judge(leg);
                }
            }
        }
        new WideningProbe(databases, options, migrations, course, filling).ask(top);
        List<Finding> findings = new ArrayList<>(course.findings(settings));
        findings.addAll(repeatables(top));
        return new RoundTripReport(findings.stream().map(RoundTrip::new).toList());
    }

    /** They are written against the newest schema, so whatever lies above the target goes up first, without being judged. */
    private List<Finding> repeatables(int top) throws SQLException {
        RepeatableCheck repeatables = new RepeatableCheck(workbench);
        if (top < course.size()) {
            return repeatables.notReached(course.leg(top).migration());
        }
        try {
            workbench.migrations().up(course.above(), (migration, connection) -> {});
        } catch (MigrationException e) {
            return repeatables.excluded("It runs at the newest version, which is above the target, and cannot be"
                    + " reached: " + e.getMessage());
        }
        return repeatables.judge();
    }

    /**
     * Where a migration's own rows collide with generated ones, it is tried again on a table without these: in real life
     * nobody but the migrations has put rows there.
     *
     * @return how many migrations go up
     */
    private int climbFirst() throws SQLException {
        Set<String> leftEmpty = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        while (true) {
            FirstUpPass ascent = new FirstUpPass(workbench, course.byMigration(), filling);
            try {
                ascent.climb(course.legs());
                course.noteEmptyTables(leftEmpty);
                return course.size();
            } catch (MigrationException e) {
                MigrationUnderTest failed = course.leg(ascent.reached());
                if (!leftEmpty.addAll(failed.tablesInsertedInto())) {
                    course.failed(ascent.reached(), e);
                    rebuild(ascent.reached());
                    return ascent.reached();
                }
                filling = new GeneratedRows(settings.randomSeed(), leftEmpty);
                rebuild(0);
            }
        }
    }

    private void descend(int top) throws SQLException {
        DownPass descending = new DownPass(workbench, course.byMigration());
        Descent descent = workbench.migrations().descent();
        List<Migration> forgotten = new ArrayList<>();
        int next = top - 1;
        while (next >= course.floor()) {
            List<MigrationUnderTest> run = course.undoableFrom(next);
            descending.begin();
            try {
                if (run.isEmpty()) {
                    stepWithoutUndo(course.leg(next), descending);
                    forgotten.add(course.leg(next).migration());
                    next--;
                } else {
                    descent.undo(run.stream().map(MigrationUnderTest::migration).toList(), descending);
                    next -= run.size();
                }
            } catch (MigrationException e) {
                MigrationUnderTest failed = course.leg(next - descending.done());
                if (descending.isDamaged(failed)) {
                    failed.suspect();
                } else {
                    failed.find(Verdict.UNDO_FAILED, String.valueOf(e.getMessage()));
                }
                next -= descending.done() + 1;
                forgotten.add(failed.migration());
                if (!putRightAfterFailure(failed, descending)) {
                    descending = startOver(next + 1);
                    descent = workbench.migrations().descent();
                    forgotten.clear();
                }
            } catch (UnusableDatabaseException e) {
                next -= run.isEmpty() ? 1 : descending.done() + 1;
                descending = startOver(next + 1);
                descent = workbench.migrations().descent();
                forgotten.clear();
            }
        }
        descent.forget(forgotten);
    }

    private void stepWithoutUndo(MigrationUnderTest leg, DownPass descending) throws SQLException {
        leg.source
                .undoRefusal()
                .ifPresentOrElse(
                        refusal -> leg.find(Verdict.UNDO_FAILED, refusal),
                        () -> leg.find(
                                Verdict.UNDO_MISSING, leg.source.almostUndo().orElse("")));
        try (Connection connection = workbench.connect()) {
            descending.damage(leg);
            if (!UndoDrafting.tryOut(workbench, connection, leg)) {
                throw new UnusableDatabaseException(leg.before.diff(workbench.last()));
            }
        }
    }

    private boolean putRightAfterFailure(MigrationUnderTest leg, DownPass descending) throws SQLException {
        try (Connection connection = workbench.connect()) {
            descending.damage(leg);
            descending.putRight(leg, connection, workbench.look(connection));
            return true;
        } catch (UnusableDatabaseException e) {
            return false;
        }
    }

    private DownPass startOver(int reached) throws SQLException {
        rebuild(reached);
        return new DownPass(workbench, course.byMigration());
    }

    /** Makes another database in which the first migrations have gone up. */
    private void rebuild(int reached) throws SQLException {
        workbench.close();
        workbench = ScratchDatabase.open(databases, options, migrations);
        if (reached > 0) {
            new FirstUpPass(workbench, course.copies(), filling)
                    .climb(course.legs().subList(0, reached));
        }
    }

    private void climbAgain(int top) throws SQLException {
        int next = course.floor();
        while (next < top) {
            SecondUpPass redo = new SecondUpPass(workbench, course.byMigration(), filling);
            try {
                workbench
                        .migrations()
                        .up(
                                course.legs().subList(next, top).stream()
                                        .map(MigrationUnderTest::migration)
                                        .toList(),
                                redo);
                return;
            } catch (MigrationException e) {
                next += redo.done();
                course.leg(next).find(Verdict.REDO_FAILED, String.valueOf(e.getMessage()));
                next++;
                rebuild(next);
            } catch (UnusableDatabaseException e) {
                next += redo.done() + 1;
                rebuild(next);
            }
        }
    }
}
