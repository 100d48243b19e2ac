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

    Effect KEPT = new Kept();
    Effect SETTING = new Setting();
    Effect PASSING = new Passing();

    default Optional<LeftOutKind> leftOut() {
        return this instanceof LeftOut out ? Optional.of(out.kind()) : Optional.empty();
    }

    default boolean runs() {
        return this instanceof Kept || this instanceof Setting;
    }
}
