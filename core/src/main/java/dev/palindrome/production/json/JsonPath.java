package dev.palindrome.production.json;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Names values in documents, as the paths of SQL Server do ({@code $.contact."first name"}, {@code $.phones[0]}, {@code
 * $.items[*].email}; Microsoft: json-path-expressions-sql-server), and with two of RFC 9535's wildcards: {@code $.*} for all
 * members and {@code $..email} for members of a name at any depth. Other than SQL Server's, names are the same in upper and
 * lower case: what must not be missed is better found twice.
 *
 * <p>Whoever goes through a document keeps a <em>state</em>, one of which each value has: {@link #ROOT} for the document, and
 * {@link #member} and {@link #element} for what is in a value.
 */
public final class JsonPath {

    /** The state of a document. */
    public static final long ROOT = 1;

    private static final int DIGITS_OF_VALUES = 4;

    private static final int LONGEST_NAME = 60;

    /** One bit of a state is a step, and one the end. */
    static final int MOST_STEPS = 60;

    private final List<JsonStep> steps;

    JsonPath(List<JsonStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @param text all of it
     * @throws JsonPathException if it is none
     */
    public static JsonPath parse(String text) throws JsonPathException {
        JsonPathReader reader = new JsonPathReader(text, 0);
        JsonPath path = reader.read();
        if (reader.end() < text.length()) {
            throw new JsonPathException(reader.end(), "a path ends there, and something comes behind it.");
        }
        return path;
    }

    /**
     * A member as a step of a path. Names that could be somebody's, with an {@code @} or several digits, stand for any: a path is
     * shown to people.
     *
     * @param name of a member
     * @return such as {@code .email}, {@code ."odd name"} or {@code .*}
     */
    public static String step(String name) {
        long digits = name.chars().filter(Character::isDigit).count();
        boolean isValue = name.indexOf('@') >= 0 || digits >= DIGITS_OF_VALUES || name.length() > LONGEST_NAME;
        return (isValue ? JsonStep.anyName() : JsonStep.name(name)).toString();
    }

    /** The state of a member of a value. */
    public long member(long state, String name) {
        return state == 0 ? 0 : next(state, JsonStep.name(name));
    }

    /** The state of an element of a value. */
    public long element(long state, int index) {
        return state == 0 ? 0 : next(state, JsonStep.index(index));
    }

    private long next(long state, JsonStep child) {
        long next = 0;
        for (int i = 0; i < steps.size(); i++) {
            if ((state >> i & 1) == 0) {
                continue;
            }
            if (steps.get(i).isDeep()) {
                next |= 1L << i;
            }
            if (steps.get(i).covers(child)) {
                next |= 1L << i + 1;
            }
        }
        return next;
    }

    /** Whether the value of a state is one that is named. */
    public boolean names(long state) {
        return (state >> steps.size() & 1) == 1;
    }

    /** Whether something in the value of a state may be named. */
    public boolean goesOn(long state) {
        return (state & (1L << steps.size()) - 1) != 0;
    }

    /** Whether what another path names is named by this one, or is in something that is. */
    public boolean covers(JsonPath other) {
        long state = ROOT;
        boolean isCovered = names(state);
        for (JsonStep step : other.steps) {
            state = next(state, step);
            isCovered |= names(state);
        }
        return isCovered;
    }

    /** How exact it is: 2 if it names one value, 1 if several beside one another, 0 if at any depth. */
    public int exactness() {
        return steps.stream().allMatch(JsonStep::isExact) ? 2 : steps.stream().noneMatch(JsonStep::isDeep) ? 1 : 0;
    }

    /** Whether it names the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof JsonPath path && canonical().equals(path.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    private String canonical() {
        return steps.stream().map(JsonStep::canonical).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "$" + steps.stream().map(JsonStep::toString).collect(Collectors.joining());
    }
}
