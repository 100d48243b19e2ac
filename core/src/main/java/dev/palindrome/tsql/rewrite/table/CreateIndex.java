package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.declaration.DataSpace;
import dev.palindrome.tsql.flow.TemporaryTable;
import dev.palindrome.tsql.index.IndexText;
import dev.palindrome.tsql.index.KeyColumn;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CREATE INDEX. On SQL Server an index name belongs to its table, on H2 to the schema: there it is called
 * {@code table.index}.
 */
public final class CreateIndex {

    private final ObjectName table;
    private final IndexText index;

    private CreateIndex(ObjectName table, IndexText index) {
        this.table = table;
        this.index = index;
    }

    /**
     * From behind {@code CREATE}.
     */
    public static List<String> rewrite(TokenReader reader) {
        IndexText.Head head = IndexText.Head.read(reader);
        reader.expect("ON");
        ObjectName table = reader.objectName();
        IndexText index = IndexText.columns(reader, head);
        reader.expectEnd();
        if (TemporaryTable.is(table)) {
            TemporaryTable.requireNoFilter(index);
        }
        CreateIndex create = new CreateIndex(table, index);
        List<String> rules = new ArrayList<>();
        rules.addAll(create.rules());
        String make = ProcedureCall.of(
                "create_index",
                table.arguments(),
                SqlLiteral.h2(index.name()),
                SqlLiteral.h2(create.statement()),
                SqlLiteral.h2(index.recordedOfView().text()));
        Optional<String> place = index.recorded().get(Fact.DATA_SPACE).filter(known -> index.isClustered());
        rules.add(make);
        List<String> all = index.options().dropExisting()
                ? List.of(ProcedureCall.running(
                        "replace_index", List.of(table.arguments(), SqlLiteral.h2(index.name())), rules))
                : ProcedureCall.behind(rules.subList(0, rules.size() - 1), List.of(make));
        return place.isEmpty() ? all : ProcedureCall.behind(all, List.of(placed(table, place.get())));
    }

    /** To stand behind what makes a clustered index or key: the table is where that is. */
    static String placed(ObjectName table, String place) {
        return AlterTableOption.fact(
                table, Fact.DATA_SPACE, Optional.of(place).filter(known -> !known.equals(DataSpace.PRIMARY)));
    }

    /** What stands behind CREATE TABLE for an index inside it. */
    static List<String> behindTable(ObjectName table, IndexText index) {
        CreateIndex create = new CreateIndex(table, index);
        List<String> rules = create.rules();
        rules.add(ProcedureCall.of("require_free_index", table.arguments(), SqlLiteral.h2(index.name())));
        return ProcedureCall.behind(rules, List.of(create.statement()));
    }

    private List<String> rules() {
        TableRules.refuseTwice(
                Stream.concat(index.key().stream(), index.included().stream()).toList());
        List<String> rules = new ArrayList<>();
        if (index.isClustered()) {
            rules.add(ProcedureCall.of("require_no_clustered", table.arguments()));
            if (!index.filter().isEmpty()) {
                throw UntranslatableException.refused(10607, "a clustered index has no filter");
            }
            if (!index.included().isEmpty()) {
                throw UntranslatableException.refused(10601, "a clustered index has no included columns");
            }
        }
        refuseIgnoredDuplicates();
        rules.addAll(DataSpace.required(index.recorded(), table, null));
        if (index.unique()) {
            rules.add(ProcedureCall.of("require_addable", table.arguments(), "'UNIQUE INDEX'"));
        }
        if (!index.included().isEmpty() || !index.filter().isEmpty()) {
            rules.add(ProcedureCall.of(
                    "require_index_columns",
                    table.arguments(),
                    SqlLiteral.h2(index.name()),
                    SqlLiteral.h2(KeyColumn.tsql(index.included())),
                    SqlLiteral.h2(index.filterText())));
        }
        if (!index.columnstore()) {
            rules.add(TableRules.indexable(table, index.name(), index.key(), index.recorded(), index.unique()));
        }
        return rules;
    }

    /** Microsoft: create-index-transact-sql, IGNORE_DUP_KEY. */
    private void refuseIgnoredDuplicates() {
        if (index.options().ignoresDuplicates()) {
            if (!index.unique()) {
                throw UntranslatableException.refused(1916, "IGNORE_DUP_KEY is for unique indexes");
            }
            if (!index.filter().isEmpty()) {
                throw UntranslatableException.refused(10610, "an index with a filter cannot have IGNORE_DUP_KEY");
            }
        }
    }

    private String statement() {
        if (index.columnstore()) {
            Recorded columnstore = index.recordedColumnstore();
            return ProcedureCall.of(
                    "record_part",
                    table.arguments(),
                    "'INDEX'",
                    SqlLiteral.h2(index.name()),
                    SqlLiteral.h2((index.isClustered() ? columnstore.without(Fact.DATA_SPACE) : columnstore).text()));
        }
        Recorded recorded = index.recorded();
        String comment = SqlLiteral.h2((index.isClustered() ? recorded.without(Fact.DATA_SPACE) : recorded).text());
        boolean filtered = index.unique() && !index.filter().isEmpty() && !index.leavesNullsOut();
        if (filtered) {
            return ProcedureCall.of(
                    "create_filtered_index",
                    table.arguments(),
                    SqlLiteral.h2(H2IndexName.of(table.name(), index.name())),
                    SqlLiteral.h2(KeyColumn.directed(index.key())),
                    SqlLiteral.h2(ExpressionRewriter.check(index.filter())),
                    comment);
        }
        String nulls = index.leavesNullsOut() ? "UNIQUE NULLS DISTINCT INDEX " : "UNIQUE NULLS NOT DISTINCT INDEX ";
        return "CREATE " + (index.unique() ? nulls : "INDEX ")
                + table.inSchema(H2IndexName.of(table.name(), index.name())) + " ON " + table.h2() + " COMMENT "
                + comment + " (" + KeyColumn.directed(index.key()) + ")";
    }
}
