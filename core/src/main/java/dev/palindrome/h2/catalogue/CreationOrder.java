package dev.palindrome.h2.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.h2.constraint.Constraint;
import org.h2.engine.DbObject;
import org.h2.engine.RightOwner;
import org.h2.engine.User;
import org.h2.index.Index;
import org.h2.schema.Domain;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.h2.table.TableView;

/** The statements that make a database's objects, each after those of what it needs. */
final class CreationOrder {

    /** H2 sets it by itself when a database is made. */
    private static final String CREATE_BUILD = "CREATE_BUILD";

    /** The number of the table in which H2 keeps its objects. Before 2.3 its index stands among the others. */
    private static final int CATALOGUE = 0;

    private static final Comparator<DbObject> BY_NUMBER = Comparator.comparingInt(DbObject::getId);

    private final Catalogue catalogue;
    private final List<Table> tables;
    private final List<Constraint> constraints;

    CreationOrder(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.tables = catalogue.tables();
        tables.sort(BY_NUMBER);
        this.constraints = byNumber(Schema::getAllConstraints);
        constraints.sort(Comparator.comparing((Constraint constraint) -> !isKey(constraint))
                .thenComparing(BY_NUMBER));
    }

    static List<String> settings(Catalogue catalogue) {
        return Catalogue.statements(catalogue.engine().getAllSettings().stream()
                .filter(setting -> !setting.getName().equals(CREATE_BUILD))
                .toList());
    }

    /** Users before roles: of users, the one who works here must be there before all others. */
    List<String> owners(boolean passwords) {
        List<RightOwner> owners = new ArrayList<>(catalogue.engine().getAllUsersAndRoles());
        owners.sort(Comparator.comparing((RightOwner owner) -> !(owner instanceof User))
                .thenComparing(BY_NUMBER));
        return owners.stream()
                .map(owner -> owner instanceof User user ? user.getCreateSQL(passwords) : owner.getCreateSQL())
                .filter(Objects::nonNull)
                .toList();
    }

    /** With what they are made of, but without indexes and constraints. */
    List<String> tables() {
        List<DbObject> objects = new ArrayList<>(catalogue.engine().getAllSchemas());
        List<Domain> domains = byNumber(Schema::getAllDomains);
        domains.sort(Comparator.comparingInt(CreationOrder::depth));
        objects.addAll(domains);
        objects.addAll(byNumber(Schema::getAllConstants));
        objects.addAll(byNumber(Schema::getAllFunctionsAndAggregates));
        catalogue.sequences().stream().sorted(BY_NUMBER).forEach(objects::add);
        tables.stream().filter(table -> !(table instanceof TableView)).forEach(objects::add);
        return Catalogue.statements(objects);
    }

    /** How many domains a domain is made of. */
    private static int depth(Domain domain) {
        return domain.getDomain() == null ? 0 : 1 + depth(domain.getDomain());
    }

    /**
     * What stands on tables. Constraints find the indexes that they use, and no others from among which H2 would choose
     * another one. Views come in an order in which each finds those that it is made of.
     */
    List<String> others() {
        List<DbObject> objects = new ArrayList<>();
        List<Index> indexes = byNumber(Schema::getAllIndexes);
        indexes.removeIf(index -> index.getTable().getId() == CATALOGUE);
        indexes.stream().filter(this::isUsed).forEach(objects::add);
        objects.addAll(constraints);
        indexes.stream().filter(index -> !isUsed(index)).forEach(objects::add);
        objects.addAll(views());
        objects.addAll(byNumber(Schema::getAllSynonyms));
        objects.addAll(byNumber(Schema::getAllTriggers));
        objects.addAll(catalogue.engine().getAllRights());
        objects.addAll(catalogue.engine().getAllComments());
        List<String> statements = new ArrayList<>(Catalogue.statements(objects));
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
                .map(table -> "ALTER TABLE " + Catalogue.sqlName(table) + " SET REFERENTIAL_INTEGRITY FALSE")
                .forEach(statements::add);
        if (!catalogue.engine().getReferentialIntegrity()) {
            statements.add("SET REFERENTIAL_INTEGRITY FALSE");
        }
        return statements;
    }

    private <T extends DbObject> List<T> byNumber(Function<Schema, Collection<? extends T>> content) {
        List<T> objects = catalogue.inSchemas(content);
        objects.sort(BY_NUMBER);
        return objects;
    }
}
