package dev.palindrome.schema.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names are written, and the order that texts have them in. */
public final class Names {

    private static final Comparator<String> EACH =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    /** By schema, then by name; upper and lower case stand together. */
    public static final Comparator<List<String>> ORDER = Names::compare;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private Names() {}

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int each = EACH.compare(one.get(i), other.get(i));
            if (each != 0) {
                return each;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** As T-SQL takes any name: {@code [a]]b]}. */
    public static String bracketed(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    public static String bracketed(List<String> name) {
        return name.stream().map(Names::bracketed).collect(Collectors.joining("."));
    }

    /** As a person reads it: in brackets only where it needs them. */
    public static String plain(List<String> name) {
        return name.stream()
                .map(part -> PLAIN.matcher(part).matches() ? part : bracketed(part))
                .collect(Collectors.joining("."));
    }
}
