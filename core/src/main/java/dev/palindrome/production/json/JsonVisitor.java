package dev.palindrome.production.json;

import org.jspecify.annotations.Nullable;

/**
 * Is asked about each value of a document, from the outside in and from its beginning to its end.
 *
 * @param <S> what it knows of where a value stands
 */
public interface JsonVisitor<S> {

    /** What it knows of a member. */
    S member(S parent, String name);

    /** What it knows of an element. */
    S element(S parent, int index);

    /**
     * What comes in the place of a value.
     *
     * @return JSON; null where the value stays, or what is in it is asked about
     */
    @Nullable String replacement(S place, JsonValue value);

    /** What it knows of a document that stands in a text. */
    default S inside(S place) {
        return place;
    }

    /** Whether something in a text that is JSON itself is to be asked about. */
    boolean goesInto(S place);
}
