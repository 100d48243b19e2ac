package dev.palindrome.h2;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.h2.constraint.Constraint;
import org.h2.engine.Database;
import org.h2.engine.DbObject;
import org.h2.mvstore.db.MVTable;
import org.h2.table.Table;
import org.h2.table.TableView;

/**
 * Puts back the tables and views whose schema changed, with the views that stand on them, and leaves the others standing, which
 * takes no longer where there are many of them. It may not succeed, and then the database is neither as it was nor as it is
 * wanted.
 */
public final class H2ChangedTables {

    private final H2Session session;
    private final H2RebuildScript script;
    private final H2State state;
    private final Set<String> names;

    /**
     * Knows what to do.
     *
     * @param session alone in the database
     * @param script that made the schema as it was
     * @param state what the database was like
     * @param names schemas and names of the tables and views that are and were not the same
     */
    public H2ChangedTables(H2Session session, H2RebuildScript script, H2State state, Set<String> names) {
        this.session = session;
        this.script = script;
        this.state = state;
        this.names = names;
    }

    /** Whether there is a chance, and nothing that H2 cannot drop. */
    public boolean canBePutBack() {
        return !names.isEmpty()
                && !script.hasQueriesOutsideViews()
                && !session.hasHadMaterializedView()
                && present().stream().allMatch(H2ChangedTables::canBeDropped);
    }

    private static boolean canBeDropped(Table table) {
        return table instanceof TableView || table instanceof MVTable && !table.isTemporary();
    }

    public void putBack() throws SQLException {
        List<H2TableRows> touched = state.touchedTables().stream()
                .filter(table -> !names.contains(table.name()))
                .toList();
        for (String statement : dropping(present())) {
            session.execute(statement);
        }
        script.makeOnly(session, state.definitions().difference().gone());
        session.run(work -> {
            List<H2TableChange> changes =
                    touched.stream().map(H2TableRows::change).toList();
            changes.forEach(change -> change.remove(work));
            changes.forEach(change -> change.add(work));
            touched.forEach(table -> table.checkKeys(work));
            state.fillMadeAnew(work);
        });
        touched.forEach(H2TableRows::putIdentitiesBack);
        touched.forEach(H2TableRows::settle);
        state.movedSequences().forEach(H2Counter::putBack);
    }

    private List<Table> present() {
        List<Table> tables = new ArrayList<>();
        session.engine().getAllSchemasNoMeta().forEach(schema -> tables.addAll(schema.getAllTablesAndViews(null)));
        tables.removeIf(table -> !names.contains(H2TableRows.name(table)));
        return tables;
    }

    /** Views and foreign keys first, so that none stands in another's way. */
    private List<String> dropping(List<Table> tables) {
        List<String> statements = new ArrayList<>();
        H2ViewsOn views = new H2ViewsOn(session.engine());
        names.forEach(views::addThoseOn);
        views.inOrder().forEach(view -> statements.add("DROP VIEW " + sql(view) + " RESTRICT"));
        for (Constraint constraint : constraints(session.engine())) {
            if (constraint.getConstraintType() == Constraint.Type.REFERENTIAL
                    && tables.contains(constraint.getRefTable())) {
                statements.add("ALTER TABLE " + sql(constraint.getTable()) + " DROP CONSTRAINT " + sql(constraint));
            }
        }
        tables.stream()
                .filter(MVTable.class::isInstance)
                .forEach(table -> statements.add("DROP TABLE " + sql(table) + " RESTRICT"));
        return statements;
    }

    private static List<Constraint> constraints(Database engine) {
        List<Constraint> constraints = new ArrayList<>();
        engine.getAllSchemasNoMeta().forEach(schema -> constraints.addAll(schema.getAllConstraints()));
        return constraints;
    }

    private static String sql(DbObject object) {
        return object.getSQL(DbObject.DEFAULT_SQL_FLAGS);
    }
}
