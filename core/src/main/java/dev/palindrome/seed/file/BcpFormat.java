package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the fields of a bcp character file are: what a format file says that is not XML (docs: non-xml-format-files-sql-server),
 * else what a list of columns says, else all columns of the table.
 */
final class BcpFormat {

    private static final Pattern LINE = Pattern.compile(
            "^\\s*+\\d++\\s++(\\S++)\\s++(\\d++)\\s++\\d++\\s++\"((?:[^\"\\\\]++|\\\\.)*+)\"\\s++(\\d{1,9}+)\\s++(\"[^\"]*\"|\\S+).*");

    private static final int TYPE = 1;
    private static final int PREFIX = 2;
    private static final int TERMINATOR = 3;
    private static final int ORDER = 4;
    private static final int NAME = 5;

    private static final String MAKE_ONE = "Make one with: bcp <table> format nul -c -f <file>";

    private BcpFormat() {}

    /**
     * All columns of the table, in its order. The file has computed and rowversion columns too, and their values are passed
     * by (docs: bcp-utility).
     */
    static List<BcpField> ofTable(FileColumns table) {
        return fields(table.all().stream()
                .map(column -> Optional.of(column).filter(FileColumns::isGiven))
                .toList());
    }

    /** Names in the order of the fields, one on each line or with commas between them. */
    static List<BcpField> ofList(DataFile list, FileColumns table) throws IOException {
        List<Optional<Column>> columns = new ArrayList<>();
        List<String> lines = lines(list);
        for (int i = 0; i < lines.size(); i++) {
            for (String name : lines.get(i).split(",")) {
                if (!name.isBlank()) {
                    columns.add(Optional.of(table.named(name, list, i + 1)));
                }
            }
        }
        if (columns.isEmpty()) {
            throw DataFileException.of(list, "it names no column. Write one name on each line");
        }
        return fields(columns);
    }

    private static List<BcpField> fields(List<Optional<Column>> columns) {
        List<BcpField> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.add(BcpField.of(columns.get(i), i + 1 == columns.size() ? BcpField.LINE : BcpField.TAB));
        }
        return fields;
    }

    static List<BcpField> ofFormatFile(DataFile format, FileColumns table) throws IOException {
        List<String> lines = lines(format);
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first < lines.size() && lines.get(first).stripLeading().startsWith("<")) {
            throw DataFileException.at(format, first + 1, "XML format files are not read. " + MAKE_ONE);
        }
        int count = lines.size() > 1 && lines.get(1).strip().matches("\\d{1,4}")
                ? Integer.parseInt(lines.get(1).strip())
                : 0;
        if (count == 0 || lines.size() < count + 2) {
            throw DataFileException.at(
                    format,
                    count == 0 ? Math.min(lines.size() + 1, 2) : lines.size(),
                    "its first line shall be a version, its second the number of fields. " + MAKE_ONE);
        }
        List<BcpField> fields = new ArrayList<>();
        for (int i = 2; i < count + 2; i++) {
            fields.add(field(lines.get(i), i + 1, format, table));
        }
        return fields;
    }

    private static BcpField field(String line, int number, DataFile format, FileColumns table) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw DataFileException.at(format, number, "this line does not describe a field. " + MAKE_ONE);
        }
        if (!parts.group(TYPE).equals("SQLCHAR") && !parts.group(TYPE).equals("SQLNCHAR")
                || !parts.group(PREFIX).equals("0")
                || parts.group(TERMINATOR).isEmpty()) {
            throw DataFileException.at(
                    format, number, "only character fields with a terminator and no prefix are read. " + MAKE_ONE);
        }
        return BcpField.of(column(parts, format, number, table), terminator(parts.group(TERMINATOR)));
    }

    /** By name; bcp itself goes by the order, which may be another in the database that the file came from. */
    private static Optional<Column> column(Matcher parts, DataFile format, int number, FileColumns table) {
        int order = Integer.parseInt(parts.group(ORDER));
        if (order == 0) {
            return Optional.empty();
        }
        String name = parts.group(NAME).replace("\"", "");
        Optional<Column> byName = table.find(name);
        if (byName.isEmpty() && order > table.all().size()) {
            return Optional.of(table.named(name, format, number));
        }
        return Optional.of(byName.orElseGet(() -> table.all().get(order - 1))).filter(FileColumns::isGiven);
    }

    /** A CR before the last LF is taken off where the rows are read. */
    private static String terminator(String written) {
        String text = written.replace("\\t", "\t")
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\0", "\0")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
        return text.equals("\r\n") ? BcpField.LINE : text;
    }

    private static List<String> lines(DataFile file) throws IOException {
        try (FileText text = new FileText(file);
                BufferedReader reader = new BufferedReader(text.reader());
                Stream<String> lines = reader.lines()) {
            return lines.toList();
        } catch (UncheckedIOException e) {
            throw DataFileException.unreadable(file, Objects.requireNonNull(e.getCause()));
        }
    }
}
