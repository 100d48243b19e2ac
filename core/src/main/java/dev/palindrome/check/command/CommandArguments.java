package dev.palindrome.check.command;

import dev.palindrome.text.NearestName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands on the command line. */
final class CommandArguments {

    private static final Set<String> OPTIONS = Set.of("--allow", "--flyway", "--from", "--format", "--codes", "--help");

    private final Set<String> locations = new LinkedHashSet<>();
    private final List<String> allowances = new ArrayList<>();
    private final Map<String, String> flyway = new LinkedHashMap<>();
    private Optional<String> from = Optional.empty();
    private FindingFormat format = FindingFormat.TEXT;
    private boolean help;
    private boolean codes;

    private CommandArguments() {}

    static CommandArguments parse(String... arguments) {
        CommandArguments parsed = new CommandArguments();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--")) {
                parsed.locations.add(location(argument));
            } else if (!parsed.flag(argument)) {
                int equals = argument.indexOf('=');
                String name = equals < 0 ? argument : argument.substring(0, equals);
                if (!OPTIONS.contains(name)) {
                    throw new UsageException("There is no option " + name + NearestName.question(name, OPTIONS) + ".");
                }
                if (equals < 0 && i + 1 == arguments.length) {
                    throw new UsageException("Nothing stands behind " + argument + ".");
                }
                parsed.option(name, equals < 0 ? arguments[++i] : argument.substring(equals + 1));
            }
        }
        if (parsed.locations.isEmpty() && !parsed.help && !parsed.codes) {
            throw new UsageException("Name the folder with the migrations, such as src/main/resources/db/migration.");
        }
        return parsed;
    }

    private boolean flag(String argument) {
        help |= argument.equals("--help");
        codes |= argument.equals("--codes");
        return argument.equals("--help") || argument.equals("--codes");
    }

    private void option(String name, String value) {
        switch (name) {
            case "--allow" -> allowances.add(value);
            case "--flyway" -> setting(value);
            case "--from" -> from = Optional.of(value);
            case "--format" ->
                format = FindingFormat.find(value)
                        .orElseThrow(() -> new UsageException("There is no format " + value + "."));
            default -> throw new IllegalStateException(name);
        }
    }

    private void setting(String entry) {
        int equals = entry.indexOf('=');
        if (equals < 1) {
            throw new UsageException("--flyway takes name=value, and not " + entry + ".");
        }
        flyway.put(entry.substring(0, equals), entry.substring(equals + 1));
    }

    /** A path, unless it says that it is something else. */
    private static String location(String argument) {
        if (argument.startsWith("classpath:") || argument.startsWith("filesystem:")) {
            return argument;
        }
        try {
            Path path = Path.of(argument);
            Path parent = path.toAbsolutePath().getParent();
            return "filesystem:" + (Files.isRegularFile(path) && parent != null ? parent : path);
        } catch (InvalidPathException e) {
            return "filesystem:" + argument;
        }
    }

    List<String> locations() {
        return List.copyOf(locations);
    }

    List<String> allowances() {
        return allowances;
    }

    Map<String, String> flyway() {
        return flyway;
    }

    Optional<String> from() {
        return from;
    }

    FindingFormat format() {
        return format;
    }

    boolean asksForHelp() {
        return help;
    }

    boolean asksForCodes() {
        return codes;
    }
}
