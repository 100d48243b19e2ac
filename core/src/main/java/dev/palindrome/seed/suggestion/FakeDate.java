package dev.palindrome.seed.suggestion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Dates that the names of columns lead to expect. They lie around a day that is always the same, so that rows do not
 * change from one day to the next; and what comes first lies before what comes later, in every row.
 */
enum FakeDate {
    BIRTH(
            LocalDate.of(1940, 1, 1),
            LocalDate.of(2005, 1, 1),
            "birthday",
            "birth date",
            "birthdate",
            "date of birth",
            "dob",
            "born",
            "born on",
            "born at"),
    BEGINNING(
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2023, 1, 1),
            "created",
            "created at",
            "created on",
            "created date",
            "create date",
            "create time",
            "creation date",
            "creation time",
            "inserted",
            "inserted at",
            "registered",
            "registered at",
            "joined",
            "joined at",
            "hire date",
            "hired at",
            "hired on",
            "ordered at",
            "order date",
            "start",
            "starts",
            "start date",
            "start time",
            "started at",
            "starts at",
            "starts on",
            "begin",
            "begins at",
            "valid from",
            "from",
            "opened at"),
    CHANGE(
            LocalDate.of(2023, 1, 1),
            LocalDate.of(2025, 1, 1),
            "updated",
            "updated at",
            "updated on",
            "updated date",
            "update time",
            "last updated",
            "modified",
            "modified at",
            "modified on",
            "modified date",
            "last modified",
            "changed at",
            "changed on",
            "deleted at",
            "deleted on",
            "closed at",
            "completed at",
            "finished at",
            "paid at",
            "shipped at",
            "delivered at",
            "published at",
            "last login",
            "last login at",
            "last seen",
            "end",
            "ends",
            "end date",
            "end time",
            "ended at",
            "ends at",
            "ends on",
            "until",
            "to",
            "valid to",
            "valid until"),
    DEADLINE(
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2027, 1, 1),
            "due",
            "due at",
            "due on",
            "due date",
            "deadline",
            "expires",
            "expires at",
            "expires on",
            "expiry",
            "expiry date",
            "expiration",
            "expiration date");

    private static final int SECONDS = 24 * 60 * 60;

    private static final Map<String, FakeDate> BY_NAME = new HashMap<>();

    static {
        for (FakeDate date : values()) {
            for (String name : date.names) {
                BY_NAME.put(name, date);
            }
        }
    }

    private final LocalDate from;
    private final int days;
    private final String[] names;

    FakeDate(LocalDate from, LocalDate to, String... names) {
        this.from = from;
        this.days = (int) (to.toEpochDay() - from.toEpochDay());
        this.names = names;
    }

    /** By endings of columns' names, the words with a space between them. */
    static Map<String, FakeDate> byName() {
        return BY_NAME;
    }

    LocalDateTime make(SplittableRandom random) {
        return from.plusDays(random.nextInt(days)).atStartOfDay().plusSeconds(random.nextInt(SECONDS));
    }
}
