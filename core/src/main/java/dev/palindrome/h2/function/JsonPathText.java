package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.TsqlError;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path into a JSON text.
 *
 * @param strict whether it is an error that nothing is there
 * @param steps what stands behind the dollar
 */
record JsonPathText(boolean strict, String steps) {

    private static final Pattern PATH = Pattern.compile("(?:(lax|strict)\\s++)?+\\$(.*+)", Pattern.DOTALL);

    static JsonPathText of(String path) throws SQLException {
        Matcher matcher = PATH.matcher(path.strip());
        if (!matcher.matches()) {
            throw TsqlError.of(13607, "JSON path is not properly formatted.");
        }
        return new JsonPathText("strict".equals(matcher.group(1)), matcher.group(2));
    }

    /** NULL, or an error. */
    @Nullable String missing(int error, String message) throws SQLException {
        if (strict) {
            throw TsqlError.of(error, message);
        }
        return null;
    }
}
