package dev.palindrome.h2.procedures.object;

import dev.palindrome.sql.SqlRunner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The views that name a table or view, or each other. On SQL Server a view is in the way of no change unless it is bound to
 * what it names: it is compiled when it is asked. H2 compiles it when it is made, so it is put aside and made again
 * afterwards, and stays without use where it does not fit any more.
 */
public final class DependentViews {

    /** H2's number for something that is needed. */
    private static final int NEEDED = 90107;

    private final H2Table table;
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<H2View> views;
    private final List<H2View> modules;

    private DependentViews(H2Table table, List<String> names) throws SQLException {
        this.table = table;
        this.names.addAll(names);
        this.views = reached(H2View.all(table.connection()));
        this.modules = BoundModules.to(table);
    }

    public static DependentViews of(H2Table table) throws SQLException {
        return new DependentViews(table, List.of(table.name()));
    }

    /** Of a table that gets another name: a view may have waited for it. */
    public static DependentViews of(H2Table table, String newName) throws SQLException {
        return new DependentViews(table, List.of(table.name(), newName));
    }

    private List<H2View> reached(List<H2View> all) {
        Set<String> reached = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        reached.addAll(names);
        List<H2View> left = new ArrayList<>(all);
        left.removeIf(view -> view.is(table));
        List<H2View> found = new ArrayList<>();
        boolean grown = true;
        while (grown) {
            List<H2View> more =
                    left.stream().filter(view -> view.mentionsAny(reached)).toList();
            more.forEach(view -> reached.add(view.name()));
            found.addAll(more);
            grown = left.removeAll(more);
        }
        return found;
    }

    /** Those that are bound to the table, and functions that are. */
    public List<H2View> bound() {
        return Stream.concat(views.stream(), modules.stream())
                .filter(view -> view.isBoundTo(table))
                .toList();
    }

    /** Those that are bound to one of its columns. */
    public List<H2View> boundTo(String column) {
        return bound().stream().filter(view -> view.mentionsAny(Set.of(column))).toList();
    }

    /** A change of the table or view. */
    @FunctionalInterface
    public interface Change {
        void make() throws SQLException;
    }

    /** Makes a change with these views out of its way. */
    public void aside(Change change) throws SQLException {
        if (views.isEmpty()) {
            change.make();
            return;
        }
        Map<H2View, String> definitions = new LinkedHashMap<>();
        for (H2View view : views) {
            definitions.put(view, view.definition(table.connection()));
        }
        List<H2View> left = new ArrayList<>(views);
        try {
            drop(left);
            change.make();
        } catch (SQLException | RuntimeException | Error e) {
            try {
                makeAgain(definitions, left);
            } catch (SQLException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
        makeAgain(definitions, left);
    }

    /** H2 commits each change of the schema: what is dropped comes back by nothing else. */
    private void makeAgain(Map<H2View, String> definitions, List<H2View> left) throws SQLException {
        definitions.keySet().removeAll(left);
        SqlRunner.on(table.connection()).run(List.copyOf(definitions.values()));
        compile();
    }

    /**
     * Those last that others need.
     *
     * @param left those that are still there
     */
    private void drop(List<H2View> left) throws SQLException {
        while (!left.isEmpty()) {
            if (!left.removeIf(this::isDropped)) {
                table.execute("DROP VIEW " + left.get(0).h2() + " RESTRICT");
            }
        }
    }

    private boolean isDropped(H2View view) {
        try {
            table.execute("DROP VIEW " + view.h2() + " RESTRICT");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Each may be what another one waits for. */
    private void compile() {
        List<H2View> left = new ArrayList<>(views);
        boolean progress = true;
        while (progress) {
            progress = left.removeIf(this::isCompiled);
        }
    }

    private boolean isCompiled(H2View view) {
        try {
            table.execute("ALTER VIEW " + view.h2() + " RECOMPILE");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether H2 has refused something for the sake of something else. */
    public static boolean isNeeded(SQLException e) {
        return e.getErrorCode() == NEEDED;
    }
}
