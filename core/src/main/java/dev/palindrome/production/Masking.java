package dev.palindrome.production;

import dev.palindrome.production.mask.MaskKind;
import dev.palindrome.production.mask.MaskedColumn;
import dev.palindrome.production.mask.MaskedTable;
import dev.palindrome.production.mask.run.MaskRun;
import dev.palindrome.production.mask.value.MaskKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Replaces personal data in a database that has some, such as one restored from a backup. Immutable.
 *
 * <pre>{@code
 * MaskReport report = Masking.of(dataSource, MaskRules.of(Path.of("masking.rules"))).mask();
 * }</pre>
 *
 * <p>Equal values stay equal in all columns of a kind, so that joins hold; different ones stay different in columns that are
 * unique. NULLs stay. Dates are shifted, all of one person by the same number of days. Triggers do not fire, foreign keys are
 * checked afterwards, histories of temporal tables are masked with their tables. All is one transaction: it is searched for
 * original values that are left before it is committed, and where that finds one, or anything fails, the database is as it
 * was.
 *
 * <p>Never for a production database: what was there is gone.
 */
public final class Masking {

    private final DataSource database;
    private final MaskRules rules;
    private final MaskKey key;

    private Masking(DataSource database, MaskRules rules, MaskKey key) {
        this.database = database;
        this.rules = rules;
        this.key = key;
    }

    /**
     * Masks with a key of its own, which nobody knows and which is forgotten: the next time other values come out.
     *
     * @param database SQL Server, or the embedded engine; its user may change tables and switch triggers off
     * @param rules which columns become what
     * @return nothing has been done yet
     */
    public static Masking of(DataSource database, MaskRules rules) {
        return new Masking(database, rules, MaskKey.random());
    }

    /**
     * The same with a key: equal rows come out equal each time. Whoever has it can find out who somebody is by trying.
     *
     * @param secret any text but an empty one
     * @return another one
     */
    public Masking keyed(String secret) {
        return new Masking(database, rules, MaskKey.of(secret));
    }

    /**
     * Masks the database.
     *
     * @return what was done, without any value
     * @throws MaskException if a rule names what is not there, {@link PersonalData#scan} finds a column that no rule is about (of
     *     confidence 0.8 or more), a constraint refuses a replacement, or an original value is left somewhere; the message names
     *     columns and constraints, and no value. Then nothing has changed
     */
    public MaskReport mask() {
        long begun = System.nanoTime();
        MaskRun.Outcome outcome = new MaskRun(database, rules.all(), key).run();
        Map<String, String> masked = new LinkedHashMap<>();
        Map<String, String> kept = new LinkedHashMap<>();
        for (MaskedTable table : outcome.plan().tables()) {
            for (MaskedColumn column : table.columns()) {
                String name = table.table() + "." + column.name();
                List<MaskedColumn> each = column.members().isEmpty() ? List.of(column) : column.members();
                for (MaskedColumn part : inOrderOfLines(each)) {
                    String kind = part.kind().toString();
                    String place =
                            name + part.rule().path().map(path -> " " + path).orElse("");
                    if (part.kind() instanceof MaskKind.Keep keep) {
                        kept.put(place, keep.reason());
                    } else {
                        masked.put(place, kind);
                    }
                }
                column.rest().ifPresent(reason -> kept.put(name + " but for its masked members", reason));
            }
        }
        kept.putAll(outcome.passedBy());
        return new MaskReport(
                masked,
                kept,
                outcome.rows(),
                outcome.looked(),
                outcome.notLooked(),
                outcome.numbers(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Those of one file at least. */
    private static List<MaskedColumn> inOrderOfLines(List<MaskedColumn> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(part -> part.rule().line()))
                .toList();
    }
}
