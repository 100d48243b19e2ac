package dev.palindrome.h2.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.h2.engine.Database;
import org.h2.engine.DbObject;
import org.h2.schema.Schema;
import org.h2.schema.Sequence;
import org.h2.table.Table;
import org.h2.table.TableView;
import org.jspecify.annotations.Nullable;

/** The objects of a database, as H2 has them in memory: the one place that asks H2 for them. */
public final class Catalogue {

    private final Database engine;

    public Catalogue(Database engine) {
        this.engine = engine;
    }

    Database engine() {
        return engine;
    }

    /** All but H2's own, in no order that matters. */
    List<Schema> schemas() {
        return List.copyOf(engine.getAllSchemasNoMeta());
    }

    <T extends DbObject> List<T> inSchemas(Function<Schema, Collection<? extends T>> content) {
        List<T> objects = new ArrayList<>();
        schemas().forEach(schema -> objects.addAll(content.apply(schema)));
        return objects;
    }

    /** Views as well, and temporary tables that everybody sees. */
    public List<Table> tables() {
        return inSchemas(schema -> schema.getAllTablesAndViews(null));
    }

    /** Those of tables as well. */
    List<Sequence> allSequences() {
        return inSchemas(Schema::getAllSequences);
    }

    /** Those that belong to no table. */
    public List<Sequence> sequences() {
        List<Sequence> sequences = allSequences();
        sequences.removeIf(Sequence::getBelongsToTable);
        return sequences;
    }

    /** Views that cannot be asked anything, because something that they name is not there; their names as SQL takes them. */
    public List<String> invalidViews() {
        return tables().stream()
                .filter(table -> table instanceof TableView view && view.isInvalid())
                .map(Catalogue::sqlName)
                .sorted()
                .toList();
    }

    /** Schema and name, without quotes. */
    public static String name(Table table) {
        return table.getSchema().getName() + "." + table.getName();
    }

    /** One that is dropped leaves a table without a name. */
    boolean hasHadMaterializedView() {
        return tables().stream()
                .anyMatch(table ->
                        table.getName() == null || table.getTableType().name().equals("MATERIALIZED_VIEW"));
    }

    static String sqlName(DbObject object) {
        return object.getSQL(DbObject.DEFAULT_SQL_FLAGS);
    }

    /** The statement that makes an object; none for what H2 makes by itself. */
    static Optional<String> statement(DbObject object) {
        @Nullable String sql = object.getCreateSQL();
        return Optional.ofNullable(sql);
    }

    static List<String> statements(Collection<? extends DbObject> objects) {
        return objects.stream()
                .map(Catalogue::statement)
                .flatMap(Optional::stream)
                .toList();
    }
}
