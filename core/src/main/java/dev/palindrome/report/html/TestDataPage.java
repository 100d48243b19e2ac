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
                .link("slowest", "Slowest tests")
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
        html.element("h1", "Tests waited " + time(starts.plus(resets)) + " for their data", "id", "answer");
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
        table(html, "What took how long", List.of("What", "#Times", "#All", "#Slowest"), rows);
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
                "Nothing is wrong with that: the next test began as it should. Seen from the last test of a database"
                        + " there is no next one, so what that left is not here.",
                "class",
                "quiet");
        Map<String, TestReset> byTest = new LinkedHashMap<>();
        data.resets().stream()
                .filter(TestReset::putsBack)
                .forEach(reset -> reset.after().ifPresent(test -> byTest.merge(test, reset, TestDataPage::worse)));
        longest(
                html,
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
            HtmlWriter html, List<T> all, Comparator<T> order, List<String> titles, Function<T, List<String>> cells) {
        if (all.isEmpty()) {
            html.element("p", "None.");
            return;
        }
        table(
                html,
                "",
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

    /** @param titles of columns; a hash before one says that it holds numbers */
    private static void table(HtmlWriter html, String caption, List<String> titles, List<List<String>> rows) {
        html.open(
                "div",
                "class",
                "wide",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                caption.isEmpty() ? titles.get(0) : caption);
        html.open("table");
        html.open("thead").open("tr");
        titles.forEach(title -> html.element("th", title.replace("#", ""), "scope", "col", "class", kind(title)));
        html.close().close().open("tbody");
        for (List<String> row : rows) {
            html.open("tr");
            for (int column = 0; column < row.size(); column++) {
                if (column == 0) {
                    html.element("th", row.get(column), "scope", "row");
                } else {
                    html.element("td", row.get(column), "class", kind(titles.get(column)));
                }
            }
            html.close();
        }
        html.close().close().close();
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
