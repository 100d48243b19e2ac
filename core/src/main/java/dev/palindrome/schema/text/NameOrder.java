package dev.palindrome.schema.text;

import java.util.Comparator;
import java.util.List;

/** The order that texts have names in: by schema, then by name; upper and lower case stand together. */
public final class NameOrder implements Comparator<List<String>> {

    /** The order, which has no state. */
    public static final NameOrder INSTANCE = new NameOrder();

    private static final Comparator<String> EACH =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private NameOrder() {}

    @Override
    public int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int each = EACH.compare(one.get(i), other.get(i));
            if (each != 0) {
                return each;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
