package dev.palindrome.h2.catalogue;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.session.H2Session;
import dev.palindrome.h2.tree.TreeSnapshot;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.TableTypeName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.constraint.Constraint;
import org.h2.constraint.ConstraintActionType;
import org.h2.constraint.ConstraintReferential;
import org.h2.engine.DbObject;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.schema.Constant;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.h2.table.TableType;
import org.h2.table.TableView;
import org.jspecify.annotations.Nullable;

/** Definitions as a session sees them: its own temporary tables are there as well. */
public final class ObjectDefinitions implements H2Definitions {

    private final SessionLocal session;
    private final List<Schema> schemas;
    private @Nullable List<Constant> constants;
    private @Nullable Map<String, List<RecordedObject>> belonging;

    private ObjectDefinitions(SessionLocal session) {
        this.session = session;
        this.schemas = new Catalogue(session.getDatabase())
                .schemas().stream()
                        .filter(schema -> !H2Front.isHidden(schema.getName()))
                        .toList();
    }

    /** Empty for a connection that is not H2's own, or not to a database in this JVM. */
    public static Optional<H2Definitions> of(Connection connection) throws SQLException {
        return H2Session.find(connection).map(found -> new ObjectDefinitions(found.session()));
    }

    private List<Constant> constants() {
        if (constants == null) {
            constants = RecordedConstants.of(new Catalogue(session.getDatabase()));
        }
        return constants;
    }

    @Override
    public List<RecordedObject> recorded() {
        return constants().stream()
                .map(constant -> RecordedConstants.read(constant, session))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Map<TableName, String> tables(String name) {
        Map<TableName, String> definitions = new LinkedHashMap<>();
        for (Schema schema : schemas) {
            @Nullable Table table = schema.findTableOrView(session, name);
            if (table != null && table.getTableType() != TableType.VIEW) {
                definitions.put(new TableName(schema.getName(), table.getName()), ofTable(table));
            }
        }
        return definitions;
    }

    /** In an order of their own: H2 turns its children about where it copies a table. */
    private String ofTable(Table table) {
        StringBuilder text = new StringBuilder();
        append(text, table);
        table.getChildren().stream()
                .flatMap(child -> ofChild(table, child).stream())
                .sorted()
                .forEach(text::append);
        belongingTo(BracketedName.of(List.of(table.getSchema().getName(), table.getName())))
                .forEach(object -> append(text, object));
        return text.toString();
    }

    @Override
    public Optional<List<String>> parts(TableName name) {
        return schemas.stream()
                .filter(schema -> schema.getName().equalsIgnoreCase(name.schema()))
                .flatMap(schema -> Stream.ofNullable(schema.findTableOrView(session, name.name())))
                .findFirst()
                .map(ObjectDefinitions::parts);
    }

    /** In the order of SCRIPT: the primary key, indexes, the other constraints. */
    private static List<String> parts(Table table) {
        List<Constraint> constraints = table.getChildren().stream()
                .filter(child -> child instanceof Constraint)
                .map(Constraint.class::cast)
                .filter(constraint -> constraint.getTable() == table)
                .sorted()
                .toList();
        List<String> statements = new ArrayList<>();
        constraints.stream()
                .filter(ObjectDefinitions::isPrimary)
                .forEach(constraint -> statements.add(constraint.getCreateSQLWithoutIndexes()));
        table.getChildren().stream()
                .flatMap(child -> child instanceof Index index ? Stream.of(index) : Stream.empty())
                .filter(index -> !index.getIndexType().getBelongsToConstraint())
                .flatMap(index -> Stream.ofNullable(index.getCreateSQL()))
                .forEach(statements::add);
        constraints.stream()
                .filter(constraint -> !isPrimary(constraint))
                .forEach(constraint -> statements.add(constraint.getCreateSQLWithoutIndexes()));
        return statements;
    }

    @Override
    public ResultSet constraints(ConstraintView view, Collection<String> names) {
        Set<Table> tables = new LinkedHashSet<>();
        for (Schema schema : new Catalogue(session.getDatabase()).schemas()) {
            names.stream()
                    .flatMap(name -> Stream.ofNullable(schema.findTableOrView(session, name)))
                    .forEach(tables::add);
        }
        return ConstraintRows.of(view, tables);
    }

    private static boolean isPrimary(Constraint constraint) {
        return constraint.getConstraintType() == Constraint.Type.PRIMARY_KEY;
    }

    private List<RecordedObject> belongingTo(String parent) {
        if (belonging == null) {
            Map<String, List<RecordedObject>> byParent = new HashMap<>();
            recorded().stream()
                    .sorted(Comparator.comparing(RecordedObject::constant))
                    .forEach(object -> object.parent()
                            .ifPresent(of -> byParent.computeIfAbsent(key(of), first -> new ArrayList<>())
                                    .add(object)));
            belonging = byParent;
        }
        return belonging.getOrDefault(key(parent), List.of());
    }

    private static String key(String parent) {
        return parent.toLowerCase(Locale.ROOT);
    }

    /** Not the indexes of constraints, whose names H2 makes up, nor what only depends on the table. */
    private static Optional<String> ofChild(Table table, DbObject child) {
        if (child instanceof Constraint constraint && constraint.getTable() == table) {
            return Optional.of(withComment(constraint.getCreateSQLWithoutIndexes(), child));
        }
        return child instanceof Index index && !index.getIndexType().getBelongsToConstraint()
                ? Optional.of(withComment(index.getCreateSQL(), child))
                : Optional.empty();
    }

    /** A constant has another value where its record has changed: to look at texts would take longer the more there are. */
    @Override
    public Object others() {
        return List.of(
                definitionsOfOthers(),
                constants().stream().map(Constant::getValue).collect(Collectors.toSet()));
    }

    private String definitionsOfOthers() {
        StringBuilder text = new StringBuilder();
        for (Schema schema : schemas) {
            text.append(schema.getName())
                    .append('\n')
                    .append(schema.getComment())
                    .append('\n');
            for (Table table : schema.getAllTablesAndViews(session)) {
                if (table.getTableType() != TableType.TABLE) {
                    append(text, table);
                }
            }
            schema.getAllSequences().stream()
                    .filter(sequence -> !sequence.getBelongsToTable())
                    .forEach(sequence -> append(text, sequence));
        }
        @Nullable Schema own = session.getDatabase().findSchema(TableTypeName.SCHEMA);
        if (own != null) {
            own.getAllTablesAndViews(null).stream()
                    .filter(table -> TableTypeName.isOne(own.getName(), table.getName()))
                    .forEach(table -> text.append(ofTable(table)));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, RecordedObject object) {
        text.append(object.schema())
                .append('\n')
                .append(object.constant())
                .append('\n')
                .append(object.recorded().text())
                .append('\n');
    }

    @Override
    public Object database() {
        return session.getDatabase();
    }

    @Override
    public Object version() {
        return TreeSnapshot.ofCatalogue(session.getDatabase()).version();
    }

    @Override
    public List<TableName> tablesWithComment(String part) {
        List<TableName> found = new ArrayList<>();
        for (Schema schema : schemas) {
            for (Table table : schema.getAllTablesAndViews(session)) {
                if (Arrays.stream(table.getColumns()).anyMatch(column -> holds(column.getComment(), part))) {
                    found.add(new TableName(schema.getName(), table.getName()));
                }
            }
        }
        return found;
    }

    /** Without a copy in other letters of every comment that there is. */
    private static boolean holds(@Nullable String comment, String part) {
        if (comment == null) {
            return false;
        }
        String fact = part.substring(0, part.indexOf('"') + 1);
        for (int at = comment.indexOf(fact); at >= 0; at = comment.indexOf(fact, at + 1)) {
            if (comment.regionMatches(true, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<View> views() {
        List<View> views = new ArrayList<>();
        for (Schema schema : new Catalogue(session.getDatabase()).schemas()) {
            for (Table table : schema.getAllTablesAndViews(session)) {
                if (table instanceof TableView view) {
                    views.add(new View(
                            schema.getName(), view.getName(), view.getComment(), String.valueOf(view.getQuerySQL())));
                }
            }
        }
        return views;
    }

    @Override
    public List<Cascade> cascades() {
        Collection<Constraint> all = new Catalogue(session.getDatabase()).inSchemas(Schema::getAllConstraints);
        return all.stream()
                .flatMap(constraint ->
                        constraint instanceof ConstraintReferential foreignKey ? Stream.of(foreignKey) : Stream.empty())
                .filter(foreignKey -> acts(foreignKey.getDeleteAction()) || acts(foreignKey.getUpdateAction()))
                .map(foreignKey -> new Cascade(
                        name(foreignKey.getReferencedConstraint().getTable()),
                        name(foreignKey.getTable()),
                        foreignKey.getDeleteAction().getSqlName(),
                        foreignKey.getUpdateAction().getSqlName()))
                .toList();
    }

    private static boolean acts(ConstraintActionType action) {
        return action == ConstraintActionType.CASCADE
                || action == ConstraintActionType.SET_NULL
                || action == ConstraintActionType.SET_DEFAULT;
    }

    private static TableName name(Table table) {
        return new TableName(table.getSchema().getName(), table.getName());
    }

    private static void append(StringBuilder text, DbObject object) {
        text.append(withComment(object.getCreateSQL(), object));
    }

    private static String withComment(@Nullable String definition, DbObject object) {
        return definition + "\n" + object.getComment() + "\n";
    }
}
