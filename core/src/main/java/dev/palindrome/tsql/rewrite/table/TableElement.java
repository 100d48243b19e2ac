package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.index.IndexText;
import dev.palindrome.tsql.index.KeyColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between the commas of CREATE TABLE and of ALTER TABLE … ADD. */
public sealed interface TableElement {

    /**
     * A column.
     *
     * @param type missing for a computed column
     * @param computed missing for any other
     * @param computedHere the same with values as H2 is to compute them
     */
    record Column(
            String name,
            Optional<TsqlType> type,
            List<Token> computed,
            List<Token> computedHere,
            Optional<Identity> identity,
            Optional<Default> defaultValue,
            boolean nullable,
            boolean nullableSaid,
            boolean withValues,
            boolean caseSensitive,
            Recorded recorded,
            List<Constraint> constraints,
            List<IndexText> indexes)
            implements TableElement {

        /** With a default that stands behind it, which is its own (Microsoft: alter-table-transact-sql). */
        Column with(DefaultFor added) {
            return copy(computedHere, Optional.of(added.defaultValue()), added.withValues(), recorded, constraints);
        }

        Column recording(Recorded.Fact fact) {
            return copy(computedHere, defaultValue, withValues, recorded.with(fact, "yes"), constraints);
        }

        Column with(List<Token> computedOther, Optional<Default> otherDefault, List<Constraint> otherConstraints) {
            return copy(computedOther, otherDefault, withValues, recorded, otherConstraints);
        }

        private Column copy(
                List<Token> computedOther,
                Optional<Default> otherDefault,
                boolean otherWithValues,
                Recorded otherRecorded,
                List<Constraint> otherConstraints) {
            return new Column(
                    name,
                    type,
                    computed,
                    computedOther,
                    identity,
                    otherDefault,
                    nullable,
                    nullableSaid,
                    otherWithValues,
                    caseSensitive,
                    otherRecorded,
                    otherConstraints,
                    indexes);
        }
    }

    /** {@code IDENTITY(seed, increment)}. */
    record Identity(String seed, String increment) {}

    /**
     * {@code DEFAULT expression}.
     *
     * @param here the expression with values as H2 is to compute them
     */
    record Default(Optional<String> name, List<Token> expression, List<Token> here) {

        Default(Optional<String> name, List<Token> expression) {
            this(name, expression, expression);
        }
    }

    /** A constraint of the table, or of a column and brought into the same form. */
    sealed interface Constraint extends TableElement {

        Optional<String> name();
    }

    /** PRIMARY KEY or UNIQUE. */
    record Key(Optional<String> name, boolean primary, String clustering, List<KeyColumn> columns, Recorded storage)
            implements Constraint {

        /** A primary key is, unless something else is said. */
        boolean isClustered() {
            return clustering.equals("clustered") || primary && clustering.isEmpty();
        }

        Key nonclustered() {
            return new Key(name, primary, "nonclustered", columns, storage);
        }
    }

    /** FOREIGN KEY. */
    record ForeignKey(
            Optional<String> name,
            List<KeyColumn> columns,
            ObjectName table,
            List<KeyColumn> referenced,
            String onDelete,
            String onUpdate,
            boolean notForReplication)
            implements Constraint {

        /** Where nothing is said. */
        static final String NO_ACTION = "NO ACTION";
    }

    /**
     * CHECK.
     *
     * @param here the condition with values as H2 is to compute them
     */
    record Check(Optional<String> name, List<Token> condition, List<Token> here, boolean notForReplication)
            implements Constraint {}

    /** {@code INDEX name (columns)} inside CREATE TABLE. */
    record Index(IndexText text) implements TableElement {}

    /** {@code PERIOD FOR SYSTEM_TIME (start, end)}. */
    record Period(String start, String end) implements TableElement {}

    /** {@code ADD CONSTRAINT name DEFAULT expression FOR column}. */
    record DefaultFor(Default defaultValue, String column, boolean withValues) implements TableElement {}

    /** Foreign keys of temporary tables are skipped with a word (1766; Microsoft: create-table-transact-sql, temporary tables). */
    static List<TableElement> enforced(ObjectName table, List<TableElement> elements) {
        if (!table.name().startsWith("#")) {
            return elements;
        }
        List<TableElement> enforced = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof Column column) {
                enforced.add(column.with(
                        column.computedHere(),
                        column.defaultValue(),
                        column.constraints().stream()
                                .filter(constraint -> !(constraint instanceof ForeignKey))
                                .toList()));
            } else if (!(element instanceof ForeignKey)) {
                enforced.add(element);
            }
        }
        return enforced;
    }

    /** All constraints, those of columns at the places of their columns. */
    static List<Constraint> constraints(List<TableElement> elements) {
        List<Constraint> constraints = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof Column column) {
                constraints.addAll(column.constraints());
            } else if (element instanceof Constraint constraint) {
                constraints.add(constraint);
            }
        }
        return constraints;
    }
}
