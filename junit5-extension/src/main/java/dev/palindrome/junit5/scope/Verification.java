package dev.palindrome.junit5.scope;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.junit5.declaration.CountedNoun;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.report.RoundTripFiles;
import dev.palindrome.report.UndoDrafts;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.text.VisibleLog;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * What came of sending one set of migrations up, down and up again. It is found out once, for all classes and methods that
 * want to know; they wait for each other.
 */
final class Verification {

    private static final VisibleLog LOG = VisibleLog.of(RoundTripTest.class);

    private final Verifier verifier;
    private final UndoDrafts drafts;
    private final String name;
    private final DatabaseBlueprint blueprint;
    private final RoundTripOptions wanted;
    private Optional<RoundTripReport> report = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    private Verification(Store root, String name, DatabaseBlueprint blueprint, RoundTripOptions wanted) {
        this.verifier = root.getOrComputeIfAbsent(Verifier.class, type -> DatabaseBlueprint::verify, Verifier.class);
        this.drafts = UndoDrafts.ofThisJvm();
        this.name = name;
        this.blueprint = blueprint;
        this.wanted = wanted;
    }

    /** The same object for the same migrations and settings. */
    static Verification of(ExtensionContext context, DatabaseBlueprint blueprint, RoundTripOptions wanted) {
        Store root = ClassScope.store(context.getRoot());
        VerificationKey key = VerificationKey.of(blueprint, wanted);
        return root.getOrComputeIfAbsent(
                key, absent -> new Verification(root, absent.name(), blueprint, wanted), Verification.class);
    }

    /** What came of it, with the drafts and the reports written. What fails at first is not tried again. */
    synchronized RoundTripReport report() {
        failure.ifPresent(e -> {
            throw e;
        });
        RoundTripReport found = report.orElseGet(this::verifyOrRemember);
        report = Optional.of(found);
        return found;
    }

    private RoundTripReport verifyOrRemember() {
        try {
            return verify();
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    private RoundTripReport verify() {
        long begin = System.nanoTime();
        RoundTripReport verified = TimeSpent.on(name, () -> verifier.verify(blueprint, wanted));
        if (verified.roundTrips().isEmpty()) {
            throw new PalindromeException("There is no migration whose way down " + blueprint
                    + " could prove. Check the locations and the target of its @MigratedDatabase.");
        }
        RoundTripReport written = RoundTripFiles.publish(verified, name, drafts, blueprint.settings());
        log(written, Duration.ofNanos(System.nanoTime() - begin));
        return written;
    }

    private void log(RoundTripReport written, Duration took) {
        LOG.info(
                "{}: {} sent up, down and up again in {} ms, {}.",
                name,
                CountedNoun.of(written.roundTrips().size(), "migration"),
                took.toMillis(),
                written.isReversible() ? "all pass" : "not all pass");
        written.roundTrips().stream().filter(trip -> trip.verdict().passes()).forEach(this::logNotes);
    }

    /** Those of a migration that fails stand in the failure. */
    private void logNotes(RoundTrip trip) {
        trip.notes().forEach(note -> LOG.warn("{}: {} passes, but note: {}", name, trip.migration(), note));
    }
}
