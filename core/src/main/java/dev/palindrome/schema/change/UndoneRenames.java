package dev.palindrome.schema.change;

import dev.palindrome.schema.NameChange;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes renames back, of which it is known that they were made: the last one first. */
final class UndoneRenames {

    private final ChangeScript script;
    private SchemaSnapshot actual;

    private UndoneRenames(SchemaSnapshot actual, ChangeScript script) {
        this.actual = actual;
        this.script = script;
    }

    /** @return the schema with the old names; empty where there is nothing that has one of the new ones */
    static Optional<SchemaSnapshot> write(SchemaSnapshot actual, List<NameChange> made, ChangeScript script) {
        UndoneRenames renames = new UndoneRenames(actual, script);
        for (int i = made.size() - 1; i >= 0; i--) {
            if (!renames.undo(made.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(renames.actual);
    }

    private boolean undo(NameChange made) {
        List<String> now = new ArrayList<>(made.name());
        String before = now.set(now.size() - 1, made.newName());
        return switch (made.kind()) {
            case COLUMN -> column(now, before);
            case INDEX -> part(List.of(now.get(0), now.get(1)), now.get(2), before, true);
            case OBJECT -> table(now, before) || constraint(now, before);
        };
    }

    private boolean table(List<String> name, String before) {
        Optional<SchemaObject> table = find(name);
        table.ifPresent(found -> {
            RenamedTable renamed =
                    new RenamedTable(found.name(), List.of(found.name().get(0), before));
            script.renamed(renamed.sentence());
            script.add(ChangePhase.RENAME_BACK, renamed.sql());
            actual = ChangedEach.of(actual, renamed::in);
        });
        return table.isPresent();
    }

    private boolean column(List<String> name, String before) {
        Optional<SchemaObject> table = find(name.subList(0, 2));
        Optional<SchemaObject> column = table.flatMap(found -> found.parts(ObjectKind.COLUMN).stream()
                .filter(part -> part.simpleName().equalsIgnoreCase(name.get(2)))
                .findFirst());
        column.ifPresent(found -> {
            RenamedColumn renamed = new RenamedColumn(table.get().name(), found.simpleName(), before);
            script.renamed(renamed.sentence());
            script.add(ChangePhase.RENAME_BACK, renamed.sql());
            actual = renamed.in(actual);
        });
        return column.isPresent();
    }

    private boolean constraint(List<String> name, String before) {
        return actual.objects(ObjectKind.TABLE).stream()
                .filter(table -> table.name().get(0).equalsIgnoreCase(name.get(0)))
                .anyMatch(table -> part(table.name(), name.get(1), before, false));
    }

    private boolean part(List<String> table, String from, String to, boolean isIndex) {
        Optional<SchemaObject> found = find(table);
        Optional<SchemaObject> part = found.flatMap(owner -> owner.parts().stream()
                .filter(other -> isIndex
                        ? other.kind() == ObjectKind.INDEX
                        : other.kind().isConstraint())
                .filter(other -> other.simpleName().equalsIgnoreCase(from))
                .findFirst());
        part.ifPresent(old -> {
            String owner = BracketedName.of(isIndex ? table : table.subList(0, 1));
            script.add(
                    ChangePhase.RENAME_BACK,
                    "EXEC sp_rename " + SqlLiteral.of(owner + "." + BracketedName.of(old.simpleName())) + ", "
                            + SqlLiteral.of(to) + ", " + SqlLiteral.of(isIndex ? "INDEX" : "OBJECT"));
            SchemaObject changed = found.get();
            actual = ChangedEach.of(
                    actual,
                    object -> object == changed
                            ? object.with(
                                    object.properties(),
                                    object.parts().stream()
                                            .map(each -> each == old ? each.named(List.of(to)) : each)
                                            .toList())
                            : object);
        });
        return part.isPresent();
    }

    private Optional<SchemaObject> find(List<String> table) {
        return actual.objects(ObjectKind.TABLE).stream()
                .filter(object -> object.name().get(0).equalsIgnoreCase(table.get(0))
                        && object.simpleName().equalsIgnoreCase(table.get(1)))
                .findFirst();
    }
}
