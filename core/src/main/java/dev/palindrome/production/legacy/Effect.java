package dev.palindrome.production.legacy;

import java.util.Optional;

/** What becomes of a statement of somebody else's database. */
sealed interface Effect {

    /** It runs. */
    record Kept() implements Effect {}

    /** It runs, and makes nothing: how the session works. */
    record Setting() implements Effect {}

    /** It says or asks something, and leaves nothing behind. */
    record Passing() implements Effect {}

    /**
     * It does not run.
     *
     * @param kind of what is left out
     */
    record LeftOut(LeftOutKind kind) implements Effect {}

    /**
     * Something else runs in its place.
     *
     * @param tsql on one line
     * @param gone what of it is left out, where anything is
     */
    record Instead(String tsql, Optional<LeftOutKind> gone) implements Effect {}

    Effect KEPT = new Kept();
    Effect SETTING = new Setting();
    Effect PASSING = new Passing();

    default Optional<LeftOutKind> leftOut() {
        return this instanceof LeftOut out ? Optional.of(out.kind()) : Optional.empty();
    }

    /** Of a statement that runs, too. */
    default Optional<LeftOutKind> gone() {
        return this instanceof Instead instead ? instead.gone() : leftOut();
    }

    /** Whether it makes something. */
    default boolean makes() {
        return this instanceof Kept || this instanceof Instead;
    }

    default boolean runs() {
        return makes() || this instanceof Setting;
    }
}
