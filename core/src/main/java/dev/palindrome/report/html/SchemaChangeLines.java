package dev.palindrome.report.html;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a migration has made of a schema, in lines. What is the same on both sides is left out. */
final class SchemaChangeLines {

    private static final String INDENT = "  ";

    private final List<DiffLine> lines = new ArrayList<>();

    private SchemaChangeLines() {}

    static List<DiffLine> between(SchemaSnapshot before, SchemaSnapshot after) {
        SchemaChangeLines change = new SchemaChangeLines();
        change.objects(before.objects(), after.objects(), "");
        return change.lines;
    }

    /** Objects as they stand in the old schema, then new ones. */
    private void objects(List<SchemaObject> before, List<SchemaObject> after, String indent) {
        Set<SchemaObject> same = new LinkedHashSet<>(before);
        same.retainAll(new LinkedHashSet<>(after));
        Map<List<Object>, SchemaObject> come = new LinkedHashMap<>();
        after.stream().filter(object -> !same.contains(object)).forEach(object -> come.put(key(object), object));
        for (SchemaObject old : before) {
            if (!same.contains(old)) {
                SchemaObject now = come.remove(key(old));
                if (now == null) {
                    whole(old, '-', indent);
                } else {
                    changed(old, now, indent);
                }
            }
        }
        come.values().forEach(object -> whole(object, '+', indent));
    }

    private static List<Object> key(SchemaObject object) {
        return List.of(object.kind(), object.name(), object.name().isEmpty() ? object.properties() : "");
    }

    private void whole(SchemaObject object, char sign, String indent) {
        head(object, sign, indent);
        object.parts().forEach(part -> whole(part, sign, indent + INDENT));
    }

    private void changed(SchemaObject old, SchemaObject now, String indent) {
        if (old.toString().equals(now.toString())) {
            lines.add(DiffLine.place(indent + old));
        } else if (ModuleLines.isModule(old) && ModuleLines.isModule(now)) {
            ModuleLines.between(old, now, indent, lines);
        } else {
            head(old, '-', indent);
            head(now, '+', indent);
        }
        int begin = lines.size();
        objects(old.parts(), now.parts(), indent + INDENT);
        if (lines.size() == begin && !old.parts().equals(now.parts())) {
            lines.add(DiffLine.gone(indent + INDENT + order(old)));
            lines.add(DiffLine.come(indent + INDENT + order(now)));
        }
    }

    private static String order(SchemaObject object) {
        return "columns in this order: "
                + String.join(
                        ", ",
                        object.parts().stream().map(SchemaObject::simpleName).toList());
    }

    private void head(SchemaObject object, char sign, String indent) {
        if (ModuleLines.isModule(object)) {
            ModuleLines.of(object).forEach(line -> lines.add(new DiffLine(sign, indent + line)));
        } else {
            lines.add(new DiffLine(sign, indent + object));
        }
    }
}
