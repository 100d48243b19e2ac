package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what {@link CsvRows} reads: a header, commas, line feeds, and double quotes around what needs them. */
public final class CsvWriter implements Closeable {

    private static final char REPLACEMENT = '\uFFFD';

    private final Writer text;
    private final boolean isAlone;
    private long mended;

    private CsvWriter(Writer text, boolean isAlone) {
        this.text = text;
        this.isAlone = isAlone;
    }

    public static CsvWriter begin(OutputStream file, List<Column> columns) throws IOException {
        CsvWriter csv = new CsvWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8), columns.size() == 1);
        csv.line(columns.stream().map(Column::name).toArray());
        return csv;
    }

    public void row(@Nullable Object[] values) throws IOException {
        line(values);
    }

    /** Texts of which a half of a surrogate pair was replaced. */
    public long mended() {
        return mended;
    }

    private void line(@Nullable Object[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.write(',');
            }
            Object value = values[i];
            if (value == null) {
                text.write(isAlone ? CsvRows.NULL : "");
            } else {
                field(FieldText.of(value));
            }
        }
        text.write('\n');
    }

    private void field(String value) throws IOException {
        String whole = whole(value);
        if (needsQuotes(whole)) {
            text.write('"');
            text.write(whole.replace("\"", "\"\""));
            text.write('"');
        } else {
            text.write(whole);
        }
    }

    /** Blanks at the ends are kept without, too, but not by every program. */
    private static boolean needsQuotes(String value) {
        if (value.isEmpty() || value.equals(CsvRows.NULL) || value.charAt(0) <= ' ') {
            return true;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c < ' ' || c == '\uFEFF') {
                return true;
            }
        }
        return value.charAt(value.length() - 1) == ' ';
    }

    /** NVARCHAR holds halves of pairs, where a text was cut; UTF-8 does not. */
    private String whole(String value) {
        int at = halfOfAPair(value, 0);
        if (at < 0) {
            return value;
        }
        mended++;
        StringBuilder whole = new StringBuilder(value);
        while (at >= 0) {
            whole.setCharAt(at, REPLACEMENT);
            at = halfOfAPair(value, at + 1);
        }
        return whole.toString();
    }

    private static int halfOfAPair(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
