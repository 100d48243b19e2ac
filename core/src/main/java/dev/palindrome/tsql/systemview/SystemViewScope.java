package dev.palindrome.tsql.systemview;

import dev.palindrome.tsql.SystemView;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a SELECT and of those around it, as far as they are system views. */
final class SystemViewScope {

    private final @Nullable SystemViewScope outer;
    private final List<SystemViewSource> views = new ArrayList<>();
    private final Set<String> aliases = new HashSet<>();
    private boolean others;

    SystemViewScope(@Nullable SystemViewScope outer) {
        this.outer = outer;
    }

    @Nullable SystemViewScope outer() {
        return outer;
    }

    List<SystemViewSource> views() {
        return views;
    }

    /** Whether its tables are system views, and nothing else. */
    boolean isKnown() {
        return !views.isEmpty() && !others;
    }

    void add(SystemViewSource view) {
        views.add(view);
    }

    void addUnknown() {
        others = true;
    }

    void alias(String alias) {
        aliases.add(alias.toLowerCase(Locale.ROOT));
    }

    void wantAll() {
        views.forEach(SystemViewSource::wantAll);
    }

    void wantAllOf(String alias) {
        views.stream().filter(view -> view.isCalled(alias)).forEach(SystemViewSource::wantAll);
    }

    /** A column without the name of its table. */
    void want(Token column) {
        String name = column.value().toLowerCase(Locale.ROOT);
        if (!find(name) && !aliases.contains(name)) {
            requireKnown(column, name);
        }
    }

    /** Whether it is there, or may be. */
    private boolean find(String name) {
        List<SystemViewSource> having = views.stream()
                .filter(source -> source.view().columns().containsKey(name))
                .toList();
        having.forEach(source -> source.want(name));
        return !having.isEmpty() || others || outer != null && outer.find(name);
    }

    private void requireKnown(Token column, String name) {
        for (SystemViewScope scope = this; scope != null; scope = scope.outer) {
            for (SystemViewSource source : scope.views) {
                if (source.view().unanswered().contains(name)) {
                    throw missing(source.view(), column);
                }
            }
        }
        if (views.size() == 1 && outer == null) {
            throw missing(views.get(0).view(), column);
        }
        if (!views.isEmpty()) {
            throw UntranslatableException.unclear(
                    "none of its system views has a column " + column.value() + " that is known here");
        }
    }

    /** A column with the name of its table. */
    void want(String table, Token column) {
        String name = column.value().toLowerCase(Locale.ROOT);
        for (SystemViewScope scope = this; scope != null; scope = scope.outer) {
            for (SystemViewSource source : scope.views) {
                if (source.isCalled(table)) {
                    if (!source.view().columns().containsKey(name)) {
                        throw missing(source.view(), column);
                    }
                    source.want(name);
                    return;
                }
            }
        }
    }

    private static UntranslatableException missing(SystemView view, Token column) {
        String name = column.value();
        if (view.unanswered().contains(name.toLowerCase(Locale.ROOT))) {
            return new UntranslatableException("the column " + name + " of " + view.name());
        }
        return view.complete()
                ? UntranslatableException.refused(207, column, view.name() + " has no column " + name)
                : UntranslatableException.unclear("the column " + name + " of " + view.name() + " is not known here");
    }

    /** The only view that has a column; null where it may be another table's. */
    @Nullable SystemViewSource owner(@Nullable String table, String column) {
        List<SystemViewSource> having = views.stream()
                .filter(source -> table == null || source.isCalled(table))
                .filter(source -> source.view().columns().containsKey(column))
                .toList();
        return having.size() == 1 && (table != null || !others) ? having.get(0) : null;
    }
}
