package dev.palindrome.schema;

import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something in a database that a snapshot does not hold, so that nothing can be said about it: a server that does not let
 * it be read, or a kind of object that is not read at all. No verdict speaks about it.
 *
 * @param what in words, such as {@code masks of columns}
 * @param why it is not compared: what the server said, or how many there are
 * @param kinds the kinds that would have been read; where there are properties, of any kind if empty
 * @param owners what such parts would have belonged to; anything if empty
 * @param properties what would have been read of them; everything if empty
 */
public record NotCompared(
        String what, String why, Set<ObjectKind> kinds, Set<ObjectKind> owners, Set<Property> properties) {

    /**
     * Makes one.
     *
     * @param what see above
     * @param why see above
     * @param kinds see above
     * @param owners see above
     * @param properties see above
     */
    public NotCompared {
        kinds = Set.copyOf(kinds);
        owners = Set.copyOf(owners);
        properties = Set.copyOf(properties);
    }

    /**
     * Whether a difference may be none, since one side of it was not read.
     *
     * @param difference between two snapshots, of which one does not hold this
     * @return true if it is about what was not read
     */
    public boolean covers(Difference difference) {
        if (kinds.isEmpty() && properties.isEmpty()) {
            return false;
        }
        boolean kind = kinds.isEmpty() || kinds.contains(difference.subject().kind());
        boolean owner = owners.isEmpty() || owners.contains(difference.object().kind());
        return kind && owner && coversProperty(difference);
    }

    private boolean coversProperty(Difference difference) {
        return properties.isEmpty()
                || difference instanceof Difference.Changed changed && properties.contains(changed.property());
    }

    /**
     * Those of both, each once.
     *
     * @param one what one snapshot does not hold
     * @param other what another does not hold
     * @return what at least one does not hold
     */
    public static List<NotCompared> union(List<NotCompared> one, List<NotCompared> other) {
        return Stream.concat(one.stream(), without(other, one)).toList();
    }

    /**
     * Those of one or the other alone.
     *
     * @param one what one snapshot does not hold
     * @param other what another does not hold
     * @return what the one holds and the other does not
     */
    public static List<NotCompared> oneSided(List<NotCompared> one, List<NotCompared> other) {
        return Stream.concat(without(one, other), without(other, one)).toList();
    }

    private static Stream<NotCompared> without(List<NotCompared> all, List<NotCompared> known) {
        return all.stream().filter(each -> known.stream().noneMatch(that -> that.what.equals(each.what)));
    }

    /**
     * Holds the setting {@code palindrome.not-compared}: {@code fail} makes an error of what is not compared,
     * {@code report} does not, which is the default.
     *
     * @param all what is not compared
     * @param settings asked for it
     * @throws SchemaException if there is something and it shall be an error
     */
    public static void check(Collection<NotCompared> all, Settings settings) {
        if (settings.choice(Setting.NOT_COMPARED).equals("fail") && !all.isEmpty()) {
            throw new SchemaException(all.stream()
                    .map(NotCompared::toString)
                    .collect(Collectors.joining(
                            "\n  ",
                            "Not everything in the database can be compared:\n  ",
                            "\nThat is an error because palindrome.not-compared is fail; report only names it.")));
        }
    }

    /** What and why, as a person reads it. */
    @Override
    public String toString() {
        return what + " (" + why + ")";
    }
}
