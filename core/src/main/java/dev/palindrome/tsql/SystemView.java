package dev.palindrome.tsql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A view of SQL Server's catalogue that the embedded engine answers. What a script asks of it is known before the script
 * begins.
 *
 * @param name with its schema, in lower case: {@code sys.columns}
 * @param columns those that are answered, in order, in lower case, with their kinds
 * @param unanswered those that SQL Server has and the embedded engine does not
 * @param complete whether these are all that SQL Server has
 */
public record SystemView(String name, Map<String, Kind> columns, Set<String> unanswered, boolean complete) {

    /** What values a column has. */
    public enum Kind {
        /** Text without regard to case. */
        TEXT,
        /** Whole numbers. */
        INT,
        /** Whole numbers. */
        BIGINT,
        /** Yes and no. */
        BIT
    }

    private static final String FEWER = "(fewer)";

    private static final Map<String, SystemView> ALL = read();

    /**
     * Finds one by its name as a query has it. The views of SQL Server 2000 need no schema.
     *
     * @param parts the name, without brackets
     * @return empty for whatever else
     */
    public static Optional<SystemView> find(List<String> parts) {
        String last = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        boolean old =
                last.startsWith("sys") && (parts.size() == 1 || parts.get(0).equalsIgnoreCase("dbo"));
        String schema = old ? "sys" : parts.get(0).toLowerCase(Locale.ROOT);
        return parts.size() > 2 ? Optional.empty() : Optional.ofNullable(ALL.get(schema + "." + last));
    }

    /**
     * Whether a name can only be that of a view of the catalogue.
     *
     * @param parts the name, without brackets
     * @return true also for views that are not known here
     */
    public static boolean isMeant(List<String> parts) {
        boolean inCatalogue = parts.size() == 2
                && (parts.get(0).equalsIgnoreCase("sys") || parts.get(0).equalsIgnoreCase("INFORMATION_SCHEMA"));
        return inCatalogue || find(parts).isPresent();
    }

    /**
     * Whether a name is that of a view that says the same in every database: which databases and logins there are.
     *
     * @param parts the name, without brackets and without that of a database; an empty schema counts as none
     * @return false for views that are not known here
     */
    public static boolean isOfServer(List<String> parts) {
        List<String> named = parts.size() > 1 && parts.get(0).isEmpty() ? parts.subList(1, parts.size()) : parts;
        return find(named)
                .filter(view -> view.simpleName().endsWith("databases")
                        || view.simpleName().equals("syslogins"))
                .isPresent();
    }

    /**
     * All that there are.
     *
     * @return in the order of the list
     */
    public static Collection<SystemView> all() {
        return ALL.values();
    }

    /**
     * The name without its schema.
     *
     * @return in lower case
     */
    public String simpleName() {
        return name.substring(name.indexOf('.') + 1);
    }

    private static Map<String, SystemView> read() {
        Map<String, SystemView> views = new LinkedHashMap<>();
        text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SystemView::parse)
                .forEach(view -> views.put(view.name(), view));
        return views;
    }

    private static SystemView parse(String line) {
        String[] words = line.strip().split(" +");
        Map<String, Kind> columns = new LinkedHashMap<>();
        Set<String> unanswered = new TreeSet<>();
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.startsWith("-")) {
                unanswered.add(word.substring(1));
            } else if (!word.equals(FEWER)) {
                columns.put(word.substring(0, word.length() - 2), kind(word.charAt(word.length() - 1)));
            }
        }
        return new SystemView(words[0], columns, unanswered, !line.contains(FEWER));
    }

    private static Kind kind(char letter) {
        return switch (letter) {
            case 't' -> Kind.TEXT;
            case 'i' -> Kind.INT;
            case 'l' -> Kind.BIGINT;
            case 'b' -> Kind.BIT;
            default -> throw new IllegalStateException("Kind of column: " + letter);
        };
    }

    private static String text() {
        try (InputStream resource = SystemView.class.getResourceAsStream("system-views.txt")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
