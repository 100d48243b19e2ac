package dev.palindrome.check;

import dev.palindrome.check.form.ReadScript;
import dev.palindrome.check.form.VersionOrder;
import dev.palindrome.check.rule.FindingCode;
import dev.palindrome.migration.LocatedScript;
import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.text.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody accepts, in heads of undo scripts and beside them. One that accepts nothing is found itself. */
final class Allowances {

    private static final String ENTRY =
            "Write each as version: code reason, such as 7: PAL015 nothing runs that night.";

    /** @param key a version or a file's name */
    private record Entry(String key, UndoDeclarations.Allowance allowance) {}

    /**
     * One that concerns a script.
     *
     * @param script in which it stands, or the script that is meant
     */
    private record Placed(LocatedScript script, UndoDeclarations.Allowance allowance) {
        Finding finding(FindingCode code, String message) {
            return new Finding(code.name(), script.path(), allowance.line(), message, script.source());
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<Finding> wrong = new ArrayList<>();
    private final List<Entry> unused;

    Allowances(List<String> given) {
        for (String text : given) {
            int colon = text.indexOf(':');
            String[] parts = text.substring(colon + 1).strip().split("\\s+", 2);
            if (colon < 1) {
                wrong.add(ofNobody("\"" + text + "\" names no version. " + ENTRY));
            } else {
                entries.add(new Entry(
                        text.substring(0, colon).strip(),
                        new UndoDeclarations.Allowance(parts[0], parts.length < 2 ? "" : parts[1].strip(), 1)));
            }
        }
        this.unused = new ArrayList<>(entries);
    }

    /** What is left of the findings in a migration and its undo script, and what is wrong with the allowances for it. */
    List<Finding> apply(ReadScript read, Optional<ReadScript> undo, List<Finding> findings) {
        List<Finding> left = new ArrayList<>(findings);
        List<Finding> about = new ArrayList<>();
        placed(read, undo).forEach(allowance -> use(allowance, left, about));
        left.addAll(about);
        return left;
    }

    private Stream<Placed> placed(ReadScript read, Optional<ReadScript> undo) {
        Stream<Placed> inHead = undo.stream()
                .flatMap(script -> script.declarations().allowances().stream()
                        .map(allowance -> new Placed(script.script(), allowance)));
        Stream<Placed> beside = entries.stream()
                .filter(entry -> means(entry, read.script()))
                .map(entry -> {
                    unused.remove(entry);
                    return new Placed(read.script(), entry.allowance());
                });
        return Stream.concat(inHead, beside);
    }

    private static boolean means(Entry entry, LocatedScript script) {
        boolean named = entry.key().equals(script.filename()) || entry.key().equals(script.path());
        return named
                || script.version()
                        .filter(version -> VersionOrder.isSame(version, entry.key()))
                        .isPresent();
    }

    private static void use(Placed placed, List<Finding> left, List<Finding> about) {
        UndoDeclarations.Allowance allowance = placed.allowance();
        Optional<FindingCode> code = FindingCode.find(allowance.code());
        if (code.isEmpty()) {
            about.add(placed.finding(
                    FindingCode.PAL008,
                    "there is no code \"" + allowance.code() + "\"" + NearestName.question(allowance.code(), names())
                            + ". An allowance is allow <code> <reason>."));
        } else if (allowance.reason().isEmpty()) {
            about.add(placed.finding(
                    FindingCode.PAL008,
                    "allowing " + code.get() + " needs a reason behind it, for whoever reads it next."));
        } else if (!code.get().isAcceptable()) {
            about.add(placed.finding(
                    FindingCode.PAL008, code.get() + " (" + code.get().title() + ") cannot be allowed: mend it."));
        } else if (!left.removeIf(finding -> finding.code().equals(code.get().name()))) {
            about.add(placed.finding(
                    FindingCode.PAL009,
                    "nothing here is " + code.get() + " (" + code.get().title() + "). Take the allowance out."));
        }
    }

    /** What concerns no script that is there; to be asked at the end. */
    Optional<CheckedScript> ofNothing() {
        unused.forEach(entry -> wrong.add(ofNobody("there is no script for \"" + entry.key() + "\", of which "
                + entry.allowance().code() + " is allowed. " + ENTRY)));
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckedScript("allowances", "allow", wrong, Optional.empty()));
    }

    private static Finding ofNobody(String message) {
        return new Finding(FindingCode.PAL008.name(), "allow", 1, message, "");
    }

    private static List<String> names() {
        return Arrays.stream(FindingCode.values()).map(Enum::name).toList();
    }
}
