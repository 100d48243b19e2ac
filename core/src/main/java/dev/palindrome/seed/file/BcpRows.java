package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that {@code bcp … out -c} wrote: fields that end with a tab, rows that end with a line break, nothing quoted. An
 * empty field is NULL, and the character NUL the empty text (docs: bcp-utility, about {@code out}).
 */
final class BcpRows implements FileRows {

    private static final String EMPTY_TEXT = "\0";

    private final DataFile file;
    private final FileText text;
    private final List<BcpField> fields;
    private final List<Column> columns;
    private final List<String> current = new ArrayList<>();
    private long line = 1;
    private long nextLine = 1;

    BcpRows(DataFile file, List<BcpField> fields) throws IOException {
        this.file = file;
        this.fields = fields;
        this.columns =
                fields.stream().map(BcpField::column).flatMap(Optional::stream).toList();
        this.text = new FileText(file);
    }

    @Override
    public boolean next() throws IOException {
        line = nextLine;
        current.clear();
        for (BcpField field : fields) {
            boolean last = current.size() + 1 == fields.size();
            Optional<String> read = field(field.terminator(), last);
            if (read.isEmpty()) {
                if (current.isEmpty()) {
                    return false;
                }
                throw wrongNumber();
            }
            current.add(read.get());
        }
        return true;
    }

    /** Empty at the end of the file. The last row needs no line break. */
    private Optional<String> field(String terminator, boolean last) throws IOException {
        Reader reader = text.reader();
        StringBuilder field = new StringBuilder();
        char end = terminator.charAt(terminator.length() - 1);
        int read = reader.read();
        while (read >= 0) {
            char character = (char) read;
            field.append(character);
            if (character == '\n') {
                nextLine++;
            }
            if (character == end && endsWith(field, terminator)) {
                return Optional.of(withoutEnd(field, terminator, last));
            }
            if (!last && character == '\n' && terminator.equals(BcpField.TAB)) {
                throw field.length() == 1 && current.isEmpty() ? emptyLine() : wrongNumber();
            }
            read = reader.read();
        }
        return field.isEmpty() && !(last && fields.size() > 1) ? Optional.empty() : atEnd(field, last);
    }

    private Optional<String> atEnd(StringBuilder field, boolean last) {
        if (!last) {
            throw wrongNumber();
        }
        return Optional.of(field.toString());
    }

    private static boolean endsWith(StringBuilder field, String terminator) {
        int start = field.length() - terminator.length();
        return start >= 0 && field.indexOf(terminator, start) == start;
    }

    private static String withoutEnd(StringBuilder field, String terminator, boolean last) {
        int length = field.length() - terminator.length();
        boolean carriageReturn =
                last && terminator.equals(BcpField.LINE) && length > 0 && field.charAt(length - 1) == '\r';
        return field.substring(0, carriageReturn ? length - 1 : length);
    }

    private DataFileException emptyLine() {
        return DataFileException.at(file, line, "the line is empty. Take it out");
    }

    private DataFileException wrongNumber() {
        return DataFileException.at(
                file,
                line,
                ("the row has not the %d fields that are expected. Where the file does not have all columns of the table,"
                                + " name them in a file %s.columns or %s.fmt beside it. Where a value has a tab or line break,"
                                + " export with other terminators")
                        .formatted(fields.size(), file.stem(), file.stem()));
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Object[] values() {
        if (hasTooMany()) {
            throw wrongNumber();
        }
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        int at = 0;
        for (int i = 0; i < fields.size(); i++) {
            Optional<Column> column = fields.get(i).column();
            if (column.isPresent()) {
                row[at++] = FileColumns.value(fields.get(i).values(), column.get(), given(current.get(i)), file, line);
            }
        }
        return row;
    }

    /** The last field goes on to the end of the line. */
    private boolean hasTooMany() {
        boolean usual = fields.size() > 1 && fields.get(0).terminator().equals(BcpField.TAB);
        return usual && current.get(fields.size() - 1).contains(BcpField.TAB);
    }

    private static @Nullable String given(String field) {
        return field.isEmpty() ? null : field.equals(EMPTY_TEXT) ? "" : field;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public FileText text() {
        return text;
    }
}
