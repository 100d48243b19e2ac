package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path into a JSON text.
 *
 * @param strict whether it is an error that nothing is there
 * @param steps from the document inwards
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/json/json-path-expressions-sql-server">JSON path
 *     expressions</a>
 */
record JsonPathText(boolean strict, List<Step> steps) {

    private static final Pattern PATH = Pattern.compile("(?:(lax|strict)\\s++)?+\\$(.*+)", Pattern.DOTALL);

    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.([A-Za-z_$][\\w$]*+)|\\.\"([^\"]*+)\"|\\[(\\d{1,9}+)])");

    /**
     * To a member or an element.
     *
     * @param member its name; null for an element
     * @param element its number from 0
     */
    record Step(@Nullable String member, int element) {

        boolean isMember(String name) {
            return name.equals(member);
        }

        boolean isElement(int number) {
            return member == null && element == number;
        }
    }

    /** What says that a value is put behind the elements of an array. */
    private static final String APPEND = "append";

    /** Whether a path of JSON_MODIFY begins with {@code append}. */
    static boolean appends(String path) {
        String text = path.strip();
        return text.startsWith(APPEND)
                && text.length() > APPEND.length()
                && !Character.isLetterOrDigit(text.charAt(APPEND.length()));
    }

    /** Of JSON_MODIFY, without {@code append}. */
    static JsonPathText ofChange(String path) throws SQLException {
        return of(appends(path) ? path.strip().substring(APPEND.length()) : path);
    }

    static JsonPathText of(String path) throws SQLException {
        Matcher matcher = PATH.matcher(path.strip());
        if (!matcher.matches()) {
            throw malformed();
        }
        String text = matcher.group(2);
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int end = 0;
        while (step.find()) {
            end = step.end();
            String name = step.group(1) != null ? step.group(1) : step.group(2);
            steps.add(new Step(name, name == null ? Integer.parseInt(step.group(3)) : 0));
        }
        if (end < text.length()) {
            throw malformed();
        }
        return new JsonPathText("strict".equals(matcher.group(1)), List.copyOf(steps));
    }

    private static SQLException malformed() {
        return TsqlError.of(13607, "JSON path is not properly formatted.");
    }

    /** NULL, or an error. */
    @Nullable String missing(int error, String message) throws SQLException {
        if (strict) {
            throw TsqlError.of(error, message);
        }
        return null;
    }
}
