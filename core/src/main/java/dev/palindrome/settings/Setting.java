package dev.palindrome.settings;

import java.util.List;
import java.util.Optional;

/** All settings, in the order in which the guide lists them. */
public enum Setting {
    /** Which engine is asked for. */
    ENGINE("palindrome.engine", "the engine: auto, sqlserver or embedded", "auto", "sqlserver", "embedded"),
    /** Which image a container is made from. */
    IMAGE("palindrome.image", "the SQL Server image; one in your own registry will do"),
    /** Whether the image's licence is accepted. */
    ACCEPT_LICENSE("palindrome.accept-license", "true accepts the licence of the image", "false", "true"),
    /** When databases are kept. */
    KEEP(
            "palindrome.keep",
            "when a test class's database is kept: never, on-failure, always",
            "never",
            "on-failure",
            "always"),
    /** Where the round trip begins to judge. */
    ROUND_TRIP_FROM(
            "palindrome.round-trip-from", "the first version that the round trip and the check of migrations judge"),
    /** What becomes of what is not compared. */
    NOT_COMPARED(
            "palindrome.not-compared",
            "fail: what a server does not let be read, or what is not read at all, is an error",
            "report",
            "fail"),
    /** What the round trip makes of a column in another place. */
    COLUMN_ORDER(
            "palindrome.column-order",
            "strict: a column that comes back in another place fails the round trip",
            "lenient",
            "strict"),
    /** What generated rows follow from. */
    RANDOM_SEED("palindrome.random-seed", "the number that generated rows follow from"),
    /** Where reports go. */
    REPORT_DIR(
            "palindrome.report-dir",
            "where reports are written: of round trips, of what the data of tests took, of leaks"),
    /** Whether the pages of a CI server are written to. */
    CI(
            "palindrome.ci",
            "none: nothing goes to the summary, the annotations and the reports of GitHub and GitLab",
            "auto",
            "none"),
    /** Whether tests that leave something behind are listed. */
    REPORT_LEAKS("palindrome.report-leaks", "true: list the tests that leave something behind", "false", "true"),
    /** Whether schema files are rewritten. */
    UPDATE_SCHEMA("palindrome.update-schema", "true rewrites schema files that differ", "false", "true"),
    /** Whether the next run finds what this one has made. */
    REUSE(
            "palindrome.reuse",
            "true leaves the container running for the next run, and templates on a server",
            "false",
            "true"),
    /** Whether a backup may be restored without rules for personal data. */
    ALLOW_UNMASKED(
            "palindrome.allow-unmasked",
            "true: a backup is restored without rules that mask personal data in it",
            "false",
            "true"),
    /** What masked values follow from. */
    MASK_KEY("palindrome.mask-key", "a secret that masked values follow from; without it they are others in each run"),
    /** Which server, where it is no container. */
    URL("palindrome.url", "jdbc:sqlserver://host[\\instance][:port];…, without secrets"),
    /** Who connects to it. */
    USERNAME("palindrome.username", "who connects there"),
    /** How they prove it. */
    PASSWORD("palindrome.password", "the password of who connects there");

    private final String key;
    private final String description;
    private final List<String> allowedValues;

    Setting(String key, String description, String... allowedValues) {
        this.key = key;
        this.description = description;
        this.allowedValues = List.of(allowedValues);
    }

    /**
     * Its name.
     *
     * @return such as {@code palindrome.random-seed}
     */
    public String key() {
        return key;
    }

    /**
     * What it means.
     *
     * @return a line, as the guide has it
     */
    public String description() {
        return description;
    }

    /**
     * The values that it may have.
     *
     * @return the default first; none where it takes any text
     */
    public List<String> allowedValues() {
        return allowedValues;
    }

    /**
     * The value that it has where nobody sets it.
     *
     * @return empty where it takes any text
     */
    public Optional<String> defaultValue() {
        return allowedValues.stream().findFirst();
    }

    /** Its name. */
    @Override
    public String toString() {
        return key;
    }
}
