package dev.palindrome.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines of cells as text in columns. */
public final class TextTable {

    private static final int GAP = 2;

    private TextTable() {}

    /**
     * Lays a table out.
     *
     * @param titles the first line
     * @param lines the others, each with as many cells
     * @return the text, without blanks at the ends of lines
     */
    public static String of(List<String> titles, List<List<String>> lines) {
        int[] widths = IntStream.range(0, titles.size())
                .map(column -> Stream.concat(Stream.of(titles), lines.stream())
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return Stream.concat(Stream.of(titles), lines.stream())
                .map(line -> padded(line, widths))
                .collect(Collectors.joining("\n"));
    }

    private static String padded(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> line.get(column)
                        + " ".repeat(widths[column] - line.get(column).length() + GAP))
                .collect(Collectors.joining())
                .stripTrailing();
    }
}
