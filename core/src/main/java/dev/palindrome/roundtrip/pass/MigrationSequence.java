package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.script.RunConditions;
import dev.palindrome.seed.NamedRows;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The migrations that are sent up and down, and which of them are judged.
 *
 * @param migrations by version; before them what the database begins with, or the baseline script that an empty one begins
 *     with, where there is one
 * @param floor the place of the first that is judged; those before it are taken as given
 * @param below what stands in for those that never run
 * @param above what is newer than the last that is looked at
 * @param settings what is looked at
 */
public record MigrationSequence(
        List<MigrationUnderTest> migrations,
        int floor,
        Optional<Baseline> below,
        List<Migration> above,
        RoundTripSettings settings) {

    /**
     * What stands in for migrations.
     *
     * @param script a baseline script, or what the database begins with
     * @param versions what it stands in for
     * @param reason why these are not looked at
     */
    public record Baseline(VersionedMigration script, List<VersionedMigration> versions, String reason) {

        public Baseline {
            versions = List.copyOf(versions);
        }

        static Baseline of(VersionedMigration script, List<VersionedMigration> all) {
            String path = script.migration().script();
            return new Baseline(
                    script,
                    all.stream()
                            .filter(source -> isUpTo(script.migration().version(), source))
                            .toList(),
                    "below " + path.substring(path.lastIndexOf('/') + 1));
        }
    }

    public MigrationSequence {
        migrations = List.copyOf(migrations);
        above = List.copyOf(above);
    }

    /**
     * @throws PalindromeException if a version is named that does not exist, or a declaration in an undo script has no
     *     reason
     */
    public static MigrationSequence of(
            ObservedMigrations source,
            Optional<Beginning> beginning,
            RoundTripSettings settings,
            RunConditions conditions) {
        List<VersionedMigration> all = source.versioned();
        // A database that begins with something never begins with a baseline script.
        List<VersionedMigration> baselines =
                beginning.map(there -> List.of(there.asMigration())).orElseGet(source::baselines);
        Stream.of(
                        settings.excluded().keySet().stream(),
                        settings.upTo().stream(),
                        settings.from().filter(from -> !isAboveAll(from, all)).stream())
                .flatMap(versions -> versions)
                .forEach(version -> checkKnown(all, baselines, version));
        Predicate<VersionedMigration> wanted = migration ->
                settings.upTo().filter(version -> !isUpTo(version, migration)).isEmpty();
        Optional<Baseline> baseline = beginning
                .map(there -> there.standsInFor(all))
                .or(() -> baselines.stream()
                        .filter(wanted)
                        .reduce((older, newer) -> newer)
                        .map(script -> Baseline.of(script, all)));
        Set<VersionedMigration> below =
                new HashSet<>(baseline.map(Baseline::versions).orElse(List.of()));
        List<MigrationUnderTest> migrations = Stream.concat(
                        baseline.map(Baseline::script).stream(),
                        all.stream().filter(wanted).filter(migration -> !below.contains(migration)))
                .map(migration -> MigrationUnderTest.of(migration, conditions))
                .toList();
        int floor = (int) migrations.stream()
                .map(MigrationUnderTest::source)
                .takeWhile(migration -> baselines.contains(migration)
                        || settings.from()
                                .filter(from -> isBelow(from, migration))
                                .isPresent())
                .count();
        return new MigrationSequence(
                migrations,
                floor,
                baseline,
                all.stream()
                        .filter(wanted.negate())
                        .filter(migration -> !below.contains(migration))
                        .map(VersionedMigration::migration)
                        .toList(),
                settings);
    }

    /** The line may be drawn before the first migration that is newer. */
    private static boolean isAboveAll(String version, List<VersionedMigration> all) {
        return !all.isEmpty() && all.stream().allMatch(migration -> isBelow(version, migration));
    }

    private static boolean isUpTo(String version, VersionedMigration migration) {
        return VersionOrder.compare(migration.migration().version(), version) <= 0;
    }

    private static boolean isBelow(String version, VersionedMigration migration) {
        return VersionOrder.compare(migration.migration().version(), version) < 0;
    }

    private static void checkKnown(List<VersionedMigration> all, List<VersionedMigration> baselines, String version) {
        if (Stream.concat(all.stream(), baselines.stream())
                .noneMatch(source -> VersionOrder.compare(source.migration().version(), version) == 0)) {
            throw new PalindromeException("There is no version " + version + " to verify. The versions are: "
                    + all.stream().map(source -> source.migration().version()).collect(Collectors.joining(", ")) + ".");
        }
    }

    /** The rows that the migrations and their undos name. */
    NamedRows namedRows() {
        return NamedRows.of(migrations.stream().map(MigrationUnderTest::said).toList());
    }

    public int size() {
        return migrations.size();
    }

    public MigrationUnderTest get(int index) {
        return migrations.get(index);
    }

    List<MigrationUnderTest> first(int count) {
        return migrations.subList(0, count);
    }

    /** The place of the first that has an entry in the report. */
    public int begin() {
        return below.isPresent() ? 1 : 0;
    }

    /** Why one is not judged; empty where it is. */
    public Optional<String> exclusion(int index) {
        if (index < floor) {
            return Optional.of("It is older than version " + settings.from().orElseThrow()
                    + ", where palindrome.round-trip-from begins.");
        }
        return settings.excluded().entrySet().stream()
                .filter(entry -> VersionOrder.compare(get(index).migration().version(), entry.getKey()) == 0)
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
