package dev.palindrome.h2.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was added, changed and dropped in H2's catalogue, told as what somebody did to the schema. H2 itself often copies a
 * table to change it, and makes anew all that belongs to it.
 */
final class CatalogueChanges {

    static final String TABLE = "table ";

    private final Map<String, ObjectChange> byName = new LinkedHashMap<>();

    /** A statement that is not in the catalogue any more. */
    void gone(String sql) {
        change(sql).gone(sql);
    }

    /** A statement that was not in the catalogue. */
    void come(String sql) {
        change(sql).come(sql);
    }

    /** An object that is another one under the old name, whatever the catalogue says: it may have got the old number. */
    void madeAnew(String name) {
        named(name);
    }

    private ObjectChange change(String sql) {
        return named(StatementSubject.of(sql));
    }

    private ObjectChange named(String name) {
        return byName.computeIfAbsent(name, ObjectChange::new);
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /**
     * Left out is what follows from something else: parts of a table that went or came, what was made anew as it was, and
     * what H2 makes by itself. Where that is all there is, it is told.
     *
     * @param putBack whether another snapshot put the schema back, which makes tables anew, too
     */
    List<String> inWords(boolean putBack) {
        List<String> words = Stream.concat(
                        putBack ? Stream.of("another snapshot put it back") : Stream.empty(),
                        inWords(change -> isToBeTold(change, putBack)))
                .toList();
        if (!words.isEmpty()) {
            return words;
        }
        List<String> byOthers = inWords(change -> !change.isMadeByH2()).toList();
        return byOthers.isEmpty() ? inWords(change -> true).toList() : byOthers;
    }

    private Stream<String> inWords(Predicate<ObjectChange> told) {
        return byName.values().stream().filter(told).map(ObjectChange::toString);
    }

    private boolean isToBeTold(ObjectChange change, boolean putBack) {
        if (change.kind() == ObjectChange.Kind.MADE_ANEW) {
            return change.name().startsWith(TABLE) && !putBack;
        }
        return !change.isMadeByH2() && !comesAndGoesWithItsTable(change);
    }

    private boolean comesAndGoesWithItsTable(ObjectChange change) {
        Stream<Boolean> sides = Stream.concat(
                change.tableOfGone().map(table -> is(table, ObjectChange.Kind.DROPPED)).stream(),
                change.tableOfCome().map(table -> is(table, ObjectChange.Kind.ADDED)).stream());
        return sides.reduce(Boolean::logicalAnd).orElse(false);
    }

    private boolean is(String table, ObjectChange.Kind kind) {
        return Optional.ofNullable(byName.get(TABLE + table))
                .filter(change -> change.kind() == kind)
                .isPresent();
    }
}
