package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.filler.FillOrder;
import dev.palindrome.seed.filler.NamedParents;
import dev.palindrome.seed.filler.ParentKeys;
import dev.palindrome.seed.filler.ValueSource;
import dev.palindrome.seed.filler.WishedValues;
import dev.palindrome.seed.refusal.FillException;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.rows.NewColumnValues;
import dev.palindrome.seed.rows.NewColumnWishes;
import dev.palindrome.seed.rows.RowPlan;
import dev.palindrome.seed.rows.RowPlanner;
import dev.palindrome.seed.rows.TableRun;
import dev.palindrome.seed.suggestion.SeededFaker;
import dev.palindrome.seed.suggestion.Suggestions;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowPick;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomains;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts generated rows into tables that have just appeared, and values into columns that have appeared in tables with
 * rows, so that a round trip can see what gets lost.
 *
 * <p>It works within the connection's running transaction, on both engines. What the database refuses is undone to a
 * savepoint, and named in the report.
 */
public final class RowFiller {

    private final RowOptions options;
    private final Function<Table, Set<RowKind>> kinds;
    private final Function<Table, Set<RowKind>> fitted;
    private final RowDemands demands;
    private final NamedRows named;

    /**
     * Makes a filler.
     *
     * @param options how rows are made
     */
    public RowFiller(RowOptions options) {
        this(options, NamedRows.NONE::kinds);
    }

    /**
     * Makes a filler that leaves some rows out.
     *
     * @param options how rows are made
     * @param kinds the kinds of rows that a table gets
     */
    public RowFiller(RowOptions options, Function<Table, Set<RowKind>> kinds) {
        this(options, kinds, table -> Set.of(), RowDemands.NONE, NamedRows.NONE);
    }

    /**
     * Makes a filler that leaves some rows out, and lets others satisfy more than their tables demand.
     *
     * @param options how rows are made
     * @param kinds the kinds of rows that a table gets
     * @param fitted those of them that satisfy the demands
     * @param demands what these rows satisfy besides
     * @param named the rows that scripts name
     */
    public RowFiller(
            RowOptions options,
            Function<Table, Set<RowKind>> kinds,
            Function<Table, Set<RowKind>> fitted,
            RowDemands demands,
            NamedRows named) {
        this.named = named;
        this.options = options;
        this.kinds = kinds;
        this.fitted = fitted;
        this.demands = demands;
    }

    /**
     * Fills.
     *
     * @param connection on which nothing else happens meanwhile; if it commits each statement, all is committed at the
     *     end
     * @param schema as it is now
     * @param appeared tables that get rows
     * @param newColumns columns that get values in the rows that their tables hold, where they are NULL or the default
     * @return what was filled and what was not
     * @throws SQLException if the connection is broken
     * @throws FillException if filling ended the transaction
     */
    public FillReport fill(
            Connection connection,
            SchemaSnapshot schema,
            Collection<Table> appeared,
            Map<Table, List<Column>> newColumns)
            throws SQLException {
        if (appeared.isEmpty() && newColumns.isEmpty()) {
            return new FillReport(List.of(), List.of());
        }
        return Transaction.call(
                connection,
                transaction -> new Run(transaction, new ValueDomains(schema)).fill(FillOrder.of(appeared), newColumns));
    }

    /** One call. */
    private final class Run {

        private final Transaction transaction;
        private final ValueDomains domains;
        private final ValueSource source;
        private final ValueSource sourceOfFitting;
        private final Map<Table, List<Column>> later = new LinkedHashMap<>();
        private FillReport report = new FillReport(List.of(), List.of());

        Run(Transaction transaction, ValueDomains domains) {
            this.transaction = transaction;
            this.domains = domains;
            NamedParents parents = new NamedParents(domains.schema(), named.conditions());
            this.source = source(ParentKeys.few(transaction.connection(), Map.of(), parents));
            this.sourceOfFitting = source(ParentKeys.few(transaction.connection(), demands.parents(), parents));
        }

        private ValueSource source(ParentKeys parents) {
            return new ValueSource(options, new Suggestions(new SeededFaker()), parents);
        }

        FillReport fill(List<Table> tables, Map<Table, List<Column>> newColumns) throws SQLException {
            Set<String> waiting = new LinkedHashSet<>();
            tables.forEach(table -> waiting.add(FillOrder.key(table.schema(), table.name())));
            for (Table table : tables) {
                waiting.remove(FillOrder.key(table.schema(), table.name()));
                fill(table, waiting);
            }
            source.parents().forget();
            sourceOfFitting.parents().forget();
            for (Map.Entry<Table, List<Column>> entry : later.entrySet()) {
                report = report.and(columns(entry.getKey(), entry.getValue()).problems());
            }
            for (Map.Entry<Table, List<Column>> entry : newColumns.entrySet()) {
                report = report.and(columns(entry.getKey(), entry.getValue()));
            }
            return report;
        }

        private void fill(Table table, Set<String> waiting) throws SQLException {
            Set<RowKind> fitting = EnumSet.noneOf(RowKind.class);
            fitting.addAll(fitted.apply(table));
            Set<RowKind> free = EnumSet.noneOf(RowKind.class);
            free.addAll(kinds.apply(table));
            fitting.retainAll(free);
            free.removeAll(fitting);
            if (!free.isEmpty()) {
                fill(TableColumns.of(table, domains), waiting, free, source);
            }
            if (!fitting.isEmpty()) {
                fill(demanding(table), waiting, fitting, sourceOfFitting);
            }
        }

        private TableColumns demanding(Table table) {
            return TableColumns.of(demands.on(table), domains).writtenInto(TableColumns.of(table, domains));
        }

        private void fill(TableColumns columns, Set<String> waiting, Set<RowKind> wanted, ValueSource from)
                throws SQLException {
            Table table = columns.table();
            try {
                RowPlan plan = plan(
                        columns,
                        waiting,
                        from == sourceOfFitting ? demands.parents().keySet() : Set.of());
                boolean isFitting = from == sourceOfFitting;
                TableRun run = new TableRun(
                        transaction, plan, from, picks(plan.table(), wanted), isFitting ? Set.of() : numbers(table));
                int rows = isFitting ? run.fillBesideOthers() : run.fill();
                report = report.and(
                        new FillReport(List.of(new FillReport.Filled(table, Optional.empty(), rows)), plan.leftOut()));
                List<Column> postponed = new ArrayList<>(table.columns());
                postponed.removeIf(column -> !plan.later().contains(GeneratedRow.key(column.name())));
                if (!postponed.isEmpty()) {
                    later.put(table, postponed);
                }
            } catch (NotFillableException e) {
                report = report.and(new FillReport(
                        List.of(), List.of(new FillReport.NotFilled(table, Optional.empty(), e.reason()))));
            }
        }

        private List<RowPick> picks(TableColumns table, Set<RowKind> wanted) {
            List<RowPick> picks = new ArrayList<>(options.picks(wanted));
            Set<String> open = open(table, table.table().columns());
            List<RowKind> kinds = wanted.stream().sorted().toList();
            for (int i = 0; i < kinds.size(); i++) {
                RowKind kind = kinds.get(i);
                if (kind.isNamed()) {
                    Map<String, Value> wishes = new HashMap<>();
                    WishedValues values = new WishedValues(
                            table, named.conditions().inserted(table.table()), column -> Value.UNKNOWN);
                    named.wanted(table.table(), kind)
                            .forEach(about -> values.of(about, open).ifPresent(wishes::putAll));
                    picks.set(i, picks.get(i).wishing(wishes));
                }
            }
            return picks;
        }

        private Set<Long> numbers(Table table) {
            return table.columns().stream()
                    .filter(column -> column.identity().isPresent())
                    .findFirst()
                    .map(column -> named.conditions().numbers(table, column.name()))
                    .orElse(Set.of());
        }

        private static Set<String> open(TableColumns table, List<Column> columns) {
            return columns.stream()
                    .filter(column -> TableColumns.isWritable(column) && table.has(column.name()))
                    .map(column -> GeneratedRow.key(column.name()))
                    .collect(Collectors.toSet());
        }

        /** @param known keys that are known although their rows are not there */
        private RowPlan plan(TableColumns columns, Set<String> waiting, Set<String> known) throws NotFillableException {
            Table table = columns.table();
            Predicate<ForeignKey> postponed = foreignKey -> FillOrder.isSelf(foreignKey, table)
                    || waiting.contains(FillOrder.key(foreignKey)) && !known.contains(ParentKeys.name(foreignKey));
            return new RowPlanner(columns, source.options(), Set.of(), postponed).plan();
        }

        private NewColumnWishes wishes(Table table) {
            return new NewColumnWishes(named.wanted(table), named.conditions().inserted(table));
        }

        private FillReport columns(Table table, List<Column> columns) throws SQLException {
            boolean fitting = !fitted.apply(table).isEmpty();
            TableColumns demanding = fitting ? demanding(table) : TableColumns.of(table, domains);
            List<String> names = columns.stream().map(Column::name).toList();
            Set<RowKind> usual = EnumSet.noneOf(RowKind.class);
            usual.addAll(kinds.apply(table));
            usual.removeIf(RowKind::isNamed);
            return new NewColumnValues(
                            transaction,
                            demanding,
                            fitting ? sourceOfFitting : source,
                            options.picksForColumns(usual),
                            wishes(table))
                    .fill(demanding.table().columns().stream()
                            .filter(column -> names.contains(column.name()))
                            .toList());
        }
    }
}
