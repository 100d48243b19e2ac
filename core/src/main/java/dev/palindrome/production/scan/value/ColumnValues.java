package dev.palindrome.production.scan.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what the values of a column look like. It keeps no value, only numbers. */
public final class ColumnValues {

    /** Longer ones are text with something in it. */
    private static final int LONGEST_SINGLE = 120;

    /** Enough to know that there are many. */
    private static final int MOST_DIFFERENT = 64;

    private static final int MOST_PATHS = 200;

    private static final int LENGTH_OF_DATE = 10;

    private static final int FEWEST_BIRTHS = 20;

    private static final double SHARE_OF_BIRTHS = 0.95;

    private static final int YEARS_APART = 25;

    private static final int FIRST_YEAR = 1900;

    private static final int YOUNGEST = 10;

    private static final List<ValueForm> FORMS = List.of(ValueForm.values());

    private final Map<ValueForm, Integer> forms = new EnumMap<>(ValueForm.class);
    private final Map<ValueForm, Integer> inside = new EnumMap<>(ValueForm.class);
    private final Map<String, ColumnValues> paths = new LinkedHashMap<>();
    private final Set<Integer> different = new HashSet<>();
    private int count;
    private int documents;
    private int days;
    private int births;
    private int firstBirth = Integer.MAX_VALUE;
    private int lastBirth = Integer.MIN_VALUE;

    /** Begins with none. */
    public ColumnValues() {}

    /**
     * Looks at a value.
     *
     * @param text may be cut off at some length
     */
    public void add(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return;
        }
        count++;
        if (different.size() < MOST_DIFFERENT) {
            different.add(value.hashCode());
        }
        if (Documents.isDocument(value)) {
            documents++;
            Documents.leaves(value, (path, leaf) -> {
                if (paths.containsKey(path) || paths.size() < MOST_PATHS) {
                    paths.computeIfAbsent(path, any -> new ColumnValues()).add(leaf);
                }
            });
        } else {
            boolean isOne = value.length() <= LONGEST_SINGLE && addSingle(value);
            if (!isOne && value.indexOf(' ') > 0) {
                TextContents.formsIn(value).forEach(form -> inside.merge(form, 1, Integer::sum));
            }
        }
    }

    private boolean addSingle(String value) {
        boolean isOne = false;
        int digits = (int)
                value.chars().filter(letter -> letter >= '0' && letter <= '9').count();
        for (ValueForm form : FORMS) {
            if (form.mayFit(value.length(), digits) && form.fits(value)) {
                forms.merge(form, 1, Integer::sum);
                isOne |= form.isStrong();
            }
        }
        return isOne;
    }

    /**
     * Looks at a day.
     *
     * @param text that begins with year, month and day as ISO 8601 has them
     */
    public void addDay(String text) {
        if (text.length() < LENGTH_OF_DATE) {
            return;
        }
        try {
            LocalDate day = LocalDate.parse(text.substring(0, LENGTH_OF_DATE));
            days++;
            boolean atMidnight = text.chars().skip(LENGTH_OF_DATE).noneMatch(letter -> letter >= '1' && letter <= '9');
            if (atMidnight
                    && day.getYear() >= FIRST_YEAR
                    && day.isBefore(LocalDate.now(ZoneOffset.UTC).minusYears(YOUNGEST))) {
                births++;
                firstBirth = Math.min(firstBirth, day.getYear());
                lastBirth = Math.max(lastBirth, day.getYear());
            }
        } catch (DateTimeException e) {
            // A year with more digits: nobody's birthday.
            days++;
        }
    }

    /**
     * How many there were.
     *
     * @return without NULLs and blanks
     */
    public int count() {
        return count;
    }

    /**
     * Whether the days could be those on which persons were born: long ago, and far apart.
     *
     * @return false where there are few
     */
    public boolean couldBeBirthdays() {
        return days >= FEWEST_BIRTHS && births >= SHARE_OF_BIRTHS * days && lastBirth - firstBirth >= YEARS_APART;
    }

    /**
     * What most of the values look like.
     *
     * @return nothing where they look like nothing that is known, or are too few
     */
    public Optional<ValueEvidence> whole() {
        ValueForm best = null;
        for (Map.Entry<ValueForm, Integer> form : forms.entrySet()) {
            boolean isEnough = form.getValue() >= form.getKey().share() * count
                    && different.size() >= form.getKey().different();
            if (isEnough && (best == null || form.getKey().confidence() > best.confidence())) {
                best = form.getKey();
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(ValueEvidence.whole(best, forms.getOrDefault(best, 0), count));
    }

    /**
     * What stands inside free text.
     *
     * @return nothing where nothing is found
     */
    public Optional<ValueEvidence> inside() {
        return inside.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> ValueEvidence.inside(most.getKey(), most.getValue(), count));
    }

    /**
     * Whether a form that can be told is what hardly any value has.
     *
     * @param kind in the words of the rules
     * @return false where there are few values, or values of the kind cannot be told
     */
    public boolean contradicts(String kind) {
        return count >= FEWEST_BIRTHS
                && (kind.equals(ValueForm.EMAIL.kind()) || kind.equals(ValueForm.IP_ADDRESS.kind()))
                && forms.keySet().stream().noneMatch(form -> form.kind().equals(kind));
    }

    /**
     * The values in documents of JSON or XML, by their places.
     *
     * @return nothing where most values are no documents
     */
    public Map<String, ColumnValues> places() {
        return documents * 2 > count ? paths : Map.of();
    }
}
