package dev.palindrome.schema.change;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CREATE SPATIAL INDEX, CREATE JSON INDEX and CREATE VECTOR INDEX, of what a snapshot tells of how they are made. */
final class SpecialIndexDefinition {

    private static final Pattern SPATIAL = Pattern.compile(
            "\\((GEO[A-Z_]+)(?:, BOX (\\S+) (\\S+) (\\S+) (\\S+?))?(?:, GRIDS (\\w+) (\\w+) (\\w+) (\\w+))?(?:, CELLS (\\d+))?\\)");

    private static final Pattern VECTOR = Pattern.compile("\\(METRIC = (\\w+), TYPE = (\\w+)\\)");

    private static final String ARRAYS = ", OPTIMIZE_FOR_ARRAY_SEARCH = ON";

    private static final String FOR = "(FOR ";

    private SpecialIndexDefinition() {}

    /** @param create up to the table's name */
    static Optional<String> of(String create, SchemaObject index, String details) {
        String head = create + " " + index.get(Property.COLUMNS).orElse("");
        return switch (index.get(Property.INDEX_KIND).orElse("")) {
            case "SPATIAL" -> spatial(head, index, details);
            case "JSON" -> json(head, index, details);
            default -> vector(head, index, details);
        };
    }

    private static Optional<String> spatial(String head, SchemaObject index, String details) {
        Matcher known = SPATIAL.matcher(details);
        if (!known.matches()) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>();
        if (known.group(2) != null) {
            options.add("BOUNDING_BOX = (" + known.group(2) + ", " + known.group(3) + ", " + known.group(4) + ", "
                    + known.group(5) + ")");
        }
        if (known.group(6) != null) {
            options.add("GRIDS = (LEVEL_1 = " + known.group(6) + ", LEVEL_2 = " + known.group(7) + ", LEVEL_3 = "
                    + known.group(8) + ", LEVEL_4 = " + known.group(9) + ")");
        }
        if (known.group(10) != null) {
            options.add("CELLS_PER_OBJECT = " + known.group(10));
        }
        return Optional.of(head + " USING " + known.group(1) + with(options, index));
    }

    private static Optional<String> json(String head, SchemaObject index, String details) {
        if (!details.startsWith(FOR)) {
            return Optional.empty();
        }
        boolean arrays = details.endsWith(ARRAYS + ")");
        String paths = details.substring(FOR.length(), details.length() - 1 - (arrays ? ARRAYS.length() : 0));
        List<String> literals = new ArrayList<>();
        for (String path : paths.split(", ")) {
            literals.add(SqlLiteral.unmarkedIfAscii(path));
        }
        return Optional.of(head
                + (paths.isEmpty() ? "" : " FOR (" + String.join(", ", literals) + ")")
                + with(arrays ? List.of(ARRAYS.substring(2)) : List.of(), index));
    }

    private static Optional<String> vector(String head, SchemaObject index, String details) {
        Matcher known = VECTOR.matcher(details);
        return known.matches()
                ? Optional.of(head
                        + with(List.of("METRIC = '" + known.group(1) + "'", "TYPE = '" + known.group(2) + "'"), index))
                : Optional.empty();
    }

    /** One WITH for all options, those that every index may have included. */
    private static String with(List<String> own, SchemaObject index) {
        String usual = ConstraintDefinition.storage(index);
        if (own.isEmpty()) {
            return usual;
        }
        String all = " WITH (" + String.join(", ", own);
        return usual.startsWith(" WITH (") ? all + ", " + usual.substring(" WITH (".length()) : all + ")" + usual;
    }
}
