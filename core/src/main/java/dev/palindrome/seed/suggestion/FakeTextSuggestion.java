package dev.palindrome.seed.suggestion;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.TextDomain;
import java.text.Normalizer;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one kind for a column. The first thousand rows have texts of their own, as far as the kind knows so many; later
 * rows get these again, because a new one takes the time of a hundred.
 */
final class FakeTextSuggestion implements Suggestion {

    private static final int POOL = 1024;

    private final FakeText kind;
    private final TextDomain domain;
    private final SeededFaker faker;
    private final RowRandom rowRandom;
    private final @Nullable Object[] pool = new @Nullable Object[POOL];

    FakeTextSuggestion(FakeText kind, TextDomain domain, SeededFaker faker, RowRandom rowRandom) {
        this.kind = kind;
        this.domain = domain;
        this.faker = faker;
        this.rowRandom = rowRandom;
    }

    @Override
    public Object value(GeneratedRow row, SplittableRandom random) {
        boolean own = row.number() < POOL && row.tries() == 0;
        int index = own ? (int) row.number() : random.nextInt(POOL);
        Object known = pool[index];
        if (known == null) {
            known = made(index);
            pool[index] = known;
        }
        return known;
    }

    private Object made(int index) {
        GeneratedRow first = new GeneratedRow(index);
        String text = kind.make(faker.at(rowRandom.seed(first)));
        Optional<String> fitting = kind.fit().into(domain.isUnicode() ? text : ascii(text), domain.length());
        return fitting.<Object>map(it -> it).orElseGet(() -> domain.ordinary(rowRandom.at(first)));
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[^\\x20-\\x7e]", "");
    }
}
