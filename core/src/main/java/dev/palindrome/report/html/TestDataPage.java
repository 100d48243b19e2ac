package dev.palindrome.report.html;

import dev.palindrome.report.TestData;
import dev.palindrome.report.TestData.ClassStart;
import dev.palindrome.report.TestData.Origin;
import dev.palindrome.report.TestData.TestReset;
import dev.palindrome.reset.ResetStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the data of tests took, as a page: the sums first, then classes, the tests that waited, and what tests left behind. */
public final class TestDataPage {

    /** Of more nobody reads the end; the JSON beside the page has all. */
    private static final int LONGEST = 200;

    private final TestData data;

    private final Instant written;

    private TestDataPage(TestData data, Instant written) {
        this.data = data;
        this.written = written;
    }

    /**
     * The page.
     *
     * @param written when: beside it lie those of other JVMs and of earlier runs
     */
    public static String of(TestData data, Instant written) {
        return HtmlPage.titled("Test data", true)
                .style("test-data.css")
                .link("answer", "Result")
                .link("classes", "Classes")
                .link("slowest", "Slowest")
                .link("left", "Left behind")
                .with(
                        new TestDataPage(data, written)::main,
                        "Written by Palindrome. This page loads nothing and sends nothing.");
    }

    private void main(HtmlWriter html) {
        html.within("section", this::answer, "aria-labelledby", "answer");
        html.within("section", this::classes, "aria-labelledby", "classes");
        html.within("section", this::slowest, "aria-labelledby", "slowest");
        html.within("section", this::leftBehind, "aria-labelledby", "left");
    }

    private void answer(HtmlWriter html) {
        Duration starts = sum(data.starts().stream().map(ClassStart::took));
        Duration resets = sum(data.resets().stream().map(reset -> reset.report().took()));
        Duration all = starts.plus(resets);
        html.element(
                "h1",
                all.isZero() ? "No test waited for its data" : "Tests waited " + time(all) + " for their data",
                "id",
                "answer");
        html.open("p", "class", "quiet");
        Moment.write(written, html);
        html.close();
        List<List<String>> rows = new ArrayList<>();
        for (Origin origin : Origin.values()) {
            rows.add(row(
                    "Databases " + name(origin),
                    data.starts().stream()
                            .filter(start -> start.origin() == origin)
                            .map(ClassStart::took)
                            .toList()));
        }
        for (ResetStrategy strategy : ResetStrategy.values()) {
            rows.add(row(
                    resets(strategy),
                    data.resets().stream()
                            .filter(reset -> reset.report().strategy() == strategy)
                            .map(reset -> reset.report().took())
                            .toList()));
        }
        table(html, "answer", List.of("What", "#Times", "#All", "#Slowest"), rows);
    }

    private static String name(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    private static String name(ResetStrategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT);
    }

    private static String resets(ResetStrategy strategy) {
        return switch (strategy) {
            case NOTHING -> "Resets with nothing to do";
            case TABLES -> "Resets of tables";
            case DATABASE -> "Resets of the whole database";
        };
    }

    private static List<String> row(String what, List<Duration> times) {
        Duration slowest = times.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return List.of(
                what,
                Integer.toString(times.size()),
                times.isEmpty() ? "–" : time(sum(times.stream())),
                times.isEmpty() ? "–" : time(slowest));
    }

    private void classes(HtmlWriter html) {
        html.element("h2", "How classes came to their databases", "id", "classes");
        longest(
                html,
                "classes",
                data.starts(),
                Comparator.comparing(ClassStart::took).reversed(),
                List.of("Class", "Database", "Origin", "#Time"),
                start -> List.of(start.testClass(), start.database(), name(start.origin()), time(start.took())));
    }

    private void slowest(HtmlWriter html) {
        html.element("h2", "The slowest tests because of their data", "id", "slowest");
        html.element(
                "p",
                "How long a test waited until its database was as at the beginning, and who had changed it.",
                "class",
                "quiet");
        longest(
                html,
                "slowest",
                data.resets().stream().filter(TestReset::putsBack).toList(),
                Comparator.comparing((TestReset reset) -> reset.report().took()).reversed(),
                List.of("Test", "After", "Put back", "#Time"),
                reset -> List.of(
                        reset.test(),
                        reset.after().orElse("what came before the first test"),
                        name(reset.report().strategy()),
                        time(reset.report().took())));
    }

    private void leftBehind(HtmlWriter html) {
        html.element("h2", "What tests left behind", "id", "left");
        html.element(
                "p",
                "Nothing is wrong with that: the next test began as it should. What the last test of a database left is"
                        + " not here, because nobody came after it.",
                "class",
                "quiet");
        Map<String, TestReset> byTest = new LinkedHashMap<>();
        data.resets().stream()
                .filter(TestReset::putsBack)
                .forEach(reset -> reset.after().ifPresent(test -> byTest.merge(test, reset, TestDataPage::worse)));
        longest(
                html,
                "left",
                List.copyOf(byTest.values()),
                Comparator.comparing((TestReset reset) -> reset.report().strategy())
                        .thenComparing(reset -> reset.report().tables().size())
                        .reversed(),
                List.of("Test", "What", "#Tables", "#Putting it back"),
                reset -> List.of(
                        reset.after().orElseThrow(),
                        reset.report().reason(),
                        reset.report().tables().isEmpty()
                                ? "–"
                                : Integer.toString(reset.report().tables().size()),
                        time(reset.report().took())));
    }

    private static TestReset worse(TestReset one, TestReset other) {
        return other.report().strategy().compareTo(one.report().strategy()) > 0 ? other : one;
    }

    private static <T> void longest(
            HtmlWriter html,
            String heading,
            List<T> all,
            Comparator<T> order,
            List<String> titles,
            Function<T, List<String>> cells) {
        if (all.isEmpty()) {
            html.element("p", "None.");
            return;
        }
        table(
                html,
                heading,
                titles,
                all.stream().sorted(order).limit(LONGEST).map(cells).toList());
        if (all.size() > LONGEST) {
            html.element(
                    "p",
                    LONGEST + " of " + all.size() + " are shown; the JSON beside this page has all.",
                    "class",
                    "quiet");
        }
    }

    /**
     * On a phone each line of it stands as a block, with its columns' titles before the values. Elements that are no table to
     * the eye are none to a screen reader either, unless their roles say so.
     *
     * @param heading the id of what it stands below
     * @param titles of columns; a hash before one says that it holds numbers
     */
    private static void table(HtmlWriter html, String heading, List<String> titles, List<List<String>> rows) {
        html.open("table", "role", "table", "aria-labelledby", heading);
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        titles.forEach(title ->
                html.element("th", plain(title), "scope", "col", "role", "columnheader", "class", kind(title)));
        html.close().close().open("tbody", "role", "rowgroup");
        rows.forEach(row -> row(html, titles, row));
        html.close().close();
    }

    private static void row(HtmlWriter html, List<String> titles, List<String> cells) {
        html.open("tr", "role", "row").element("th", cells.get(0), "scope", "row", "role", "rowheader");
        for (int column = 1; column < cells.size(); column++) {
            String title = titles.get(column);
            html.element("td", cells.get(column), "role", "cell", "class", kind(title), "data-title", plain(title));
        }
        html.close();
    }

    private static String plain(String title) {
        return title.replace("#", "");
    }

    private static String kind(String title) {
        return title.startsWith("#") ? "number" : "text";
    }

    private static Duration sum(Stream<Duration> times) {
        return times.reduce(Duration.ZERO, Duration::plus);
    }

    private static String time(Duration time) {
        if (time.compareTo(Duration.ofMillis(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
        }
        return time.compareTo(Duration.ofSeconds(1)) < 0
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
