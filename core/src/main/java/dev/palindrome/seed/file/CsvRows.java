package dev.palindrome.seed.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.palindrome.schema.Column;
import dev.palindrome.seed.bulk.ColumnValues;
import dev.palindrome.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file as RFC 4180 has it: with a header, commas, and double quotes around what needs them. */
public final class CsvRows implements FileRows {

    /** As SQL Server Management Studio writes it. */
    static final String NULL = "NULL";

    /** Of SQL Server (Microsoft: database-identifiers). */
    private static final int LONGEST_NAME = 128;

    /** In letters: as many as a heap of some gigabytes still takes. The reader's own limit is 16 million. */
    private static final int LONGEST_VALUE = 1 << 29;

    private final DataFile file;
    private final FileText text;
    private final QuoteWatch quotes;
    private final CloseableIterator<CsvLine> lines;
    private List<Column> columns = List.of();
    private final List<ColumnValues> values;
    private @Nullable CsvLine current;
    private long last = 1;

    public CsvRows(DataFile file, FileColumns table) throws IOException {
        this.file = file;
        this.text = new FileText(file);
        this.quotes = new QuoteWatch(text.reader());
        this.lines = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_VALUE)
                .build(new CsvLine.Reading(), quotes)
                .iterator();
        if (!next()) {
            throw DataFileException.of(file, "the file is empty. Its first line shall name the columns");
        }
        CsvLine header = java.util.Objects.requireNonNull(current);
        this.columns = columns(header, table);
        this.values = columns.stream().map(ColumnValues::of).toList();
    }

    private List<Column> columns(CsvLine header, FileColumns table) {
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < header.fields().size(); i++) {
            Column column = named(header, i, table);
            if (named.contains(column)) {
                throw DataFileException.at(file, header.line(), "the header names %s twice".formatted(column.name()));
            }
            named.add(column);
        }
        return List.copyOf(named);
    }

    private Column named(CsvLine header, int i, FileColumns table) {
        Column column = table.find(header.fields().get(i))
                .orElseThrow(() -> DataFileException.at(file, header.line(), unknown(header, i, table)));
        return table.given(column, file, header.line());
    }

    /**
     * A name is shown where the line is a header, and the name may be one: in a file without a header, or behind a double
     * quote that is closed too late, it is a value.
     */
    private static String unknown(CsvLine header, int i, FileColumns table) {
        String name = header.fields().get(i).strip();
        boolean isHeader =
                header.fields().stream().anyMatch(each -> table.find(each).isPresent());
        boolean isName = name.length() <= LONGEST_NAME && name.equals(VisibleText.line(name));
        return isHeader && isName
                ? table.unknown(name)
                : "name %d of the header is not that of a column of %s, which has %s%s"
                        .formatted(
                                i + 1,
                                table.table(),
                                String.join(", ", table.names()),
                                isHeader ? "" : ". The first line shall name the columns");
    }

    @Override
    public boolean next() throws IOException {
        try {
            current = lines.hasNext() ? lines.next() : null;
            while (current != null && isNoRow(current)) {
                current = lines.hasNext() ? lines.next() : null;
            }
            last = current == null ? last : current.line();
            if (quotes.isOpenAtEnd()) {
                throw DataFileException.at(file, last, "a double quote that opens in this row is never closed");
            }
            return current != null;
        } catch (CsvParseException e) {
            throw DataFileException.at(
                    file, last, "what comes behind this line is no CSV. Look at the double quotes there");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Of one column, an empty line is a row with NULL. */
    private boolean isNoRow(CsvLine line) {
        return columns.size() != 1 && line.fields().equals(List.of("")) && !line.isQuoted(0);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Object[] values() {
        CsvLine line = java.util.Objects.requireNonNull(current);
        if (line.fields().size() != columns.size()) {
            throw DataFileException.at(
                    file,
                    line.line(),
                    "the number of fields is %d, and the header names %d columns. %s"
                            .formatted(
                                    line.fields().size(),
                                    columns.size(),
                                    line.fields().size() < columns.size()
                                            ? "A comma with nothing behind it is a NULL"
                                            : "A comma within a value needs double quotes around the value"));
        }
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = FileColumns.value(values.get(i), columns.get(i), given(line, i), file, line.line());
        }
        return row;
    }

    private @Nullable String given(CsvLine line, int i) {
        String field = line.fields().get(i);
        boolean none = line.isQuoted(i)
                ? field.isEmpty() && FileColumns.hasNoEmptyValue(columns.get(i))
                : field.isEmpty() || field.equals(NULL);
        return none ? null : field;
    }

    @Override
    public long line() {
        return last;
    }

    @Override
    public FileText text() {
        return text;
    }
}
