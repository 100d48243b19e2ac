package dev.palindrome.report.html;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A view, procedure, function or trigger line by line, as it was written. */
final class ModuleLines {

    /** Beyond this, all old lines stand before all new ones: comparing each with each would take too long. */
    private static final int MOST_PAIRS = 4_000_000;

    private static final int CONTEXT = 3;

    private ModuleLines() {}

    static boolean isModule(SchemaObject object) {
        return object.get(Property.DEFINITION)
                .filter(text -> text.contains("\n"))
                .isPresent();
    }

    /** What is known about it, and below that its text. */
    static List<String> of(SchemaObject object) {
        Map<Property, String> others = new LinkedHashMap<>(object.properties());
        String text = others.remove(Property.DEFINITION);
        return Stream.concat(
                        Stream.of(object.with(others, List.of()).toString()),
                        HtmlText.visible(text == null ? "" : text).lines().map(line -> "  " + line))
                .toList();
    }

    /** Lines that both have are left out, but for those around a difference. */
    static void between(SchemaObject old, SchemaObject now, String indent, List<DiffLine> lines) {
        List<DiffLine> all = compare(of(old), of(now));
        int skipped = 0;
        for (int at = 0; at < all.size(); at++) {
            if (at == 0 || isNearDifference(all, at)) {
                skipped = elide(skipped, indent, lines);
                lines.add(new DiffLine(all.get(at).sign(), indent + all.get(at).text()));
            } else {
                skipped++;
            }
        }
        elide(skipped, indent, lines);
    }

    private static int elide(int skipped, String indent, List<DiffLine> lines) {
        if (skipped > 0) {
            lines.add(DiffLine.place(indent + "  … " + skipped + (skipped == 1 ? " line" : " lines") + " as before"));
        }
        return 0;
    }

    private static boolean isNearDifference(List<DiffLine> all, int at) {
        return all.subList(Math.max(0, at - CONTEXT), Math.min(all.size(), at + CONTEXT + 1)).stream()
                .anyMatch(line -> line.sign() != ' ');
    }

    private static List<DiffLine> compare(List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST_PAIRS) {
            return Stream.concat(old.stream().map(DiffLine::gone), now.stream().map(DiffLine::come))
                    .toList();
        }
        int[][] common = longestCommon(old, now);
        List<DiffLine> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(DiffLine.place(old.get(i)));
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(DiffLine.gone(old.get(i++)));
            } else {
                lines.add(DiffLine.come(now.get(j++)));
            }
        }
        return lines;
    }

    /** How many lines the rests of both have in common, from each pair of places on. */
    private static int[][] longestCommon(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
