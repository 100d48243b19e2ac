package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.mask.value.FakeKind;
import dev.palindrome.production.mask.value.Replacement;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for values of one kind, the same wherever an equal value stands. Where no two values may get the same, or
 * none the original of another, all of them are {@linkplain #learn learnt} first: hashes of originals and first candidates.
 * Seldom do two meet; then these are {@linkplain #learnAgain gathered} and {@linkplain #settle settled} in the order of the
 * originals, so that the outcome does not depend on the order of rows. For one thread.
 */
final class ValueMapping implements ColumnMapping {

    /** What stands in for a value that becomes NULL. */
    static final Object NULL = new Object();

    /** Kinds that are chosen of lists, and of which no letter is that of the original. */
    private static final Set<FakeKind> DRAWN = EnumSet.of(
            FakeKind.EMAIL,
            FakeKind.FIRST_NAME,
            FakeKind.LAST_NAME,
            FakeKind.FULL_NAME,
            FakeKind.USERNAME,
            FakeKind.STREET,
            FakeKind.CITY,
            FakeKind.COUNTRY,
            FakeKind.COMPANY,
            FakeKind.TEXT);

    private static final int MOST_ATTEMPTS = 10_000;

    private static final int MOST_REMEMBERED = 50_000;

    private final String name;
    private final Replacement replacement;
    private final boolean isDistinct;
    private final boolean folds;
    private final Optional<FakeKind> kind;
    private final Optional<FakeKind> soughtAs;
    private final SoughtValues sought;

    private final HashSetOfLongs originals = new HashSetOfLongs();
    private final HashSetOfLongs candidates = new HashSetOfLongs();
    private final HashSetOfLongs doubled = new HashSetOfLongs();
    private final HashSetOfLongs searchedCandidates = new HashSetOfLongs();
    private final HashSetOfLongs passedOver = new HashSetOfLongs();
    private final HashSetOfLongs settled = new HashSetOfLongs();
    private final TreeMap<String, Object> conflicts = new TreeMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<Object, Object> remembered = new HashMap<>();
    private final HashSetOfLongs given = new HashSetOfLongs();

    /**
     * Begins without values.
     *
     * @param name what its columns are, for messages
     * @param replacement makes candidates
     * @param isDistinct whether different values must stay different
     * @param folds whether values that differ in case are equal
     * @param kind what is made up; missing where a function of the user's makes it
     * @param sought gathers originals that are looked for afterwards, where they are of a kind that is
     */
    ValueMapping(
            String name,
            Replacement replacement,
            boolean isDistinct,
            boolean folds,
            Optional<FakeKind> kind,
            SoughtValues sought) {
        this.name = name;
        this.replacement = replacement;
        this.isDistinct = isDistinct;
        this.folds = folds;
        this.kind = kind;
        this.soughtAs = kind.filter(SoughtValues.KINDS::contains);
        this.sought = sought;
    }

    @Override
    public boolean mustLearn() {
        return isDistinct || soughtAs.isPresent();
    }

    @Override
    public void learn(Object original) {
        if (isBlank(original) || !originals.add(hash(original))) {
            return;
        }
        soughtAs.ifPresent(known -> sought.add(known, original.toString()));
        Object candidate = candidate(original, 0);
        long hash = hash(candidate);
        if (!candidates.add(hash) && isDistinct) {
            doubled.add(hash);
        }
        soughtAs.ifPresent(known -> {
            long searched = SoughtValues.hash(known, candidate.toString());
            if (searched != hash) {
                searchedCandidates.add(searched);
            }
        });
    }

    @Override
    public boolean hasConflicts() {
        return isDistinct && (!doubled.isEmpty() || candidates.meets(originals))
                || soughtAs.filter(known -> sought.meets(known, candidates) || sought.meets(known, searchedCandidates))
                        .isPresent();
    }

    @Override
    public void learnAgain(Object original) {
        if (isBlank(original)) {
            return;
        }
        Object candidate = candidate(original, 0);
        if (isDistinct && doubled.contains(hash(candidate)) || isOriginal(candidate)) {
            passedOver.add(hash(candidate));
            conflicts.put(canonical(original), original);
        }
    }

    /**
     * Finds other candidates for those that were gathered.
     *
     * @throws MaskException if there are not enough
     */
    void settle() {
        conflicts.forEach((canonical, original) -> {
            int attempt = 0;
            Object candidate = candidate(original, 0);
            while (isOriginal(candidate) || isTaken(candidate, attempt)) {
                attempt++;
                if (attempt > MOST_ATTEMPTS) {
                    throw new MaskException(
                            "There are not enough different replacements for %s: after %d attempts one was still taken. Give these columns another kind, or a class of your own."
                                    .formatted(name, MOST_ATTEMPTS));
                }
                candidate = candidate(original, attempt);
            }
            settled.add(hash(candidate));
            if (attempt > 0) {
                attempts.put(canonical, attempt);
            }
        });
        conflicts.clear();
    }

    private boolean isOriginal(Object candidate) {
        return isDistinct && originals.contains(hash(candidate))
                || soughtAs.filter(known -> sought.contains(known, candidate.toString()))
                        .isPresent();
    }

    /** The first candidates of all others are kept for them. */
    private boolean isTaken(Object candidate, int attempt) {
        long hash = hash(candidate);
        return isDistinct && (settled.contains(hash) || attempt > 0 && candidates.contains(hash));
    }

    private Object candidate(Object original, int attempt) {
        return replacement.replace(original, attempt);
    }

    @Override
    public @Nullable Object replace(@Nullable String person, Object original) {
        if (person != null) {
            return known(note(replacement.replaceOf(person.getBytes(StandardCharsets.UTF_8), original, 0)));
        }
        if (isDistinct || !(original instanceof String)) {
            return known(note(candidate(original, attempt(original))));
        }
        Object known = remembered.get(original);
        if (known != null) {
            return known(known);
        }
        Object replaced = note(candidate(original, attempt(original)));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(original, replaced);
        }
        return known(replaced);
    }

    @Override
    public Stream<ValueMapping> values() {
        return Stream.of(this);
    }

    private static @Nullable Object known(Object replaced) {
        return replaced == NULL ? null : replaced;
    }

    /** What was learnt is known to be given. */
    private Object note(Object replaced) {
        if (soughtAs.isEmpty()) {
            given.add(hash(replaced));
        }
        return replaced;
    }

    private int attempt(Object original) {
        return attempts.isEmpty() ? 0 : attempts.getOrDefault(canonical(original), 0);
    }

    /** Whether a value is one that was given. */
    boolean hasGiven(Object value) {
        if (isBlank(value)) {
            return true;
        }
        long hash = hash(value);
        return soughtAs.isEmpty()
                ? given.contains(hash)
                : candidates.contains(hash) && !passedOver.contains(hash) || settled.contains(hash);
    }

    /** Whether what is given may hold an address of the original. What is drawn of lists holds nothing of it. */
    boolean mayHoldEmails() {
        return kind.isEmpty() || !DRAWN.contains(kind.get());
    }

    /**
     * Whether what is given may hold a number of the original. Where all digits are exchanged, a part that is another's number is
     * so by chance; as a whole none is, see {@link #isOriginal}.
     */
    boolean mayHoldNumbers() {
        return kind.isEmpty() || kind.get() == FakeKind.DATE_OF_BIRTH;
    }

    private static boolean isBlank(Object value) {
        return value instanceof String text && text.isBlank();
    }

    private long hash(Object value) {
        return folds ? ValueHash.folded(value.toString()) : ValueHash.exact(value.toString());
    }

    private String canonical(Object value) {
        String text = value.toString().stripTrailing();
        return folds ? text.toLowerCase(Locale.ROOT) : text;
    }
}
