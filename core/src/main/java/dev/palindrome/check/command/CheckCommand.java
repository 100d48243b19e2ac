package dev.palindrome.check.command;

import dev.palindrome.check.CheckedScript;
import dev.palindrome.check.Finding;
import dev.palindrome.check.MigrationCheck;
import dev.palindrome.check.rule.FindingCode;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.text.TextTable;
import dev.palindrome.text.VisibleText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What {@code Main} does, with its exit code. */
public final class CheckCommand {

    private static final int CLEAN = 0;
    private static final int FOUND = 1;
    private static final int UNUSABLE = 2;

    private static final String HELP = """
            Usage: java -cp <jars> dev.palindrome.check.Main [options] <folder>...

            Looks through Flyway's migrations for SQL Server, and their undo scripts, without a database.
            A folder is a path such as src/main/resources/db/migration, or a Flyway location. Of a file the
            folder around it is checked. Name the folder of Java migrations, too, if there are any.

            --allow "7: PAL015 reason"   accepts a finding in version 7; repeat it for others
            --flyway name=value          a setting of Flyway's, such as placeholders.env=test; repeat it
            --from 40                    tells nothing of versions below 40
            --format text|github|json    text, unless another is asked for
            --codes                      lists what is looked for
            --help                       shows this

            Exit code: 0 all is well, 1 something was found, 2 it could not be checked.
            """;

    private final PrintStream out;
    private final PrintStream errors;
    private final FindingPaths paths;

    /** @param directory what paths are told from */
    public CheckCommand(PrintStream out, PrintStream errors, Path directory) {
        this.out = out;
        this.errors = errors;
        this.paths = new FindingPaths(directory);
    }

    /** @return the exit code */
    public int run(String... arguments) {
        try {
            CommandArguments given = CommandArguments.parse(arguments);
            if (given.asksForHelp()) {
                out.print(HELP);
                return CLEAN;
            }
            if (given.asksForCodes()) {
                out.println(codes());
                return CLEAN;
            }
            return check(given);
        } catch (UsageException | PalindromeException e) {
            errors.println(VisibleText.lines(String.valueOf(e.getMessage())));
            return UNUSABLE;
        }
    }

    private int check(CommandArguments given) {
        MigrationCheck check = MigrationCheck.of(given.locations().toArray(String[]::new))
                .flyway(given.flyway())
                .allow(given.allowances().toArray(String[]::new));
        List<CheckedScript> scripts =
                given.from().map(check::from).orElse(check).scripts();
        List<Finding> findings =
                scripts.stream().flatMap(script -> script.findings().stream()).toList();
        given.format().lines(findings, paths).forEach(out::println);
        long skipped =
                scripts.stream().filter(script -> script.skipped().isPresent()).count();
        errors.println(count(findings.size(), "finding") + " in " + count(scripts.size() - skipped, "migration")
                + (skipped == 0 ? "" : "; " + count(skipped, "Java migration") + " not looked at") + ".");
        return findings.isEmpty() ? CLEAN : FOUND;
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String codes() {
        return TextTable.of(
                List.of("code", "what is looked for", "can be allowed"),
                Arrays.stream(FindingCode.values())
                        .map(code -> List.of(code.name(), code.title(), code.isAcceptable() ? "yes" : "no"))
                        .toList());
    }
}
