package dev.palindrome.record;

import dev.palindrome.record.RunEntry.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run on one server has found out, as Markdown that can be pasted into an issue. */
final class ServerReport {

    private static final String VERSION = "ProductVersion";

    /** What {@code @@VERSION} begins with (Microsoft: version-transact-sql-configuration-functions), Azure's too. */
    private static final String MICROSOFT = "Microsoft SQL ";

    /** Of the 65,536 characters that an issue may have, so many before anything is left out. */
    private static final int ROOM = 60_000;

    /** And so many before what failed is only named. */
    private static final int ROOM_FOR_DETAILS = 30_000;

    private static final int LONGEST_LINE = 300;

    private final List<RunEntry> entries;
    private final Map<String, String> server = new LinkedHashMap<>();

    ServerReport(List<RunEntry> entries) {
        this.entries = entries;
        of(Kind.SERVER).forEach(entry -> server.put(entry.subject(), entry.text()));
    }

    /** Such as {@code sqlserver-16.0.4165.4.md}; nothing of another maker's server is called so. */
    String fileName() {
        return (isOfAnotherMaker() ? "not-sqlserver-" : "sqlserver-")
                + server.getOrDefault(VERSION, "unknown").replaceAll("[^\\w.-]", "_") + ".md";
    }

    private boolean isOfAnotherMaker() {
        return !server.getOrDefault("server", MICROSOFT).startsWith(MICROSOFT);
    }

    /** Whether all that could be tried went well, and anything could. */
    boolean isGood() {
        return of(Kind.FAILED).isEmpty()
                && of(Kind.TROUBLE).isEmpty()
                && dead() == 0
                && !of(Kind.PASSED).isEmpty();
    }

    /** How many JVMs have died in the middle of their tests; the one that asks is in the middle of its own. */
    private long dead() {
        Set<String> alive = new HashSet<>(List.of(RunEntry.ofThisJvm(Kind.BEGUN).subject()));
        of(Kind.ENDED).forEach(entry -> alive.add(entry.subject()));
        return of(Kind.BEGUN).stream()
                .filter(entry -> !alive.contains(entry.subject()))
                .count();
    }

    /** Such as {@code 410 passed, 2 failed, 9 not available}. */
    String summary() {
        return "%d passed, %d failed, %d not available"
                .formatted(
                        of(Kind.PASSED).size(),
                        of(Kind.FAILED).size(),
                        of(Kind.NOT_AVAILABLE).size());
    }

    /** @param software what ran there: names and versions */
    String markdown(Map<String, String> software) {
        StringBuilder text = new StringBuilder("# Palindrome on "
                + server.getOrDefault("server", "an unknown server")
                        .lines()
                        .findFirst()
                        .orElse("") + "\n\n");
        if (isOfAnotherMaker()) {
            text.append("**This is no SQL Server. It is another maker's server that speaks SQL Server's protocol,"
                    + " and nothing here is a result on SQL Server.**\n\n");
        }
        text.append("| | |\n| --- | --- |\n");
        server.forEach((what, answer) -> row(text, what, answer));
        software.forEach((what, answer) -> row(text, what, answer));
        Set<String> troubles = new LinkedHashSet<>();
        of(Kind.TROUBLE).forEach(entry -> troubles.add(entry.text()));
        troubles.forEach(trouble ->
                text.append("\n**Not as it was asked for:** ").append(trouble).append("\n"));
        if (dead() > 0) {
            text.append("\n**%d JVM(s) died in the middle of their tests.**\n".formatted(dead()));
        }
        text.append("\n**").append(summary()).append(".**\n");
        features(text);
        figures(text);
        failures(text);
        notAvailable(text);
        return text.toString();
    }

    private void features(StringBuilder text) {
        text.append("\n| feature | passed | failed | not available |\n| --- | --- | --- | --- |\n");
        for (String feature : features()) {
            row(
                    text,
                    feature,
                    count(feature, Kind.PASSED),
                    count(feature, Kind.FAILED),
                    count(feature, Kind.NOT_AVAILABLE));
        }
    }

    /** All that there are, also those that nothing has run of; and classes that belong to none. */
    private Set<String> features() {
        Set<String> features = new LinkedHashSet<>();
        for (Feature feature : Feature.values()) {
            features.add(feature.words());
        }
        entries.stream()
                .filter(ServerReport::isOfTest)
                .map(ServerReport::feature)
                .forEach(features::add);
        return features;
    }

    private String count(String feature, Kind kind) {
        return String.valueOf(of(kind).stream()
                .filter(entry -> feature(entry).equals(feature))
                .count());
    }

    private static String feature(RunEntry entry) {
        return Feature.of(entry.subject()).map(Feature::words).orElse(entry.subject());
    }

    private static boolean isOfTest(RunEntry entry) {
        return entry.kind() == Kind.PASSED || entry.kind() == Kind.FAILED || entry.kind() == Kind.NOT_AVAILABLE;
    }

    private void figures(StringBuilder text) {
        Map<String, String> millis = new LinkedHashMap<>();
        of(Kind.FIGURE).forEach(entry -> millis.putIfAbsent(entry.subject(), entry.text()));
        if (!millis.isEmpty()) {
            text.append("\n## Figures\n\n| what | ms |\n| --- | --- |\n");
            millis.forEach((what, time) -> row(text, what, time));
        }
    }

    private void failures(StringBuilder text) {
        List<RunEntry> failed = of(Kind.FAILED);
        if (failed.isEmpty()) {
            return;
        }
        text.append("\n## Failed\n");
        int told = 0;
        while (told < failed.size() && text.length() < ROOM_FOR_DETAILS) {
            failure(text, failed.get(told++));
        }
        if (told < failed.size()) {
            text.append("\n### Without details\n\n");
        }
        while (told < failed.size() && text.length() < ROOM) {
            RunEntry entry = failed.get(told++);
            text.append("- %s: %s\n".formatted(name(entry), shortLine(entry.text())));
        }
        if (told < failed.size()) {
            text.append("- and %d more\n".formatted(failed.size() - told));
        }
    }

    private static void failure(StringBuilder text, RunEntry entry) {
        text.append("\n### ").append(name(entry)).append("\n");
        block(text, "", entry.text());
        if (!entry.statement().isEmpty()) {
            text.append("\nWhat the server refused:\n");
            block(text, "sql", entry.statement());
        }
    }

    /** Each reason once, and the tests that it stood in the way of. */
    private void notAvailable(StringBuilder text) {
        Map<String, List<RunEntry>> byReason = of(Kind.NOT_AVAILABLE).stream()
                .collect(Collectors.groupingBy(entry -> entry.text().strip(), LinkedHashMap::new, Collectors.toList()));
        if (byReason.isEmpty()) {
            return;
        }
        text.append("\n## Not available\n\n");
        byReason.forEach((reason, tests) -> {
            String names = tests.stream().map(ServerReport::name).collect(Collectors.joining("; "));
            if (text.length() < ROOM) {
                text.append("- %s (%s)\n".formatted(shortLine(reason), shortLine(names)));
            }
        });
    }

    private List<RunEntry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static String name(RunEntry entry) {
        return entry.subject().substring(entry.subject().lastIndexOf('.') + 1) + ": " + line(entry.test());
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("|");
        for (String cell : cells) {
            text.append(" ").append(line(cell).replace("|", "\\|")).append(" |");
        }
        text.append("\n");
    }

    private static String shortLine(String text) {
        String line = line(text);
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** With a fence that is longer than any in the text. */
    private static void block(StringBuilder text, String language, String content) {
        String fence = "```";
        while (content.contains(fence)) {
            fence += "`";
        }
        text.append("\n").append(fence).append(language).append("\n");
        text.append(content.strip()).append("\n").append(fence).append("\n");
    }
}
