package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.verdict.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The migrations that are sent on their way, in order, and which of them are judged. */
public final class MigrationSequence {

    private final List<MigrationUnderTest> legs;
    private final int floor;
    private final List<Migration> above;
    private final RunConditions ground;
    private final RoundTripSettings settings;

    private MigrationSequence(
            List<MigrationUnderTest> legs,
            int floor,
            List<Migration> above,
            RunConditions ground,
            RoundTripSettings settings) {
        this.legs = legs;
        this.floor = floor;
        this.above = above;
        this.ground = ground;
        this.settings = settings;
    }

    public static MigrationSequence of(
            ObservedMigrations migrations, RoundTripSettings settings, RunConditions ground) {
        List<VersionedMigration> all = migrations.versioned();
        settings.excluded().keySet().forEach(version -> indexOf(all, version));
        int end = settings.upTo().map(version -> indexOf(all, version) + 1).orElse(all.size());
        int floor = settings.from().map(version -> indexOf(all, version)).orElse(0);
        List<MigrationUnderTest> legs = all.subList(0, end).stream()
                .map(source -> new MigrationUnderTest(source, ground))
                .toList();
        List<Migration> above = all.subList(end, all.size()).stream()
                .map(VersionedMigration::migration)
                .toList();
        return new MigrationSequence(legs, Math.min(floor, end), above, ground, settings);
    }

    private static int indexOf(List<VersionedMigration> all, String version) {
        for (int i = 0; i < all.size(); i++) {
            if (VersionOrder.compare(all.get(i).migration().version(), version) == 0) {
                return i;
            }
        }
        throw new PalindromeException("There is no version " + version + " to verify. The versions are: "
                + all.stream().map(source -> source.migration().version()).collect(Collectors.joining(", ")) + ".");
    }

    public List<MigrationUnderTest> legs() {
        return legs;
    }

    public MigrationUnderTest leg(int index) {
        return legs.get(index);
    }

    public int size() {
        return legs.size();
    }

    /** The first that is judged; those before it are taken as given. */
    public int floor() {
        return floor;
    }

    /** What is newer than the last that is looked at. */
    public List<Migration> above() {
        return above;
    }

    public List<MigrationUnderTest> judged(int top) {
        return legs.subList(Math.min(floor, top), top);
    }

    public Map<Migration, MigrationUnderTest> byMigration() {
        return byMigration(legs);
    }

    /** The same migrations without what has been found out, for going the same way once more. */
    public Map<Migration, MigrationUnderTest> copies() {
        return byMigration(legs.stream()
                .map(leg -> new MigrationUnderTest(leg.source, ground))
                .toList());
    }

    private static Map<Migration, MigrationUnderTest> byMigration(List<MigrationUnderTest> legs) {
        Map<Migration, MigrationUnderTest> byMigration = new LinkedHashMap<>();
        legs.forEach(leg -> byMigration.put(leg.migration(), leg));
        return byMigration;
    }

    /** From one migration downwards, as many as have an undo to try; none where that one has not. */
    public List<MigrationUnderTest> undoableFrom(int top) {
        List<MigrationUnderTest> run = new ArrayList<>();
        for (int i = top; i >= floor && legs.get(i).canTryUndo(); i--) {
            run.add(legs.get(i));
        }
        return run;
    }

    public void failed(int index, MigrationException e) {
        legs.get(index).find(Verdict.MIGRATION_FAILED, String.valueOf(e.getMessage()));
        for (MigrationUnderTest leg : legs.subList(index + 1, legs.size())) {
            leg.notReached(legs.get(index).migration());
        }
    }

    /** Says of each migration that touches them that some tables held no generated rows. */
    public void noteEmptyTables(Set<String> tables) {
        for (MigrationUnderTest leg : legs) {
            tables.stream()
                    .filter(leg::mentions)
                    .forEach(table -> leg.note("No rows were generated for " + table
                            + ", because those of a migration collide with them. Nothing is proven about its rows."));
        }
    }

    public List<Finding> findings(RoundTripSettings settings) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            Finding finding = legs.get(i).finding(settings);
            findings.add(exclusion(i).map(finding::excluded).orElse(finding));
        }
        return findings;
    }

    private Optional<String> exclusion(int index) {
        if (index < floor) {
            return Optional.of("It is older than version " + settings.from().orElseThrow()
                    + ", where palindrome.round-trip-from begins.");
        }
        return settings.excluded().entrySet().stream()
                .filter(entry ->
                        VersionOrder.compare(legs.get(index).migration().version(), entry.getKey()) == 0)
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
