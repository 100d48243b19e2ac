package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Several values under names of their own that stand in one fact of a record: extended properties, permissions, members. For
 * whoever writes or reads such a record.
 *
 * <p>As text: {@code "MS_Description"="what it is" "MS_Description"."COLUMN"."id"="of a view's column"}. Inside the quotes
 * a backslash stands before a quote and a backslash, {@code \n} and {@code \r} are line breaks.
 *
 * @param all in the order in which they came
 */
public record NamedValues(List<NamedValue> all) {

    /**
     * One of them.
     *
     * @param name of an extended property: its own, and behind it the kind and the name of the part that it is about, where
     *     that is no object of its own in the embedded database; of a permission: who has it, and which
     * @param value missing for NULL
     */
    public record NamedValue(List<String> name, Optional<String> value) {

        private boolean is(List<String> other) {
            return key(name).equals(key(other));
        }

        private static String key(List<String> name) {
            return String.join("\0", name).toLowerCase(Locale.ROOT);
        }

        /**
         * Whether it is about this part of the object, or about the object itself.
         *
         * @param part kind and name, or nothing
         * @return whatever the case
         */
        public boolean isOf(List<String> part) {
            return key(name.subList(1, name.size())).equals(key(part));
        }
    }

    /**
     * Makes some of their own.
     *
     * @param all in the order in which they came
     */
    public NamedValues {
        all = List.copyOf(all);
    }

    /**
     * Reads a record's text.
     *
     * @param text what {@link #text} has given; none where there is none
     * @return what it holds
     */
    public static NamedValues parse(Optional<String> text) {
        return new Reading(text.orElse("")).all();
    }

    /** By hand: a regular expression that finds the end of a text in quotes goes over what never ends once for each quote. */
    private static final class Reading {

        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        NamedValues all() {
            List<NamedValue> found = new ArrayList<>();
            while (sees('"')) {
                List<String> name = new ArrayList<>(List.of(quoted()));
                while (sees('.')) {
                    at++;
                    name.add(quoted());
                }
                Optional<String> value = Optional.empty();
                if (sees('=')) {
                    at++;
                    value = Optional.of(quoted());
                }
                found.add(new NamedValue(name, value));
                at++;
            }
            return new NamedValues(found);
        }

        private boolean sees(char c) {
            return at < text.length() && text.charAt(at) == c;
        }

        private String quoted() {
            StringBuilder inside = new StringBuilder();
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                char c = text.charAt(at++);
                inside.append(c == '\\' && at < text.length() ? escaped(text.charAt(at++)) : c);
            }
            at++;
            return inside.toString();
        }

        private static char escaped(char c) {
            return c == 'n' ? '\n' : c == 'r' ? '\r' : c;
        }
    }

    /**
     * Looks for one.
     *
     * @param name as {@link NamedValue} has it, whatever its case
     * @return the value with its name, if it is there
     */
    public Optional<NamedValue> find(List<String> name) {
        return all.stream().filter(value -> value.is(name)).findFirst();
    }

    /**
     * The same with one more, or with another value of it.
     *
     * @param value takes the place of the one of its name
     * @return others
     */
    public NamedValues with(NamedValue value) {
        List<NamedValue> more = new ArrayList<>(without(value.name()).all);
        more.add(value);
        return new NamedValues(more);
    }

    /**
     * The same without one.
     *
     * @param name as {@link NamedValue} has it, whatever its case
     * @return others
     */
    public NamedValues without(List<String> name) {
        return new NamedValues(all.stream().filter(value -> !value.is(name)).toList());
    }

    /**
     * For a record.
     *
     * @return what {@link #parse} reads
     */
    public String text() {
        List<String> texts = new ArrayList<>();
        for (NamedValue value : all) {
            String name = String.join(
                    ".", value.name().stream().map(NamedValues::quoted).toList());
            texts.add(name + value.value().map(text -> "=" + quoted(text)).orElse(""));
        }
        return String.join(" ", texts);
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
