package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Leaves out what a script cannot make, and what cannot be made without it. What is only looked up when it runs, as in a
 * procedure, stays.
 */
final class UnwritableObjects {

    private static final Set<ObjectKind> TYPES =
            Set.of(ObjectKind.TABLE_TYPE, ObjectKind.CLR_TYPE, ObjectKind.ALIAS_TYPE, ObjectKind.XML_SCHEMA_COLLECTION);

    private static final Set<ObjectKind> ROWS = Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.FUNCTION);

    private final Set<String> gonePrincipals;
    private final Omissions omissions;
    private final List<SchemaObject> left;
    private final TableSources sources;

    private final List<SchemaObject> gone = new ArrayList<>();

    UnwritableObjects(List<SchemaObject> objects, Set<String> gonePrincipals, Omissions omissions) {
        this.left = new ArrayList<>(objects);
        this.sources = new TableSources(objects);
        this.gonePrincipals = gonePrincipals;
        this.omissions = omissions;
    }

    List<SchemaObject> without() {
        boolean more = true;
        while (more) {
            more = false;
            for (SchemaObject object : List.copyOf(left)) {
                Optional<String> why = reason(object).or(() -> missing(object));
                if (why.isPresent()) {
                    omissions.add(ObjectWords.of(object) + ": " + why.get());
                    left.remove(object);
                    gone.add(object);
                    more = true;
                }
            }
        }
        left.forEach(this::sayElsewhere);
        left.replaceAll(this::withoutParts);
        return left;
    }

    private void sayElsewhere(SchemaObject object) {
        if (isLookedUpAtOnce(object)) {
            sources.elsewhere(object)
                    .forEach(name -> omissions.add(ObjectWords.of(object) + " reads " + name
                            + ", which has to be in another database already"));
        }
    }

    /** Views, and functions that are like them or bound; other modules look tables up when they run. */
    private static boolean isLookedUpAtOnce(SchemaObject object) {
        return object.kind() == ObjectKind.VIEW
                || isFunction(object)
                        && (ObjectWords.holds(definition(object), "SCHEMABINDING")
                                || !ObjectWords.holds(definition(object), "BEGIN"));
    }

    /** Why a script cannot make it, whatever else there is. */
    private Optional<String> reason(SchemaObject object) {
        return switch (object.kind()) {
            case TABLE -> table(object);
            case VIEW, PROCEDURE, FUNCTION, DATABASE_TRIGGER -> module(object);
            case ASSEMBLY, CLR_TYPE -> Optional.of("its code is in an assembly");
            case TABLE_TYPE ->
                object.get(Property.MEMORY_OPTIMIZED)
                        .map(how -> "it is memory-optimised, and needs a file group of its own");
            case XML_SCHEMA_COLLECTION ->
                object.get(Property.DEFINITION)
                                .filter(text -> text.strip().startsWith("<"))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("its text is not known");
            case SECURITY_POLICY ->
                object.get(Property.DEFINITION).isPresent() ? Optional.empty() : Optional.of("its text is not known");
            default -> Optional.empty();
        };
    }

    private static Optional<String> table(SchemaObject table) {
        return table.get(Property.TABLE_KIND)
                .map(kind -> "it is a table of the kind " + kind)
                .or(() -> table.get(Property.MEMORY_OPTIMIZED)
                        .map(how -> "it is memory-optimised, and needs a file group of its own"))
                .or(() -> table.get(Property.LEDGER).map(kind -> "it is a ledger table"))
                .or(() -> table.parts(ObjectKind.COLUMN).stream()
                        .filter(column -> column.get(Property.ENCRYPTED).isPresent())
                        .findFirst()
                        .map(column -> "its column " + BracketedName.readable(column.name())
                                + " is encrypted with a key that is not known"));
    }

    private Optional<String> module(SchemaObject module) {
        Optional<String> text = module.get(Property.DEFINITION);
        if (text.isEmpty() || text.get().equals("(encrypted)")) {
            return Optional.of(text.isEmpty() ? "its text is not known" : "its text is encrypted");
        }
        if (!isText(text.get())) {
            return Optional.of("its code is in an assembly");
        }
        if (ObjectWords.holds(text.get(), "NATIVE_COMPILATION")) {
            return Optional.of("it is compiled natively, and needs memory-optimised tables");
        }
        Optional<String> source = isLookedUpAtOnce(module) ? sources.missing(module) : Optional.empty();
        return source.or(() -> goneExecutor(module));
    }

    private Optional<String> goneExecutor(SchemaObject module) {
        return module.get(Property.EXECUTE_AS)
                .filter(who -> gonePrincipals.stream()
                        .anyMatch(name -> BracketedName.of(name).equals(ObjectWords.key(who))))
                .map(who -> "it is executed as " + who + ", who is left out");
    }

    private static boolean isText(String definition) {
        Token first = Lexer.tokens(definition, 1).get(0);
        return first.is("CREATE", "ALTER");
    }

    /** What it needs and is left out. */
    private Optional<String> missing(SchemaObject object) {
        return switch (object.kind()) {
            case TABLE, TABLE_TYPE ->
                needed(columnTexts(object), gone -> !ROWS.contains(gone.kind()) || isFunction(gone))
                        .or(() -> currentOf(object));
            case VIEW, FUNCTION, SECURITY_POLICY ->
                needed(definition(object), gone -> ROWS.contains(gone.kind()) || TYPES.contains(gone.kind()));
            case PROCEDURE -> needed(definition(object), gone -> TYPES.contains(gone.kind()));
            default -> Optional.empty();
        };
    }

    private static boolean isFunction(SchemaObject object) {
        return object.kind() == ObjectKind.FUNCTION;
    }

    private static String definition(SchemaObject object) {
        return object.get(Property.DEFINITION).orElse("");
    }

    private static String columnTexts(SchemaObject table) {
        StringBuilder texts = new StringBuilder();
        for (SchemaObject column : table.parts(ObjectKind.COLUMN)) {
            for (Property property : List.of(Property.TYPE, Property.COMPUTED, Property.XML_COLLECTION)) {
                column.get(property).ifPresent(text -> texts.append(text).append('\n'));
            }
        }
        return texts.toString();
    }

    private Optional<String> needed(String text, Predicate<SchemaObject> counts) {
        return gone.stream()
                .filter(counts)
                .filter(needed -> ObjectWords.mentions(text, needed))
                .findFirst()
                .map(needed -> "it mentions " + ObjectWords.of(needed) + ", which is left out");
    }

    /** A history goes with its table, which alone can make it one. */
    private Optional<String> currentOf(SchemaObject table) {
        if (table.get(Property.HISTORY_TABLE).filter("(HISTORY)"::equals).isEmpty()) {
            return Optional.empty();
        }
        String name = BracketedName.of(table.name());
        return gone.stream()
                .filter(current -> current.get(Property.HISTORY_TABLE)
                        .filter(history -> history.startsWith("(" + name))
                        .isPresent())
                .findFirst()
                .map(current -> "it is the history of " + ObjectWords.of(current) + ", which is left out");
    }

    private SchemaObject withoutParts(SchemaObject object) {
        List<String> names = new ArrayList<>();
        List<SchemaObject> parts = new ArrayList<>();
        for (SchemaObject part : object.parts()) {
            Optional<String> why = partReason(part);
            if (why.isPresent()) {
                omissions.add(ObjectWords.of(object, part) + ": " + why.get());
                names.addAll(part.name());
            } else {
                parts.add(part.kind() == ObjectKind.COLUMN ? withoutDefault(object, part, names) : part);
            }
        }
        parts.removeIf(part -> isAbout(part, names));
        return object.with(object.properties(), parts);
    }

    private Optional<String> partReason(SchemaObject part) {
        return switch (part.kind()) {
            case TRIGGER -> module(part);
            case CHECK ->
                part.get(Property.CONDITION).isEmpty()
                        ? Optional.of("its condition is not known")
                        : needed(part.get(Property.CONDITION).get(), UnwritableObjects::isFunction);
            case FOREIGN_KEY -> referenced(part.get(Property.REFERENCES).orElse(""));
            default -> Optional.empty();
        };
    }

    /** {@code [dbo].[users]([id])}. */
    private Optional<String> referenced(String references) {
        return gone.stream()
                .filter(table -> table.kind() == ObjectKind.TABLE
                        && ObjectWords.key(references)
                                .startsWith(ObjectWords.key(BracketedName.of(table.name()) + "(")))
                .findFirst()
                .map(table -> "it references " + ObjectWords.of(table) + ", which is left out");
    }

    private SchemaObject withoutDefault(SchemaObject table, SchemaObject column, List<String> names) {
        Optional<String> why = needed(column.get(Property.DEFAULT).orElse(""), UnwritableObjects::isFunction);
        if (why.isEmpty()) {
            return column;
        }
        omissions.add("default of " + BracketedName.readable(table.name()) + "." + BracketedName.readable(column.name())
                + ": " + why.get());
        column.get(Property.DEFAULT_NAME).ifPresent(name -> names.add(name.substring(1, name.length() - 1)));
        return ObjectWords.without(ObjectWords.without(column, Property.DEFAULT), Property.DEFAULT_NAME);
    }

    /** Such as {@code MS_Description, CONSTRAINT, name}. */
    private static boolean isAbout(SchemaObject part, List<String> names) {
        return part.kind() == ObjectKind.EXTENDED_PROPERTY
                && part.name().size() == 3
                && !part.name().get(1).equals("COLUMN")
                && names.stream().anyMatch(part.name().get(2)::equalsIgnoreCase);
    }
}
