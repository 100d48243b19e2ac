package dev.palindrome.schema.change;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Difference.Renamed;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Gives back names of which only upper and lower case differ: there is nothing to guess. */
final class CaseRenames {

    private final ChangeScript script;
    private SchemaSnapshot actual;

    private CaseRenames(SchemaSnapshot actual, ChangeScript script) {
        this.actual = actual;
        this.script = script;
    }

    /** Writes what gives them back, and says what the schema is then. */
    static SchemaSnapshot write(SchemaSnapshot actual, SchemaSnapshot expected, ChangeScript script) {
        CaseRenames renames = new CaseRenames(actual, script);
        for (Difference difference : expected.diff(actual).differences()) {
            if (difference instanceof Renamed renamed && isOfCase(renamed)) {
                renames.rename(renamed, renamed.actual().orElseThrow());
            }
        }
        return renames.actual;
    }

    private static boolean isOfCase(Renamed renamed) {
        return renamed.expected().isPresent()
                && renamed.actual().isPresent()
                && renamed.expected().get().equalsIgnoreCase(renamed.actual().get());
    }

    private void rename(Renamed renamed, String from) {
        SchemaObject object = renamed.object();
        if (renamed.part().isEmpty()) {
            object(object, from);
        } else if (renamed.subject().kind() == ObjectKind.COLUMN) {
            RenamedColumn column =
                    new RenamedColumn(object.name(), from, renamed.subject().simpleName());
            script.add(ChangePhase.RENAME_BACK, column.sql());
            actual = column.in(actual);
        }
    }

    private void object(SchemaObject object, String from) {
        List<String> name = new ArrayList<>(object.name());
        name.set(name.size() - 1, from);
        RenamedTable renamed = new RenamedTable(name, object.name());
        script.add(ChangePhase.RENAME_BACK, renamed.sql());
        if (object.kind() == ObjectKind.TABLE) {
            actual = ChangedEach.of(actual, renamed::in);
        } else {
            actual = ChangedEach.of(
                    actual,
                    other -> other.kind() == object.kind() && other.name().equals(name)
                            ? other.named(object.name())
                            : other);
        }
    }
}
