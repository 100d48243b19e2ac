package dev.palindrome.production.json;

import java.util.Locale;

/**
 * What leads from a value in a document to one in it.
 *
 * @param kind of its children
 * @param name of a member; empty for others
 * @param index of an element, from 0; 0 for others
 * @param isDeep whether there may be any number of others in front of it
 */
record JsonStep(Kind kind, String name, int index, boolean isDeep) {

    enum Kind {
        /** The member of a name. */
        NAME,
        /** Any member. */
        ANY_NAME,
        /** The element of an index. */
        INDEX,
        /** Any element. */
        ANY_INDEX,
        /** Any member and any element. */
        ANY
    }

    static JsonStep name(String name) {
        return new JsonStep(Kind.NAME, name, 0, false);
    }

    static JsonStep anyName() {
        return new JsonStep(Kind.ANY_NAME, "", 0, false);
    }

    static JsonStep index(int index) {
        return new JsonStep(Kind.INDEX, "", index, false);
    }

    static JsonStep anyIndex() {
        return new JsonStep(Kind.ANY_INDEX, "", 0, false);
    }

    /** The same at any depth. */
    JsonStep deep() {
        return new JsonStep(kind == Kind.ANY_NAME ? Kind.ANY : kind, name, index, true);
    }

    /** Whether it stands for one child. */
    boolean isExact() {
        return !isDeep && (kind == Kind.NAME || kind == Kind.INDEX);
    }

    /** Whether all that another stands for is what this one stands for; names in upper or lower case. */
    boolean covers(JsonStep other) {
        return switch (kind) {
            case ANY -> true;
            case ANY_NAME -> other.kind == Kind.ANY_NAME || other.kind == Kind.NAME;
            case ANY_INDEX -> other.kind == Kind.ANY_INDEX || other.kind == Kind.INDEX;
            case NAME -> other.kind == Kind.NAME && name.equalsIgnoreCase(other.name);
            case INDEX -> other.kind == Kind.INDEX && index == other.index;
        };
    }

    /** By which those that stand for the same are told. */
    String canonical() {
        return toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        String dots = isDeep ? ".." : ".";
        return switch (kind) {
            case ANY, ANY_NAME -> dots + "*";
            case ANY_INDEX -> "[*]";
            case INDEX -> "[" + index + "]";
            case NAME -> dots + (isPlain(name) ? name : JsonStrings.quoted(name));
        };
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty() && name.chars().allMatch(JsonStep::isPlain);
    }

    /** What may stand in a name without quotes. */
    static boolean isPlain(int letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-';
    }
}
