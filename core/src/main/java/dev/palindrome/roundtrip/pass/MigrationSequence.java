package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.script.RunConditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The migrations that are sent up and down, and which of them are judged.
 *
 * @param migrations by version
 * @param floor the place of the first that is judged; those before it are taken as given
 * @param above what is newer than the last that is looked at
 * @param settings what is looked at
 */
public record MigrationSequence(
        List<MigrationUnderTest> migrations, int floor, List<Migration> above, RoundTripSettings settings) {

    public MigrationSequence {
        migrations = List.copyOf(migrations);
        above = List.copyOf(above);
    }

    /**
     * @throws PalindromeException if a version is named that does not exist, or a declaration in an undo script has no
     *     reason
     */
    public static MigrationSequence of(
            ObservedMigrations source, RoundTripSettings settings, RunConditions conditions) {
        List<VersionedMigration> all = source.versioned();
        settings.excluded().keySet().forEach(version -> indexOf(all, version));
        int end = settings.upTo().map(version -> indexOf(all, version) + 1).orElse(all.size());
        int floor = settings.from().map(version -> indexOf(all, version)).orElse(0);
        List<MigrationUnderTest> migrations = all.subList(0, end).stream()
                .map(migration -> MigrationUnderTest.of(migration, conditions))
                .toList();
        List<Migration> above = all.subList(end, all.size()).stream()
                .map(VersionedMigration::migration)
                .toList();
        return new MigrationSequence(migrations, Math.min(floor, end), above, settings);
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

    public int size() {
        return migrations.size();
    }

    public MigrationUnderTest get(int index) {
        return migrations.get(index);
    }

    List<MigrationUnderTest> first(int count) {
        return migrations.subList(0, count);
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
