package dev.palindrome.roundtrip;

import dev.palindrome.engine.Approximation;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.roundtrip.verdict.Finding;
import dev.palindrome.roundtrip.verdict.VerdictExplanation;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.text.VisibleText;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One migration's way up, down and up again. Immutable. */
public final class RoundTrip {

    private final Finding finding;
    private final List<NotCompared> notCompared;
    private final List<Approximation> approximations;
    private final RoundTripEvidence evidence;
    private final Optional<Path> draftFile;
    private final Optional<URI> report;

    RoundTrip(Finding finding) {
        this(finding, List.of(), List.of(), RoundTripEvidence.NONE);
    }

    RoundTrip(
            Finding finding,
            List<NotCompared> notCompared,
            List<Approximation> approximations,
            RoundTripEvidence evidence) {
        this(finding, notCompared, approximations, evidence, Optional.empty(), Optional.empty());
    }

    private RoundTrip(
            Finding finding,
            List<NotCompared> notCompared,
            List<Approximation> approximations,
            RoundTripEvidence evidence,
            Optional<Path> draftFile,
            Optional<URI> report) {
        this.finding = finding;
        this.notCompared = List.copyOf(notCompared);
        this.approximations = List.copyOf(approximations);
        this.evidence = evidence;
        this.draftFile = draftFile;
        this.report = report;
    }

    /**
     * What was looked at.
     *
     * @return the migration
     */
    public Migration migration() {
        return finding.migration();
    }

    /**
     * What undoes it.
     *
     * @return the undo script's path, or the Java migration's class; empty where there is none
     */
    public Optional<String> undo() {
        return finding.undo();
    }

    /**
     * What is to be said of it.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return finding.verdict();
    }

    /**
     * Why, where the verdict alone does not say it: what a failed script says, or the reason that was given for an
     * exclusion or a declaration.
     *
     * @return may be empty
     */
    public String reason() {
        return finding.reason();
    }

    /**
     * Which line of which script failed.
     *
     * @return empty where none did, or the line is not known
     */
    public Optional<ScriptPlace> place() {
        return finding.place();
    }

    /**
     * How the schema differs from what it should be: after the undo from before the migration, or after the second way
     * up from the first.
     *
     * @return empty where nothing differs
     */
    public SchemaDiff schemaDiff() {
        return finding.schemaDiff();
    }

    /**
     * What was in the database before or behind the migration and could not be compared: the verdict says nothing about
     * it.
     *
     * @return nothing where everything was compared
     */
    public List<NotCompared> notCompared() {
        return notCompared;
    }

    /**
     * What the embedded engine took of the migration and its undo, and did less or otherwise than SQL Server: the verdict
     * does not prove it. That of the migration comes before that of the undo.
     *
     * @return nothing on SQL Server, and where all was done as there
     */
    public List<Approximation> approximations() {
        return approximations;
    }

    /**
     * What the undo did not bring back.
     *
     * @return places and numbers, declared or not
     */
    public List<DataLoss> dataLosses() {
        return finding.dataLosses();
    }

    /**
     * An undo script written for this migration, where it has none or its own leaves something behind.
     *
     * @return the draft, tried
     */
    public Optional<UndoDraft> undoDraft() {
        return finding.undoDraft();
    }

    /**
     * Where the draft was written to.
     *
     * @return a file that {@link #withDraftAt} was told
     */
    public Optional<Path> draftFile() {
        return draftFile;
    }

    /**
     * The same, with the file that {@link #undoDraft} was written to; {@link #explanation} then names it.
     *
     * @param file where the draft is
     * @return another round trip
     */
    public RoundTrip withDraftAt(Path file) {
        return new RoundTrip(finding, notCompared, approximations, evidence, Optional.of(file), report);
    }

    /**
     * The same, with the place of a report that shows it; {@link #explanation} then ends with it.
     *
     * @param place such as {@code file:///…/round-trip-db-migration.html#v3}
     * @return another round trip
     */
    public RoundTrip withReportAt(URI place) {
        return new RoundTrip(finding, notCompared, approximations, evidence, draftFile, Optional.of(place));
    }

    /**
     * What the verdict rests on: the scripts, and what the migration found and left.
     *
     * @return for reports
     */
    public RoundTripEvidence evidence() {
        return evidence;
    }

    /**
     * What else is worth knowing and is no fault, such as tables that could not be filled with rows.
     *
     * @return sentences
     */
    public List<String> notes() {
        return finding.notes();
    }

    /**
     * The verdict in words: which script, what is wrong, and what to do.
     *
     * @return several lines
     */
    public String explanation() {
        return VerdictExplanation.of(finding, draftFile)
                + notCompared.stream()
                        .map(each -> "\nNot compared: " + VisibleText.line(each.toString()))
                        .collect(Collectors.joining())
                + report.map(place -> "\nReport: " + place).orElse("");
    }

    /**
     * The verdict in one line or two, for a list of several.
     *
     * @return the first lines of {@link #explanation}, one sentence of the reason with them
     */
    public String summary() {
        return VerdictExplanation.summary(finding);
    }

    /**
     * How long each way took.
     *
     * @return up, down and up again, in this order; zero for a way that was not gone
     */
    public List<Duration> took() {
        return List.of(finding.up(), finding.down(), finding.redo());
    }

    /**
     * Fails where the verdict does not pass.
     *
     * @throws NotReversibleError with {@link #explanation} as its message
     */
    public void assertReversible() {
        if (!verdict().passes()) {
            throw new NotReversibleError(explanation());
        }
    }

    /** The migration, its undo and the verdict, and what that says nothing about. */
    @Override
    public String toString() {
        return VisibleText.line(migration() + " " + undo().orElse("no undo") + ": " + verdict()
                + notCompared.stream()
                        .map(NotCompared::what)
                        .reduce((one, other) -> one + ", " + other)
                        .map(what -> " (not compared: " + what + ")")
                        .orElse(""));
    }
}
