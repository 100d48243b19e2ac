package dev.palindrome.seed.suggestion;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.values.DateTimeDomain;
import dev.palindrome.seed.values.NumberDomain;
import dev.palindrome.seed.values.OffsetDomain;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.TextDomain;
import dev.palindrome.seed.values.ValueDomain;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What the names of columns say about their values. */
public final class Suggestions {

    private static final Set<String> PEOPLE = Set.of(
            "user",
            "customer",
            "person",
            "people",
            "employee",
            "author",
            "contact",
            "member",
            "student",
            "teacher",
            "patient",
            "client",
            "guest",
            "player",
            "manager",
            "doctor",
            "driver",
            "staff",
            "owner",
            "account");

    private static final Set<String> COMPANIES = Set.of(
            "company", "organization", "organisation", "supplier", "vendor", "manufacturer", "publisher", "brand");

    private static final Set<String> PRODUCTS = Set.of("product", "item", "article", "good");

    /** Shorter texts are more likely codes than words. */
    private static final int SHORTEST_WORDS = 10;

    private final SeededFaker faker;

    public Suggestions(SeededFaker faker) {
        this.faker = faker;
    }

    /** Empty where the name says nothing. */
    public Optional<Suggestion> of(Table table, Column column, ValueDomain domain, RowRandom rowRandom) {
        NameWords name = NameWords.of(column.name());
        if (domain instanceof TextDomain text) {
            Datafaker.require();
            return name.ending(FakeText.byName()).map(kind -> text(kind(kind, name, table), text, rowRandom));
        }
        if (domain instanceof NumberDomain number && !number.isBit()) {
            return name.ending(FakeNumber.byName()).map(kind -> number(kind, number));
        }
        if (domain instanceof DateTimeDomain || domain instanceof OffsetDomain) {
            return name.ending(FakeDate.byName()).map(kind -> dateTime(kind, domain));
        }
        return Optional.empty();
    }

    /** What a text gets whose name says nothing: two words, where there is room. */
    public Optional<Suggestion> words(ValueDomain domain, RowRandom rowRandom) {
        if (domain instanceof TextDomain) {
            Datafaker.require();
        }
        return domain instanceof TextDomain text && text.length() >= SHORTEST_WORDS
                ? Optional.of(text(FakeText.WORDS, text, rowRandom))
                : Optional.empty();
    }

    private Suggestion text(FakeText kind, TextDomain domain, RowRandom rowRandom) {
        return new FakeTextSuggestion(kind, domain, faker, rowRandom);
    }

    /** {@code users.name} is somebody's. */
    private static FakeText kind(FakeText kind, NameWords name, Table table) {
        if (kind != FakeText.WORDS || name.words().size() > 1) {
            return kind;
        }
        String owner = NameWords.of(table.name()).last();
        if (PEOPLE.contains(owner)) {
            return FakeText.FULL_NAME;
        }
        if (COMPANIES.contains(owner)) {
            return FakeText.COMPANY;
        }
        if (PRODUCTS.contains(owner)) {
            return FakeText.PRODUCT;
        }
        return Optional.ofNullable(FakeText.byName().get(owner)).orElse(kind);
    }

    private static Suggestion number(FakeNumber kind, NumberDomain domain) {
        return (row, random) -> {
            BigDecimal made = kind.make(random);
            return domain.of(made).orElseGet(() -> domain.ordinary(random));
        };
    }

    private static Suggestion dateTime(FakeDate kind, ValueDomain domain) {
        return (row, random) -> domain instanceof OffsetDomain
                ? kind.make(random).atOffset(java.time.ZoneOffset.UTC)
                : domain.of(kind.make(random)).orElseGet(() -> domain.ordinary(random));
    }
}
