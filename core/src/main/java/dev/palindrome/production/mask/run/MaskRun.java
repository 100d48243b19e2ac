package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.PersonalColumn;
import dev.palindrome.production.PersonalData;
import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.MaskRule;
import dev.palindrome.production.mask.value.MaskKey;
import dev.palindrome.progress.LongStep;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.TableName;
import dev.palindrome.sql.Transaction;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Masks a database in one transaction: learns originals where that is needed ({@link ValueMapping}), sets the columns of each
 * table in one statement ({@link MaskEngine}), and looks for what is left ({@link Leftovers}) before it commits.
 */
public final class MaskRun {

    private static final VisibleLog LOG = VisibleLog.of(MaskRun.class);

    private final DataSource database;
    private final List<MaskRule> rules;
    private final MaskKey key;
    private final SoughtValues sought = new SoughtValues();
    private final Map<String, Long> rows = new LinkedHashMap<>();

    /**
     * Begins.
     *
     * @param database to be masked
     * @param rules that say how
     * @param key what replacements follow from
     */
    public MaskRun(DataSource database, Collection<MaskRule> rules, MaskKey key) {
        this.database = database;
        this.rules = List.copyOf(rules);
        this.key = key;
    }

    /**
     * What was done.
     *
     * @param plan which columns were masked or kept
     * @param passedBy columns that rules with wildcards are about and that stay as they are, and why
     * @param rows changed, by table
     * @param looked at for originals that are left
     * @param notLooked at, with the reason
     * @param numbers columns of whole numbers that hold what may be an original, with how many rows
     */
    public record Outcome(
            MaskPlan plan,
            Map<String, String> passedBy,
            Map<String, Long> rows,
            List<String> looked,
            List<String> notLooked,
            Map<String, Long> numbers) {}

    /**
     * Masks.
     *
     * @throws MaskException if something cannot be masked, or was not reached; then nothing has changed
     */
    public Outcome run() {
        try (LongStep step = LongStep.begin(LOG, "Masking the database")) {
            step.at("looks for personal data");
            List<PersonalColumn> findings = PersonalData.scan(database);
            try (Connection connection = database.getConnection()) {
                return run(connection, findings, step);
            }
        } catch (SQLException e) {
            throw MaskFailure.of("Masking the database", e);
        }
    }

    private Outcome run(Connection connection, List<PersonalColumn> findings, LongStep step) throws SQLException {
        SchemaSnapshot schema = SchemaReader.of(connection).read(connection);
        MaskPlan plan = MaskPlan.of(rules, schema);
        plan.notes().forEach(LOG::info);
        try (MaskEngine engine = MaskEngine.of(connection, schema)) {
            Map<TableName, TableName> histories = engine.histories();
            new UndecidedColumns(schema, plan, histories).refuse(findings);
            List<Target> targets = Targets.of(plan, histories, key, sought);
            refuse(engine.obstacles(targets));
            engine.open(targets);
            Leftovers leftovers = new Leftovers(connection, engine, sought);
            Transaction.run(connection, transaction -> {
                try {
                    change(engine, targets, step);
                    leftovers.search(schema, plan, targets, step);
                } catch (SQLException | RuntimeException | Error e) {
                    giveUp(engine, targets, e);
                    throw e;
                }
            });
            List<String> notLooked = new ArrayList<>(leftovers.notLooked());
            sought.notSought()
                    .forEach((kind, count) -> notLooked.add("%d %s of too few letters and digits to be looked for"
                            .formatted(count, kind.words() + (count == 1 ? "" : "s"))));
            DocumentNotes documents = DocumentNotes.of(targets);
            documents.notes().forEach(LOG::info);
            documents.passedBy().forEach((column, reason) -> LOG.info("{} is not changed: {}", column, reason));
            leftovers
                    .numbers()
                    .forEach((column, count) -> LOG.warn(
                            "{} holds what was a phone, card or number of a person elsewhere, in {} {}: by chance or not. Give the column a rule: a kind, a constant, null, or keep with the reason why the values may stay.",
                            column,
                            count,
                            count == 1 ? "row" : "rows"));
            return new Outcome(
                    documents.without(plan),
                    documents.passedBy(),
                    rows,
                    leftovers.looked(),
                    notLooked,
                    leftovers.numbers());
        }
    }

    /** What went wrong first is what matters. */
    private static void giveUp(MaskEngine engine, List<Target> targets, Throwable failure) {
        try {
            engine.giveUp(targets);
        } catch (SQLException another) {
            failure.addSuppressed(MaskFailure.of("Giving up", another));
        }
    }

    private static void refuse(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new MaskException("The database cannot be masked.\n" + String.join("\n", new TreeSet<>(obstacles)));
        }
    }

    private void change(MaskEngine engine, List<Target> targets, LongStep step) throws SQLException {
        engine.silence(targets);
        learn(engine, targets, step);
        int number = 0;
        for (Target target : targets) {
            number++;
            step.at("%s, %d of %d tables".formatted(target.name(), number, targets.size()));
            try {
                rows.put(target.name().toString(), engine.update(target));
            } catch (SQLException e) {
                throw MaskFailure.of(target, e);
            }
        }
        engine.wake(targets);
    }

    private static void learn(MaskEngine engine, List<Target> targets, LongStep step) throws SQLException {
        for (Target target : targets) {
            step.at("reads " + target.name());
            engine.originals(
                    target, (column, original) -> column.mapping().orElseThrow().learn(original));
        }
        for (Target target : targets) {
            if (target.columns().stream().anyMatch(MaskRun::hasConflicts)) {
                step.at("reads %s again".formatted(target.name()));
                engine.originals(target, (column, original) -> {
                    if (hasConflicts(column)) {
                        column.mapping().orElseThrow().learnAgain(original);
                    }
                });
            }
        }
        targets.stream()
                .flatMap(target -> target.columns().stream())
                .flatMap(column -> column.mapping().stream())
                .flatMap(ColumnMapping::values)
                .distinct()
                .forEach(ValueMapping::settle);
    }

    private static boolean hasConflicts(TargetColumn column) {
        return column.mustBeLearnt()
                && column.mapping().filter(ColumnMapping::hasConflicts).isPresent();
    }
}
