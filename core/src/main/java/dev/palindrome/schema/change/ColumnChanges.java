package dev.palindrome.schema.change;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Difference.Extra;
import dev.palindrome.schema.Difference.Missing;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.ColumnList;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of one table: which go, come and change, and what has to make way meanwhile. */
final class ColumnChanges {

    private static final Set<Property> REMADE = Set.of(Property.COMPUTED, Property.PERSISTED);
    private static final Set<Property> ALTERED =
            Set.of(Property.TYPE, Property.NOT_NULL, Property.COLLATION, Property.XML_COLLECTION);
    private static final Set<Property> DEFAULTED = Set.of(Property.DEFAULT, Property.DEFAULT_NAME);

    private final ObjectPair pair;
    private final ChangeScript script;
    private final PartChanges parts;
    private final ColumnStatements statements;
    private final Set<SchemaObject> dropped = new LinkedHashSet<>();
    private final Set<SchemaObject> added = new LinkedHashSet<>();
    private final List<ColumnTypeChange> altered = new ArrayList<>();
    private final Set<SchemaObject> defaultsDropped = new LinkedHashSet<>();
    private final Set<SchemaObject> defaultsAdded = new LinkedHashSet<>();
    private boolean rebuilt;

    ColumnChanges(ObjectPair pair, ChangeScript script, PartChanges parts) {
        this.pair = pair;
        this.script = script;
        this.parts = parts;
        this.statements = new ColumnStatements(pair.expected(), script);
    }

    void add(SchemaObject column) {
        if (isOfLedger(column)) {
            script.byHand(new Missing(pair.expected(), Optional.of(column)));
        } else {
            added.add(column);
        }
    }

    /** {@code (AS_TRANSACTION_ID_START)}: they come and go with the ledger. */
    private static boolean isOfLedger(SchemaObject column) {
        return column.get(Property.GENERATED).filter(as -> !as.contains("ROW")).isPresent();
    }

    void drop(SchemaObject column) {
        if (isOfLedger(column)) {
            script.byHand(new Extra(pair.actual(), Optional.of(column)));
        } else if (isPartitionedBy(column)) {
            script.byHand("drop " + BracketedName.readable(pair.actual().name()) + "."
                    + BracketedName.readable(column.name())
                    + ", which the table is partitioned by: it has to be made anew");
        } else if (dropped.add(column)) {
            makeWay(new ColumnTypeChange(column, Optional.empty()));
        }
    }

    void change(SchemaObject expected, SchemaObject actual, List<Changed> changes) {
        Set<Property> properties = changes.stream().map(Changed::property).collect(Collectors.toSet());
        if (properties.contains(Property.IDENTITY)) {
            rebuilt = true;
        } else if (properties.stream().anyMatch(REMADE::contains) || isRowversion(expected) != isRowversion(actual)) {
            drop(actual);
            add(expected);
        } else {
            alter(expected, actual, properties);
            changes.stream()
                    .filter(changed -> !ALTERED.contains(changed.property()) && !DEFAULTED.contains(changed.property()))
                    .filter(changed -> !isDoneByAltering(changed, properties))
                    .filter(changed -> !isDoneByPeriod(changed, properties, expected))
                    .forEach(changed -> statements.property(changed, expected));
        }
    }

    /** A column that comes into a period is generated from then on, and can be hidden then; one that leaves it is neither. */
    private boolean isDoneByPeriod(Changed changed, Set<Property> all, SchemaObject expected) {
        boolean ofPeriod = all.contains(Property.GENERATED) && !isOfLedger(expected);
        if (ofPeriod && changed.property() == Property.HIDDEN && expected.is(Property.HIDDEN)) {
            statements.hideInPeriod(expected);
        }
        return ofPeriod && (changed.property() == Property.GENERATED || changed.property() == Property.HIDDEN);
    }

    private static boolean isDoneByAltering(Changed changed, Set<Property> all) {
        boolean marked = changed.property() == Property.ROWGUIDCOL
                || changed.property() == Property.SPARSE && changed.expected().isPresent();
        return marked && all.stream().anyMatch(ALTERED::contains);
    }

    private void alter(SchemaObject expected, SchemaObject actual, Set<Property> properties) {
        ColumnTypeChange change = new ColumnTypeChange(actual, Optional.of(expected));
        boolean typed = properties.stream().anyMatch(ALTERED::contains);
        if (typed && isPartitionedBy(actual)) {
            pair.differences(expected).forEach(script::byHand);
            return;
        }
        if (typed) {
            altered.add(change);
            makeWay(change);
        }
        if (properties.stream().anyMatch(DEFAULTED::contains) || typed && !change.leavesDefault()) {
            defaultsDropped.add(actual);
            defaultsAdded.add(expected);
        }
    }

    /** Neither ALTER nor DROP COLUMN takes such a column (Microsoft: alter-table-transact-sql). */
    private boolean isPartitionedBy(SchemaObject column) {
        return pair.actual()
                .get(Property.DATA_SPACE)
                .map(ColumnList::names)
                .filter(columns -> columns.contains(column.simpleName()))
                .isPresent();
    }

    private static boolean isRowversion(SchemaObject column) {
        return new Column(column).type().filter(DeclaredType::isRowversion).isPresent();
    }

    private void makeWay(ColumnTypeChange change) {
        ColumnDependents dependents = new ColumnDependents(pair.actual(), change.actual());
        dependents.constraintsAndIndexes().stream()
                .filter(part -> !change.leaves(part.kind()) && PartStatements.knows(part))
                .forEach(part -> parts.remake(pair.actual(), part));
        for (SchemaObject computed : dependents.computedColumns()) {
            if (computed != change.actual()) {
                drop(computed);
                pair.expectedOf(computed).ifPresent(added::add);
            }
        }
    }

    boolean touchesColumns() {
        return rebuilt || !dropped.isEmpty() || !altered.isEmpty();
    }

    boolean isRebuilt() {
        return rebuilt
                || dropped.size() == pair.actual().parts(ObjectKind.COLUMN).size() && !dropped.isEmpty();
    }

    void plan() {
        if (isRebuilt()) {
            new TableRebuild(pair, script, parts).plan();
            return;
        }
        dropped.forEach(this::dropColumn);
        dropped.stream()
                .filter(column -> pair.expectedOf(column).isPresent())
                .forEach(column -> parts.describeAgain(pair.actual(), column));
        defaultsDropped.forEach(column -> statements.dropDefault(pair.actual(), column));
        altered.forEach(change -> statements.alter(pair.actual(), change));
        List<SchemaObject> period =
                added.stream().filter(TemporalVersioning::isGenerated).toList();
        if (!period.isEmpty()) {
            TemporalVersioning.addPeriod(pair.expected(), period, script);
        }
        added.stream().filter(column -> !TemporalVersioning.isGenerated(column)).forEach(this::addColumn);
        defaultsAdded.forEach(statements::addDefault);
    }

    private void dropColumn(SchemaObject column) {
        statements.dropDefault(pair.actual(), column);
        statements.drop(column);
    }

    private void addColumn(SchemaObject column) {
        statements.add(pair.actual(), column);
    }
}
