package dev.palindrome.h2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.h2.constraint.Constraint;
import org.h2.engine.Database;
import org.h2.engine.DbObject;
import org.h2.engine.RightOwner;
import org.h2.engine.User;
import org.h2.index.Index;
import org.h2.schema.Domain;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.h2.table.TableView;

/** Lists what is in a database, each thing after those that it needs. */
final class H2ObjectList {

    /** H2 sets it by itself when a database is made. */
    private static final String CREATE_BUILD = "CREATE_BUILD";

    /** The number of the table in which H2 keeps its objects. Before 2.3 its index stands among the others. */
    private static final int CATALOGUE = 0;

    private static final Comparator<DbObject> BY_NUMBER = Comparator.comparingInt(DbObject::getId);

    private final Database engine;
    private final List<Table> tables;
    private final List<Constraint> constraints;

    H2ObjectList(Database engine) {
        this.engine = engine;
        this.tables = inSchemas(schema -> schema.getAllTablesAndViews(null));
        this.constraints = inSchemas(Schema::getAllConstraints);
        constraints.sort(Comparator.comparing((Constraint constraint) -> !isKey(constraint))
                .thenComparing(BY_NUMBER));
    }

    List<String> settings() {
        return statements(engine.getAllSettings().stream()
                .filter(setting -> !setting.getName().equals(CREATE_BUILD))
                .toList());
    }

    /** Users before roles: of users, the one who works here must be there before all others. */
    List<String> owners(boolean passwords) {
        List<RightOwner> owners = new ArrayList<>(engine.getAllUsersAndRoles());
        owners.sort(Comparator.comparing((RightOwner owner) -> !(owner instanceof User))
                .thenComparing(BY_NUMBER));
        return owners.stream()
                .map(owner -> owner instanceof User user ? user.getCreateSQL(passwords) : owner.getCreateSQL())
                .filter(Objects::nonNull)
                .toList();
    }

    List<String> tables() {
        List<DbObject> objects = new ArrayList<>(engine.getAllSchemas());
        List<Domain> domains = inSchemas(Schema::getAllDomains);
        domains.sort(Comparator.comparingInt(H2ObjectList::depth));
        objects.addAll(domains);
        objects.addAll(inSchemas(Schema::getAllConstants));
        objects.addAll(inSchemas(Schema::getAllFunctionsAndAggregates));
        inSchemas(Schema::getAllSequences).stream()
                .filter(sequence -> !sequence.getBelongsToTable())
                .forEach(objects::add);
        tables.stream().filter(table -> !(table instanceof TableView)).forEach(objects::add);
        return statements(objects);
    }

    /** How many domains a domain is made of. */
    private static int depth(Domain domain) {
        return domain.getDomain() == null ? 0 : 1 + depth(domain.getDomain());
    }

    /**
     * Constraints find the indexes that they use, and no others from among which H2 would choose another one. Views come in
     * an order in which each finds those that it is made of.
     */
    List<String> others() {
        List<DbObject> objects = new ArrayList<>();
        List<Index> indexes = inSchemas(Schema::getAllIndexes);
        indexes.removeIf(index -> index.getTable().getId() == CATALOGUE);
        indexes.stream().filter(this::isUsed).forEach(objects::add);
        objects.addAll(constraints);
        indexes.stream().filter(index -> !isUsed(index)).forEach(objects::add);
        objects.addAll(views());
        objects.addAll(inSchemas(Schema::getAllSynonyms));
        objects.addAll(inSchemas(Schema::getAllTriggers));
        objects.addAll(engine.getAllRights());
        objects.addAll(engine.getAllComments());
        List<String> statements = new ArrayList<>(statements(objects));
        statements.addAll(uncheckedKeys());
        return statements;
    }

    private static boolean isKey(Constraint constraint) {
        return constraint.getConstraintType() == Constraint.Type.PRIMARY_KEY
                || constraint.getConstraintType() == Constraint.Type.UNIQUE;
    }

    private boolean isUsed(Index index) {
        return index.getTable().getChildren().stream()
                .anyMatch(child -> child instanceof Constraint constraint && constraint.usesIndex(index));
    }

    private Collection<TableView> views() {
        LinkedHashSet<TableView> views = new LinkedHashSet<>();
        tables.forEach(table -> {
            if (table instanceof TableView view) {
                addLast(views, view);
            }
        });
        return views;
    }

    /** What was listed too early moves to the end. */
    private static void addLast(LinkedHashSet<TableView> views, TableView view) {
        views.remove(view);
        views.add(view);
        view.getDependentViews().forEach(dependent -> addLast(views, dependent));
    }

    /** H2's catalogue does not hold what was switched off, for a table or for all. */
    private List<String> uncheckedKeys() {
        List<String> statements = new ArrayList<>();
        tables.stream()
                .filter(table -> !table.getCheckForeignKeyConstraints())
                .map(table ->
                        "ALTER TABLE " + table.getSQL(DbObject.DEFAULT_SQL_FLAGS) + " SET REFERENTIAL_INTEGRITY FALSE")
                .forEach(statements::add);
        if (!engine.getReferentialIntegrity()) {
            statements.add("SET REFERENTIAL_INTEGRITY FALSE");
        }
        return statements;
    }

    private <T extends DbObject> List<T> inSchemas(Function<Schema, Collection<? extends T>> content) {
        List<T> objects = new ArrayList<>();
        engine.getAllSchemasNoMeta().forEach(schema -> objects.addAll(content.apply(schema)));
        objects.sort(BY_NUMBER);
        return objects;
    }

    /** What H2 makes by itself has none. */
    private static List<String> statements(Collection<? extends DbObject> objects) {
        return objects.stream()
                .map(DbObject::getCreateSQL)
                .filter(Objects::nonNull)
                .toList();
    }
}
