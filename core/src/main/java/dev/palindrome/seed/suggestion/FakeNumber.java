package dev.palindrome.seed.suggestion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Numbers of a size that the names of columns lead to expect. */
enum FakeNumber {
    PRICE(
            1,
            1000,
            2,
            "price",
            "amount",
            "total",
            "subtotal",
            "cost",
            "fee",
            "tax",
            "charge",
            "payment",
            "balance",
            "budget",
            "value"),
    SALARY(20_000, 200_000, 2, "salary", "income", "revenue", "turnover"),
    QUANTITY(1, 100, 0, "quantity", "qty", "count", "stock", "units", "pieces", "capacity", "size"),
    AGE(18, 90, 0, "age"),
    YEAR(1990, 2024, 0, "year"),
    MONTH(1, 12, 0, "month"),
    DAY(1, 28, 0, "day"),
    PERCENT(0, 100, 2, "percent", "percentage", "pct", "rate", "discount", "progress", "share"),
    RATING(1, 5, 0, "rating", "stars", "score", "priority", "rank", "level", "grade", "severity"),
    POSITION(1, 100, 0, "position", "sort order", "sort", "sequence", "ordinal", "index"),
    LATITUDE(-90, 90, 6, "latitude", "lat"),
    LONGITUDE(-180, 180, 6, "longitude", "lng", "lon"),
    WEIGHT(1, 100, 3, "weight", "height", "width", "length", "depth", "distance"),
    DURATION(1, 3600, 0, "duration", "seconds", "minutes", "timeout"),
    VERSION(0, 10, 0, "version", "revision", "attempts", "retries");

    private static final Map<String, FakeNumber> BY_NAME = new HashMap<>();

    static {
        for (FakeNumber number : values()) {
            for (String name : number.names) {
                BY_NAME.put(name, number);
            }
        }
    }

    private final BigDecimal least;
    private final BigDecimal range;
    private final int scale;
    private final String[] names;

    FakeNumber(long least, long greatest, int scale, String... names) {
        this.least = BigDecimal.valueOf(least);
        this.range = BigDecimal.valueOf(greatest - least);
        this.scale = scale;
        this.names = names;
    }

    /** By endings of columns' names, the words with a space between them. */
    static Map<String, FakeNumber> byName() {
        return BY_NAME;
    }

    BigDecimal make(SplittableRandom random) {
        long steps = range.movePointRight(scale).longValueExact();
        return least.add(BigDecimal.valueOf(random.nextLong(steps + 1), scale))
                .setScale(scale, RoundingMode.UNNECESSARY);
    }
}
