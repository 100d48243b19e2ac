package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Leaves out what a script cannot make, and what cannot be made without it. What is only looked up when it runs, as in a
 * procedure, stays.
 */
final class UnwritableObjects {

    private final Set<String> gonePrincipals;
    private final Omissions omissions;
    private final List<SchemaObject> objects;
    private final TableSources sources;
    private final BiFunction<String, String, NamesInText> reader;

    private final Map<SchemaObject, NamesInText> read = new IdentityHashMap<>();
    private final Map<SchemaObject, String> reasons = new IdentityHashMap<>();
    private final Map<String, SchemaObject> gone = new HashMap<>();

    UnwritableObjects(List<SchemaObject> objects, Set<String> gonePrincipals, Omissions omissions) {
        this(objects, gonePrincipals, omissions, NamesInText::of);
    }

    /** @param reader reads a text of an object in a schema */
    UnwritableObjects(
            List<SchemaObject> objects,
            Set<String> gonePrincipals,
            Omissions omissions,
            BiFunction<String, String, NamesInText> reader) {
        this.objects = objects;
        this.sources = new TableSources(objects);
        this.gonePrincipals = gonePrincipals;
        this.omissions = omissions;
        this.reader = reader;
    }

    List<SchemaObject> without() {
        objects.forEach(object -> reason(object).ifPresent(why -> reasons.put(object, why)));
        if (!reasons.isEmpty()) {
            leaveOutWhatNeedsThem();
        }
        List<SchemaObject> left = new ArrayList<>();
        for (SchemaObject object : objects) {
            if (reasons.containsKey(object)) {
                omissions.add(ObjectWords.of(object) + ": " + reasons.get(object));
            } else {
                left.add(object);
            }
        }
        left.forEach(this::sayElsewhere);
        left.replaceAll(this::withoutParts);
        return left;
    }

    /** Each object that goes is looked at once, and with it only what needs it. */
    private void leaveOutWhatNeedsThem() {
        Map<String, List<SchemaObject>> users = new HashMap<>();
        for (SchemaObject object : objects) {
            if (!reasons.containsKey(object)) {
                ObjectNeeds.of(object, this::names)
                        .forEach(need -> users.computeIfAbsent(need, known -> new ArrayList<>())
                                .add(object));
            }
        }
        Deque<SchemaObject> going =
                new ArrayDeque<>(objects.stream().filter(reasons::containsKey).toList());
        while (!going.isEmpty()) {
            SchemaObject object = going.remove();
            for (String given : ObjectNeeds.givenBy(object)) {
                gone.put(given, object);
                for (SchemaObject user : users.getOrDefault(given, List.of())) {
                    if (!reasons.containsKey(user)) {
                        reasons.put(user, ObjectNeeds.reason(given, object));
                        going.add(user);
                    }
                }
            }
        }
    }

    /** What the text of a module names; each text is read once. */
    private NamesInText names(SchemaObject module) {
        return read.computeIfAbsent(
                module,
                known -> reader.apply(
                        known.get(Property.DEFINITION).orElse(""), known.name().get(0)));
    }

    private void sayElsewhere(SchemaObject object) {
        if (isLookedUpAtOnce(object)) {
            TableSources.elsewhere(names(object))
                    .forEach(name -> omissions.add(ObjectWords.of(object) + " reads " + name
                            + ", which has to be in another database already"));
        }
    }

    /** Views, and functions that are like them or bound; other modules look tables up when they run. */
    private boolean isLookedUpAtOnce(SchemaObject object) {
        return object.kind() == ObjectKind.VIEW
                || object.kind() == ObjectKind.FUNCTION
                        && (names(object).marks().contains("SCHEMABINDING")
                                || !names(object).marks().contains("BEGIN"));
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
        if (!names(module).isModule()) {
            return Optional.of("its code is in an assembly");
        }
        if (names(module).marks().contains("NATIVE_COMPILATION")) {
            return Optional.of("it is compiled natively, and needs memory-optimised tables");
        }
        Optional<String> source = isLookedUpAtOnce(module) ? sources.missing(names(module)) : Optional.empty();
        return source.or(() -> goneExecutor(module));
    }

    private Optional<String> goneExecutor(SchemaObject module) {
        return module.get(Property.EXECUTE_AS)
                .filter(who -> gonePrincipals.stream()
                        .anyMatch(name -> BracketedName.of(name).equals(ObjectWords.key(who))))
                .map(who -> "it is executed as " + who + ", who is left out");
    }

    private Optional<String> goneFunction(SchemaObject owner, String expression) {
        return gone.isEmpty() || expression.isEmpty()
                ? Optional.empty()
                : ObjectNeeds.called(reader.apply(expression, owner.name().get(0)))
                        .flatMap(
                                need -> Optional.ofNullable(gone.get(need))
                                        .map(function -> ObjectNeeds.reason(need, function))
                                        .stream())
                        .findFirst();
    }

    private SchemaObject withoutParts(SchemaObject object) {
        List<String> names = new ArrayList<>();
        List<SchemaObject> parts = new ArrayList<>();
        for (SchemaObject part : object.parts()) {
            Optional<String> why = partReason(object, part);
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

    private Optional<String> partReason(SchemaObject owner, SchemaObject part) {
        return switch (part.kind()) {
            case TRIGGER -> module(part);
            case CHECK ->
                part.get(Property.CONDITION).isEmpty()
                        ? Optional.of("its condition is not known")
                        : goneFunction(owner, part.get(Property.CONDITION).get());
            case FOREIGN_KEY -> referenced(part.get(Property.REFERENCES).orElse(""));
            default -> Optional.empty();
        };
    }

    /** {@code [dbo].[users]([id])}. */
    private Optional<String> referenced(String references) {
        return gone.isEmpty()
                ? Optional.empty()
                : reader.apply(references, "dbo").calls().stream()
                        .flatMap(name -> Optional.ofNullable(gone.get(ObjectNeeds.table(name))).stream())
                        .findFirst()
                        .map(table -> "it references " + ObjectWords.of(table) + ", which is left out");
    }

    private SchemaObject withoutDefault(SchemaObject table, SchemaObject column, List<String> names) {
        Optional<String> why = goneFunction(table, column.get(Property.DEFAULT).orElse(""));
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
