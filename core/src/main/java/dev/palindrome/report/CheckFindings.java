package dev.palindrome.report;

import dev.palindrome.check.CheckedScript;
import dev.palindrome.check.Finding;
import dev.palindrome.report.ci.CiPages;
import dev.palindrome.settings.CiJob;
import dev.palindrome.settings.Settings;
import dev.palindrome.text.SaidOnce;
import java.util.ArrayList;
import java.util.List;

/** Tells the CI server whose job this is of what checks of scripts have found. */
public final class CheckFindings {

    private CheckFindings() {}

    /**
     * Shows the findings, those of the same scripts once in a JVM.
     *
     * @param scripts with what was found in them
     * @param name of the set of migrations
     * @param settings say whose job this is
     */
    public static void publish(List<CheckedScript> scripts, String name, Settings settings) {
        CiJob job = CiJob.of(settings);
        if (!job.equals(CiJob.NONE) && SaidOnce.isNew("checked: " + name + scripts)) {
            new CiPages(job).show(scripts, name, markdown(scripts, name));
        }
    }

    static List<String> markdown(List<CheckedScript> scripts, String name) {
        List<Finding> findings =
                scripts.stream().flatMap(script -> script.findings().stream()).toList();
        List<String> blocks = new ArrayList<>();
        if (!findings.isEmpty()) {
            blocks.add("# Found in the scripts of " + MarkdownText.plain(name));
            findings.forEach(finding -> blocks.add("- " + MarkdownText.code(finding.script() + ":" + finding.line())
                    + " **" + finding.code() + "** " + MarkdownText.plain(finding.message())));
        }
        return blocks;
    }
}
