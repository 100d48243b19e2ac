package dev.palindrome.production.scan;

import dev.palindrome.production.PersonalColumn;
import java.util.List;
import java.util.Locale;

/** Findings as the lines of a rules file. */
public final class SuggestedRules {

    private static final String HEAD = """
            # Suggested by a scan for personal data. Read each line before you use it: a column may hold something else.
            """;

    private SuggestedRules() {}

    /** A rule for each; a comment where masking has no kind for it. */
    public static String of(List<PersonalColumn> findings) {
        StringBuilder rules = new StringBuilder(HEAD);
        for (PersonalColumn finding : findings) {
            if (finding.confidence() < PersonalDataScan.SURE) {
                rules.append(
                        String.format(Locale.ROOT, "# Not sure (%.2f): %s.\n", finding.confidence(), finding.reason()));
            }
            rules.append(rule(finding)).append('\n');
        }
        return rules.toString();
    }

    private static String rule(PersonalColumn finding) {
        String column = finding.place();
        return PersonalKind.of(finding.kind()).hasMask()
                ? column + " = " + finding.kind()
                : "# %s: %s is not made up. Choose null, constant … or keep <reason>:\n# %s = null"
                        .formatted(column, finding.kind(), column);
    }
}
