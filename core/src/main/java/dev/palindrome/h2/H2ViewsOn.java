package dev.palindrome.h2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.h2.engine.Database;
import org.h2.table.TableView;

/**
 * The views that stand on tables and on other views. H2 does not list what a view names inside a query of its query, and such a
 * view would go on with what is not there any more; so those that hold a name in their texts count, which may be too many.
 */
final class H2ViewsOn {

    private final Map<TableView, String> texts = new LinkedHashMap<>();
    private final Set<TableView> seen = new LinkedHashSet<>();
    private final List<TableView> inOrder = new ArrayList<>();

    H2ViewsOn(Database engine) {
        engine.getAllSchemasNoMeta().stream()
                .flatMap(schema -> schema.getAllTablesAndViews(null).stream())
                .filter(TableView.class::isInstance)
                .map(TableView.class::cast)
                .forEach(view -> texts.put(view, lower(view.getCreateSQL())));
    }

    /** Also those on what is not there any more: somebody dropped it, and H2 let the view stand. */
    void addThoseOn(String name) {
        String simple = lower(name.substring(name.lastIndexOf('.') + 1));
        texts.forEach((view, text) -> {
            if (text.contains(simple) || !isPlain(simple)) {
                add(view);
            }
        });
    }

    private void add(TableView view) {
        if (seen.add(view)) {
            addThoseOn(view.getName());
            inOrder.add(view);
        }
    }

    /** H2 writes other letters otherwise. */
    private static boolean isPlain(String name) {
        return name.chars().allMatch(letter -> letter > ' ' && letter < 127 && letter != '"');
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Those that stand on a view before it. */
    List<TableView> inOrder() {
        return inOrder;
    }
}
