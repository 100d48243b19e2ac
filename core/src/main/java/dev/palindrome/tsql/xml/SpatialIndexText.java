package dev.palindrome.tsql.xml;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.index.IndexOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How a spatial index parts the plane or the globe, as SQL Server's catalogue tells it, defaults included. */
final class SpatialIndexText {

    private static final String BOX = "BOUNDING_BOX";

    private static final String GRIDS = "GRIDS";

    private static final String CELLS = "CELLS_PER_OBJECT";

    private static final List<String> SIDES = List.of("XMIN", "YMIN", "XMAX", "YMAX");

    private static final List<String> LEVELS = List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "LEVEL_4");

    private SpatialIndexText() {}

    static IndexOptions.Extra options() {
        return new IndexOptions.Extra(BOX, GRIDS, CELLS);
    }

    /** @param using what was said, or empty */
    static String details(String using, IndexOptions.Extra extra) {
        String scheme = !using.isEmpty() ? using : extra.has(BOX) ? "GEOMETRY_AUTO_GRID" : "GEOGRAPHY_AUTO_GRID";
        boolean plane = scheme.startsWith("GEOMETRY");
        if (plane && !extra.has(BOX)) {
            throw UntranslatableException.refused(12007, "an index of geometries has a BOUNDING_BOX");
        }
        if (!plane && extra.has(BOX)) {
            throw UntranslatableException.refused(12004, "the globe has no BOUNDING_BOX");
        }
        boolean auto = scheme.endsWith("AUTO_GRID");
        if (auto && extra.has(GRIDS)) {
            throw UntranslatableException.refused(12004, scheme + " takes no GRIDS");
        }
        StringBuilder details = new StringBuilder("(" + scheme);
        if (plane) {
            details.append(", BOX ").append(box(extra.inside(BOX)));
        }
        if (!auto) {
            details.append(", GRIDS ").append(grids(extra));
        }
        String cells = extra.text(CELLS).isEmpty() ? auto ? "8" : "16" : extra.text(CELLS);
        return details.append(", CELLS ").append(cells).append(")").toString();
    }

    /** {@code 0, 0, 500, 200}, or each with its name. */
    private static String box(TokenReader reader) {
        List<String> sides = new ArrayList<>(Collections.nCopies(SIDES.size(), ""));
        int at = 0;
        do {
            int side = SIDES.indexOf(reader.peek().upper());
            if (side >= 0) {
                reader.next();
                reader.requireSymbol("=");
            }
            if (at >= SIDES.size()) {
                throw reader.syntax();
            }
            sides.set(side >= 0 ? side : at, all(number(reader)));
            at++;
        } while (reader.acceptSymbol(","));
        reader.expectEndOfSyntax();
        if (sides.contains("")) {
            throw UntranslatableException.refused(12007, "a BOUNDING_BOX has four sides");
        }
        return String.join(" ", sides);
    }

    private static double number(TokenReader reader) {
        boolean negative = reader.acceptSymbol("-");
        if (!negative) {
            reader.acceptSymbol("+");
        }
        if (reader.peek().kind() != Token.Kind.NUMBER) {
            throw reader.syntax();
        }
        return (negative ? -1 : 1) * Double.parseDouble(reader.next().text());
    }

    /** All digits, as CONVERT with style 3 gives them. */
    private static String all(double number) {
        return String.format(Locale.ROOT, "%.16e", number).replaceFirst("e([+-])(\\d\\d)$", "e$10$2");
    }

    private static String grids(IndexOptions.Extra extra) {
        List<String> levels = new ArrayList<>(Collections.nCopies(LEVELS.size(), "MEDIUM"));
        if (extra.has(GRIDS)) {
            TokenReader reader = extra.inside(GRIDS);
            int at = 0;
            do {
                int level = LEVELS.indexOf(reader.peek().upper());
                if (level >= 0) {
                    reader.next();
                    reader.requireSymbol("=");
                }
                String how = reader.peek().upper();
                reader.require("LOW", "MEDIUM", "HIGH");
                if (at >= LEVELS.size()) {
                    throw reader.syntax();
                }
                levels.set(level >= 0 ? level : at, how);
                at++;
            } while (reader.acceptSymbol(","));
            reader.expectEndOfSyntax();
        }
        return String.join(" ", levels);
    }
}
