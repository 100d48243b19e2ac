package dev.palindrome.h2.systemview;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What OBJECTPROPERTY says of an object (Microsoft: objectproperty-transact-sql). */
final class ObjectProperties {

    private final H2Rows rows;
    private final ObjectRow object;

    ObjectProperties(H2Rows rows, ObjectRow object) {
        this.rows = rows;
        this.object = object;
    }

    @Nullable Object get(String property) throws SQLException {
        return switch (property) {
            case "istable", "isusertable" -> is(ObjectType.U);
            case "isview" -> is(ObjectType.V);
            case "isprocedure" -> is(ObjectType.P);
            case "isscalarfunction" -> is(ObjectType.FN);
            case "isinlinefunction" -> is(ObjectType.IF);
            case "istablefunction" -> is(ObjectType.TF, ObjectType.IF);
            case "istrigger" -> is(ObjectType.TR);
            case "isprimarykey" -> is(ObjectType.PK);
            case "isuniquecnst" -> is(ObjectType.UQ);
            case "isforeignkey" -> is(ObjectType.F);
            case "ischeckcnst" -> is(ObjectType.C);
            case "isdefaultcnst" -> is(ObjectType.D);
            case "isconstraint" -> is(ObjectType.PK, ObjectType.UQ, ObjectType.F, ObjectType.C, ObjectType.D);
            case "ismsshipped", "issystemtable" -> 0;
            case "isschemabound" -> Boolean.TRUE.equals(object.get("is_schema_bound")) ? 1 : 0;
            case "execisansinullson" -> ofModule("uses_ansi_nulls");
            case "execisquotedidenton" -> ofModule("uses_quoted_identifier");
            case "schemaid", "ownerid" -> property.equals("ownerid") ? (Object) 1 : object.get("schema_id");
            case "basetype" -> object.type().name();
            default -> ofTable(property);
        };
    }

    private @Nullable Object ofModule(String setting) {
        Object on = object.get(setting);
        return on == null ? null : Boolean.TRUE.equals(on) ? 1 : (Integer) 0;
    }

    private @Nullable Object ofTable(String property) throws SQLException {
        if (object.type() != ObjectType.U) {
            return null;
        }
        return switch (property) {
            case "tablehasidentity" -> hasColumn(row -> row.is("IS_IDENTITY", "YES"));
            case "tablehasdefaultcnst" ->
                hasColumn(row -> Recorded.parse(row.text("REMARKS"))
                        .get(Fact.DEFAULT_NAME)
                        .isPresent());
            case "tabletemporaltype" -> object.get("temporal_type");
            case "tablehasprimarykey" -> hasConstraint("PRIMARY KEY");
            case "tablehasuniquecnst" -> hasConstraint("UNIQUE");
            case "tablehasforeignkey" -> hasConstraint("FOREIGN KEY");
            case "tablehascheckcnst" -> hasConstraint("CHECK");
            case "tablehasindex" -> hasIndex(index -> index.number() > 0);
            case "tablehasclustindex" -> hasIndex(index -> index.number() == 1);
            case "tablehasnonclustindex" -> hasIndex(index -> index.number() > 1);
            default -> null;
        };
    }

    private int is(ObjectType... types) {
        for (ObjectType type : types) {
            if (object.type() == type) {
                return 1;
            }
        }
        return 0;
    }

    private TableName table() {
        return object.object();
    }

    private boolean isOfTable(H2Row row) {
        return SystemIndexes.tableOf(row).equals(table());
    }

    private int hasColumn(Predicate<H2Row> wanted) throws SQLException {
        return rows.columns(table().name()).stream().anyMatch(row -> isOfTable(row) && wanted.test(row)) ? 1 : 0;
    }

    private int hasConstraint(String type) throws SQLException {
        return rows.constraints(table().name()).stream()
                        .anyMatch(row -> isOfTable(row) && row.is("CONSTRAINT_TYPE", type))
                ? 1
                : 0;
    }

    private int hasIndex(Predicate<SystemIndexes.Index> wanted) throws SQLException {
        return SystemIndexes.of(rows, table().name()).all().stream()
                        .anyMatch(index -> index.table().equals(table()) && wanted.test(index))
                ? 1
                : 0;
    }
}
