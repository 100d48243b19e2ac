package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowOptions;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.bulk.LoadProgress;
import dev.palindrome.seed.filler.FillOrder;
import dev.palindrome.seed.filler.ParentKeys;
import dev.palindrome.seed.filler.ValueSource;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.rule.Numbering;
import dev.palindrome.seed.rule.TableRules;
import dev.palindrome.seed.suggestion.SeededFaker;
import dev.palindrome.seed.suggestion.Suggestions;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.TableRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The filling of one table. Where rows reference rows that are not there yet, of the table itself or of one that
 * references it, a tenth of the rows comes first, with NULL in those columns.
 */
public final class TableFilling {

    private static final int SHARE_OF_FIRST_ROWS = 10;

    private final TableState state;
    private final TableColumns columns;
    private final RequestedFill request;
    private final RowOptions options;
    private final SeededFaker faker;
    private final GivenValues given;
    private final long first;
    private final List<ForeignKey> postponed = new ArrayList<>();
    private final Map<String, List<List<Object>>> standIns = new HashMap<>();
    private Optional<TableRules> rules = Optional.empty();
    private Optional<Numbering> numbering = Optional.empty();
    private Optional<LoadProgress> progress = Optional.empty();
    private int done;

    public TableFilling(TableState state, Table table, RequestedFill request, long seed, SeededFaker faker)
            throws SQLException {
        this.state = state;
        this.columns = state.columns(table);
        this.request = request;
        this.options = RowOptions.forTests(
                seed, request.rows(), request.hasEdges() ? RowOptions.Edges.ALL : RowOptions.Edges.NONE);
        this.faker = faker;
        this.given = new GivenValues(columns, request.columns(), faker, new TableRandom(seed, table.toString()));
        this.first = state.count(table);
    }

    Table table() {
        return columns.table();
    }

    int rows() {
        return request.rows();
    }

    /** Those whose values are not all given. */
    public List<ForeignKey> foreignKeys() {
        return TableState.foreignKeys(table()).stream()
                .filter(foreignKey -> !given.columns().containsAll(GeneratedRow.keys(foreignKey.columns())))
                .toList();
    }

    /** How many rows an empty parent gets. */
    public int parentsNeeded(ForeignKey foreignKey) {
        return ParentCount.of(columns, foreignKey, request.rows());
    }

    /**
     * What rows shall hold in a foreign key until the rows that they point to are there. The key must not be checked
     * meanwhile.
     */
    public Optional<StandIn> standIn(ForeignKey foreignKey) {
        boolean mayBeGiven = GeneratedRow.keys(foreignKey.columns()).stream().anyMatch(given.columns()::contains);
        Optional<StandIn> standIn =
                mayBeGiven ? Optional.empty() : StandIn.of(columns, foreignKey, parentsNeeded(foreignKey));
        standIn.ifPresent(it -> standIns.put(ParentKeys.name(foreignKey), it.values()));
        return standIn;
    }

    public void postpone(ForeignKey foreignKey) {
        postponed.add(foreignKey);
    }

    public List<ForeignKey> postponed() {
        return postponed;
    }

    /** Puts the first rows in, if others have to wait for them. */
    public void begin() throws SQLException {
        if (!postponed.isEmpty() && request.rows() > 0) {
            load(isChain() ? 1 : Math.max(1, request.rows() / SHARE_OF_FIRST_ROWS), postponed::contains);
        }
    }

    /** Puts the other rows in; gives the columns that hold NULL because what they reference has still no rows. */
    public List<Column> end() throws SQLException {
        List<ForeignKey> missing = new ArrayList<>();
        for (ForeignKey foreignKey : postponed) {
            Optional<Table> parent = state.table(FillOrder.key(foreignKey));
            if (parent.isPresent() && state.isEmpty(parent.get())) {
                missing.add(foreignKey);
            }
        }
        while (isChain() && done + 1 < request.rows()) {
            load(done + 1, missing::contains);
        }
        RowPlan plan = load(request.rows(), missing::contains);
        progress.ifPresent(LoadProgress::end);
        return plan.columns().stream()
                .filter(column -> plan.later().contains(GeneratedRow.key(column.name())))
                .toList();
    }

    /** Whether each row must be pointed to by one other at most: then only the last one is free, and must be there. */
    private boolean isChain() {
        return postponed.stream()
                .filter(foreignKey -> FillOrder.isSelf(foreignKey, table()))
                .anyMatch(foreignKey -> table().uniqueKeys().stream()
                        .anyMatch(key -> key.filter().isEmpty()
                                && GeneratedRow.keys(foreignKey.columns())
                                        .containsAll(GeneratedRow.keys(key.columns()))));
    }

    private RowPlan load(int end, Predicate<ForeignKey> waiting) throws SQLException {
        RowPlan plan = plan(waiting);
        if (done < end) {
            LoadProgress all = progress.orElseGet(() -> LoadProgress.of(table(), request.rows()));
            progress = Optional.of(all);
            new TableLoad(state.connection(), plan, rows(plan, end), all).run();
            done = end;
        }
        return plan;
    }

    private RowStream rows(RowPlan plan, int end) throws SQLException {
        TableRules held = held(plan);
        ValueSource source =
                new ValueSource(options, new Suggestions(faker), ParentKeys.many(state.connection(), standIns));
        RowMaker maker = plan.maker(held, source, numbering.orElseThrow());
        return new RowStream(plan, maker, given, options, first, done, end);
    }

    private RowPlan plan(Predicate<ForeignKey> waiting) {
        try {
            return new RowPlanner(columns, options, given.columns(), waiting).plan();
        } catch (NotFillableException e) {
            throw new SeedException("%s cannot be filled: %s. Nothing was put in.".formatted(table(), e.reason()), e);
        }
    }

    /** The same for the first rows and the others. */
    private TableRules held(RowPlan plan) throws SQLException {
        if (rules.isEmpty()) {
            Numbering numbers = Numbering.of(columns, plan.free(), first + request.rows(), first == 0);
            TableRules made = TableRules.of(columns, numbers);
            if (first > 0) {
                List<String> names = plan.columns().stream().map(Column::name).toList();
                ExistingRows.of(columns, names)
                        .forEach(state.connection(), row -> made.rules().forEach(rule -> rule.accept(row)));
            }
            numbering = Optional.of(numbers);
            rules = Optional.of(made);
        }
        return rules.get();
    }
}
