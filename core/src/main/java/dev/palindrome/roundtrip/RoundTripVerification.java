package dev.palindrome.roundtrip;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.Approximation;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.roundtrip.pass.DownPass;
import dev.palindrome.roundtrip.pass.FirstUpPass;
import dev.palindrome.roundtrip.pass.FirstUpResult;
import dev.palindrome.roundtrip.pass.MigrationSequence;
import dev.palindrome.roundtrip.pass.OwnRows;
import dev.palindrome.roundtrip.pass.PassDatabase;
import dev.palindrome.roundtrip.pass.RepeatableCheck;
import dev.palindrome.roundtrip.pass.RepeatablesInPlace;
import dev.palindrome.roundtrip.pass.RoundTripProgress;
import dev.palindrome.roundtrip.pass.ScratchDatabases;
import dev.palindrome.roundtrip.pass.SecondUpPass;
import dev.palindrome.roundtrip.pass.SingleMigrationCheck;
import dev.palindrome.roundtrip.pass.WideningProbe;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.Finding;
import dev.palindrome.roundtrip.verdict.FindingAssembly;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.roundtrip.verdict.PassResults;
import dev.palindrome.tsql.Approximations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sends every migration up, down and up again, in databases of its own.
 *
 * <p>The cheap way first: one way up, one way down, one more way up. What is not as it should be on the way down is put right
 * there, so that the next undo finds what it was written for. Only where that does not succeed, or where a fault's cause is
 * not certain, another database is made. Each pass returns what it has found; {@link FindingAssembly} makes verdicts of it.
 */
public final class RoundTripVerification {

    private static final Set<Verdict> RESTING_ON_ROWS = EnumSet.of(Verdict.REVERSIBLE, Verdict.COLUMN_ORDER);

    private final ScratchDatabases databases;
    private final PassDatabase shared;
    private final MigrationSequence sequence;
    private final FindingAssembly assembly;
    private final long randomSeed;

    private RoundTripVerification(ScratchDatabases databases, PassDatabase shared, RoundTripSettings settings) {
        this.databases = databases;
        this.shared = shared;
        this.sequence = MigrationSequence.of(
                shared.current().migrations(),
                shared.current().beginning(),
                settings,
                shared.current().conditions());
        databases.progress().of(sequence.size());
        this.assembly = new FindingAssembly(settings);
        this.randomSeed = settings.randomSeed();
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
        return TimeSpent.ofThisJvm().measure(TimeSpent.Kind.ROUND_TRIP, "", () -> {
            try (RoundTripProgress progress = new RoundTripProgress()) {
                OwnRows rows = new OwnRows(settings.rows(), settings.randomSeed());
                return verify(new ScratchDatabases(databases, options, migrations, rows, progress), settings);
            }
        });
    }

    private static RoundTripReport verify(ScratchDatabases scratch, RoundTripSettings settings) {
        Instant begun = Instant.now();
        try (PassDatabase shared = PassDatabase.open(scratch)) {
            return new RoundTripVerification(scratch, shared, settings).verify(begun);
        } catch (SQLException e) {
            throw new PalindromeException("The round trip broke off: " + e.getMessage(), e);
        }
    }

    private RoundTripReport verify(Instant begun) throws SQLException {
        int floor = sequence.floor();
        FirstUpResult up = new FirstUpPass(databases, shared, sequence, randomSeed).run();
        PassResults results = PassResults.NONE.and(up.results());
        RepeatablesInPlace repeatables = new RepeatablesInPlace(shared);
        if (up.failed().isEmpty() && sequence.above().isEmpty() && sequence.size() > floor) {
            repeatables.put(up);
        }
        results = results.and(new DownPass(shared, up, floor).run());
        repeatables.takeAway(up, floor);
        results = results.and(new SecondUpPass(shared, up, results).run(floor));
        try (SingleMigrationCheck single = new SingleMigrationCheck(databases, up)) {
            results = results.and(single.run(results, floor));
        }
        results = results.and(new WideningProbe(databases, up, results).run(floor));
        List<RoundTrip> trips = new ArrayList<>(versioned(up, results));
        trips.addAll(repeatables(up));
        return new RoundTripReport(
                trips, Optional.of(run(begun)), shared.current().migrations().sources());
    }

    private RoundTripRun run(Instant begun) throws SQLException {
        try (Connection connection = shared.current().connect()) {
            return RoundTripRun.on(shared.current().engine(), connection, begun);
        }
    }

    private List<RoundTrip> versioned(FirstUpResult up, PassResults results) {
        List<RoundTrip> trips = new ArrayList<>();
        sequence.below()
                .ifPresent(baseline -> baseline.versions()
                        .forEach(source -> trips.add(new RoundTrip(
                                assembly.notLookedAt(source, baseline.reason()),
                                List.of(),
                                List.of(),
                                scripts(source)))));
        for (int i = sequence.begin(); i < sequence.size(); i++) {
            PassResult result = results.of(sequence.get(i).migration());
            Finding finding = noted(i, up, result);
            trips.add(new RoundTrip(
                    sequence.exclusion(i).map(finding::excluded).orElse(finding),
                    up.notCompared(i),
                    approximations(sequence.get(i).source()),
                    evidence(up, i)));
        }
        return trips;
    }

    /** Where all is well, it is said what that does not rest on. */
    private Finding noted(int index, FirstUpResult up, PassResult result) {
        MigrationUnderTest migration = sequence.get(index);
        Finding finding = assembly.versioned(migration, up.before(index), up.emptyBefore(index), result);
        return RESTING_ON_ROWS.contains(finding.verdict())
                ? databases
                        .changed()
                        .note(migration.source())
                        .map(finding::noting)
                        .orElse(finding)
                : finding;
    }

    private List<Approximation> approximations(VersionedMigration source) {
        return Stream.concat(
                        approximations(source.migration().script(), source.written()),
                        source.undo().stream().flatMap(undo -> approximations(undo, source.undoWritten())))
                .toList();
    }

    private Stream<Approximation> approximations(String name, Optional<String> script) {
        return shared.current().engine() == EngineKind.EMBEDDED
                ? script.stream()
                        .flatMap(text -> Approximations.of(name, text).stream())
                        .filter(Approximation::matters)
                : Stream.of();
    }

    private RoundTripEvidence evidence(FirstUpResult up, int index) {
        RoundTripEvidence scripts = scripts(sequence.get(index).source());
        return up.reachedEffect(index)
                .map(effect -> scripts.reaching(effect.before(), effect.after(), effect.rowCountsBefore()))
                .orElse(scripts);
    }

    private static RoundTripEvidence scripts(VersionedMigration source) {
        return RoundTripEvidence.ofScripts(source.written(), source.undoWritten());
    }

    private List<RoundTrip> repeatables(FirstUpResult up) throws SQLException {
        Map<Migration, RoundTripEvidence> scripts = new HashMap<>();
        shared.current()
                .migrations()
                .repeatables()
                .forEach(source -> scripts.put(
                        source.migration(), RoundTripEvidence.ofScripts(source.written(), Optional.empty())));
        return repeatableFindings(up).stream()
                .map(finding -> new RoundTrip(
                        finding,
                        List.of(),
                        approximations(
                                        finding.migration().script(),
                                        scripts.getOrDefault(finding.migration(), RoundTripEvidence.NONE)
                                                .script())
                                .toList(),
                        scripts.getOrDefault(finding.migration(), RoundTripEvidence.NONE)))
                .toList();
    }

    /** They are written against the newest schema, so whatever lies above the target goes up first, without being judged. */
    private List<Finding> repeatableFindings(FirstUpResult up) throws SQLException {
        RepeatableCheck check = new RepeatableCheck(databases, shared, sequence, up);
        if (up.failed().isPresent()) {
            Migration failed = up.failed().get();
            return check.pending().stream()
                    .map(migration -> assembly.repeatable(PassResult.notReached(migration, failed)))
                    .toList();
        }
        try {
            shared.current().migrations().up(sequence.above(), (migration, connection) -> {});
        } catch (MigrationException e) {
            String why = "It runs at the newest version, which is above the target, and cannot be reached: "
                    + e.getMessage();
            return check.pending().stream()
                    .map(migration ->
                            assembly.repeatable(PassResult.of(migration)).excluded(why))
                    .toList();
        }
        return check.run().stream().map(assembly::repeatable).toList();
    }
}
