package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.tsql.ExecutedSql;
import dev.palindrome.tsql.Lexer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much further than to what it mentions a script reaches, on a server whose statements do not mention whatever they
 * touch: through views and synonyms, by triggers of what it touches and of the database, and into history tables. Procedures
 * are no matter of this: a script that executes one is not known.
 */
final class ModuleReach {

    /** Where one of these could not be read, there may be any. */
    private static final Set<ObjectKind> READ =
            EnumSet.of(ObjectKind.VIEW, ObjectKind.TRIGGER, ObjectKind.DATABASE_TRIGGER, ObjectKind.SYNONYM);

    private static final String OF_CLR = "EXTERNAL NAME";

    private final SchemaSnapshot schema;
    private final ScriptNames names = new ScriptNames();
    private final Set<SchemaObject> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean isKnown;

    private ModuleReach(Set<String> words, SchemaSnapshot schema) {
        this.schema = schema;
        this.isKnown = schema.notCompared().stream()
                .noneMatch(gap -> gap.kinds().stream().anyMatch(READ::contains));
        names.addAll(words);
    }

    /**
     * @param words what a script mentions
     * @param schema in which it runs
     * @return what else is reached, and that; empty where it cannot be told
     */
    static Optional<Set<String>> of(Set<String> words, SchemaSnapshot schema) {
        ModuleReach reach = new ModuleReach(words, schema);
        reach.follow();
        return reach.isKnown ? Optional.of(reach.names.all()) : Optional.empty();
    }

    private void follow() {
        schema.objects(ObjectKind.DATABASE_TRIGGER).forEach(this::module);
        ForeignKeyCascades cascades = new ForeignKeyCascades();
        for (int before = -1; isKnown && before < followed.size(); ) {
            before = followed.size();
            new TouchedTables(Optional.of(names.all()), false)
                    .tables(schema, cascades)
                    .forEach(this::table);
            mentioned(ObjectKind.VIEW).forEach(this::module);
            mentioned(ObjectKind.SYNONYM).forEach(synonym -> text(synonym, Property.TARGET));
        }
    }

    private List<SchemaObject> mentioned(ObjectKind kind) {
        return schema.objects(kind).stream()
                .filter(object -> names.has(object.simpleName()))
                .toList();
    }

    private void table(Table table) {
        if (followed.add(table.object())) {
            names.addAll(List.of(table.name()));
            table.object().parts(ObjectKind.TRIGGER).forEach(this::module);
            table.object().get(Property.HISTORY_TABLE).ifPresent(history -> names.add(Lexer.tokens(history, 1)));
        }
    }

    private void text(SchemaObject object, Property property) {
        if (followed.add(object)) {
            object.get(property).ifPresent(text -> names.add(Lexer.tokens(text, 1)));
        }
    }

    private void module(SchemaObject module) {
        if (!followed.add(module)) {
            return;
        }
        module.parts(ObjectKind.TRIGGER).forEach(this::module);
        Optional<ExecutedSql> sql = module.get(Property.DEFINITION)
                .filter(text -> !text.startsWith("(") && !text.contains(OF_CLR))
                .map(ExecutedSql::of);
        isKnown &= sql.filter(ExecutedSql::isKnown).isPresent();
        sql.ifPresent(known -> known.texts().forEach(names::add));
    }
}
