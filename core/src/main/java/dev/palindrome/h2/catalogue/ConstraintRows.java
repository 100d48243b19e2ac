package dev.palindrome.h2.catalogue;

import dev.palindrome.h2.H2Definitions.ConstraintView;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.h2.constraint.Constraint;
import org.h2.constraint.ConstraintReferential;
import org.h2.constraint.ConstraintUnique;
import org.h2.engine.DbObject;
import org.h2.table.Column;
import org.h2.table.IndexColumn;
import org.h2.table.Table;
import org.h2.tools.SimpleResultSet;
import org.jspecify.annotations.Nullable;

/** What the information schema says of the constraints of some tables: H2 itself goes through those of all tables for it. */
final class ConstraintRows {

    private static final List<String> NAMES = List.of("CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");

    private static final List<String> OF_TABLES = List.of("CONSTRAINT_TYPE", "TABLE_SCHEMA", "TABLE_NAME", "REMARKS");

    private static final List<String> OF_KEYS =
            List.of("TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME", "ORDINAL_POSITION", "POSITION_IN_UNIQUE_CONSTRAINT");

    private static final List<String> OF_REFERENCES =
            List.of("UNIQUE_CONSTRAINT_SCHEMA", "UNIQUE_CONSTRAINT_NAME", "UPDATE_RULE", "DELETE_RULE");

    private final ConstraintView view;
    private final SimpleResultSet rows = new SimpleResultSet();

    private ConstraintRows(ConstraintView view) {
        this.view = view;
        NAMES.forEach(this::column);
        List<String> others = switch (view) {
            case TABLE_CONSTRAINTS -> OF_TABLES;
            case KEY_COLUMN_USAGE -> OF_KEYS;
            case REFERENTIAL_CONSTRAINTS -> OF_REFERENCES;
        };
        others.forEach(this::column);
    }

    private void column(String name) {
        rows.addColumn(name, name.contains("POSITION") ? Types.INTEGER : Types.VARCHAR, 0, 0);
    }

    static ResultSet of(ConstraintView view, Collection<Table> tables) {
        ConstraintRows found = new ConstraintRows(view);
        for (Table table : tables) {
            for (DbObject child : table.getChildren()) {
                if (child instanceof Constraint constraint && constraint.getTable() == table) {
                    found.add(constraint);
                }
            }
        }
        return found.rows;
    }

    private void add(Constraint constraint) {
        switch (view) {
            case TABLE_CONSTRAINTS -> ofTable(constraint);
            case KEY_COLUMN_USAGE -> columns(constraint);
            case REFERENTIAL_CONSTRAINTS -> {
                if (constraint instanceof ConstraintReferential foreignKey) {
                    reference(foreignKey);
                }
            }
        }
    }

    private void ofTable(Constraint constraint) {
        Table table = constraint.getTable();
        rows.addRow(
                constraint.getSchema().getName(),
                constraint.getName(),
                constraint.getConstraintType().getSqlName(),
                table.getSchema().getName(),
                table.getName(),
                constraint.getComment());
    }

    private void columns(Constraint constraint) {
        if (constraint instanceof ConstraintReferential foreignKey) {
            IndexColumn[] referenced = foreignKey.getReferencedConstraint().getColumns();
            IndexColumn[] pointsTo = foreignKey.getRefColumns();
            IndexColumn[] columns = foreignKey.getColumns();
            for (int i = 0; i < columns.length; i++) {
                keyColumn(constraint, i + 1, columns[i].column, position(referenced, pointsTo[i].column));
            }
        } else if (constraint instanceof ConstraintUnique key) {
            IndexColumn[] columns = key.getColumns();
            for (int i = 0; i < columns.length; i++) {
                keyColumn(constraint, i + 1, columns[i].column, null);
            }
        }
    }

    private static @Nullable Integer position(IndexColumn[] key, Column column) {
        for (int i = 0; i < key.length; i++) {
            if (key[i].column.equals(column)) {
                return i + 1;
            }
        }
        return null;
    }

    private void keyColumn(Constraint constraint, int position, Column column, @Nullable Integer positionInKey) {
        Table table = constraint.getTable();
        rows.addRow(
                constraint.getSchema().getName(),
                constraint.getName(),
                table.getSchema().getName(),
                table.getName(),
                column.getName(),
                position,
                positionInKey);
    }

    private void reference(ConstraintReferential foreignKey) {
        ConstraintUnique key = foreignKey.getReferencedConstraint();
        rows.addRow(
                foreignKey.getSchema().getName(),
                foreignKey.getName(),
                key.getSchema().getName(),
                key.getName(),
                foreignKey.getUpdateAction().getSqlName(),
                foreignKey.getDeleteAction().getSqlName());
    }
}
