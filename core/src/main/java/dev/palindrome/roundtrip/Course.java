package dev.palindrome.roundtrip;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.migration.VersionedMigration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The migrations that are sent on their way, in order, and which of them are judged. */
final class Course {

    private final List<Leg> legs;
    private final int floor;
    private final List<Migration> above;
    private final Ground ground;
    private final RoundTripSettings settings;

    private Course(List<Leg> legs, int floor, List<Migration> above, Ground ground, RoundTripSettings settings) {
        this.legs = legs;
        this.floor = floor;
        this.above = above;
        this.ground = ground;
        this.settings = settings;
    }

    static Course of(ObservedMigrations migrations, RoundTripSettings settings, Ground ground) {
        List<VersionedMigration> all = migrations.versioned();
        settings.excluded().keySet().forEach(version -> indexOf(all, version));
        int end = settings.upTo().map(version -> indexOf(all, version) + 1).orElse(all.size());
        int floor = settings.from().map(version -> indexOf(all, version)).orElse(0);
        List<Leg> legs = all.subList(0, end).stream()
                .map(source -> new Leg(source, ground))
                .toList();
        List<Migration> above = all.subList(end, all.size()).stream()
                .map(VersionedMigration::migration)
                .toList();
        return new Course(legs, Math.min(floor, end), above, ground, settings);
    }

    private static int indexOf(List<VersionedMigration> all, String version) {
        for (int i = 0; i < all.size(); i++) {
            if (Versions.compare(all.get(i).migration().version(), version) == 0) {
                return i;
            }
        }
        throw new PalindromeException("There is no version " + version + " to verify. The versions are: "
                + all.stream().map(source -> source.migration().version()).collect(Collectors.joining(", ")) + ".");
    }

    List<Leg> legs() {
        return legs;
    }

    Leg leg(int index) {
        return legs.get(index);
    }

    int size() {
        return legs.size();
    }

    /** The first that is judged; those before it are taken as given. */
    int floor() {
        return floor;
    }

    /** What is newer than the last that is looked at. */
    List<Migration> above() {
        return above;
    }

    List<Leg> judged(int top) {
        return legs.subList(Math.min(floor, top), top);
    }

    Map<Migration, Leg> byMigration() {
        return byMigration(legs);
    }

    /** The same migrations without what has been found out, for going the same way once more. */
    Map<Migration, Leg> copies() {
        return byMigration(legs.stream().map(leg -> new Leg(leg.source, ground)).toList());
    }

    private static Map<Migration, Leg> byMigration(List<Leg> legs) {
        Map<Migration, Leg> byMigration = new LinkedHashMap<>();
        legs.forEach(leg -> byMigration.put(leg.migration(), leg));
        return byMigration;
    }

    /** From one migration downwards, as many as have an undo to try; none where that one has not. */
    List<Leg> undoableFrom(int top) {
        List<Leg> run = new ArrayList<>();
        for (int i = top; i >= floor && legs.get(i).canTryUndo(); i--) {
            run.add(legs.get(i));
        }
        return run;
    }

    void failed(int index, MigrationException e) {
        legs.get(index).find(Verdict.MIGRATION_FAILED, String.valueOf(e.getMessage()));
        for (Leg leg : legs.subList(index + 1, legs.size())) {
            leg.notReached(legs.get(index).migration());
        }
    }

    /** Says of each migration that touches them that some tables held no generated rows. */
    void noteEmptyTables(Set<String> tables) {
        for (Leg leg : legs) {
            tables.stream()
                    .filter(leg::mentions)
                    .forEach(table -> leg.note("No rows were generated for " + table
                            + ", because those of a migration collide with them. Nothing is proven about its rows."));
        }
    }

    List<Finding> findings(RoundTripSettings settings) {
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
                .filter(entry -> Versions.compare(legs.get(index).migration().version(), entry.getKey()) == 0)
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
