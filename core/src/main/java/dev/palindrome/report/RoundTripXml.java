package dev.palindrome.report;

import dev.palindrome.engine.Approximation;
import dev.palindrome.report.ci.RepositoryFiles;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.text.VisibleText;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Round trips in the form that CI servers know of JUnit's tests: a test case for each migration, with its name and the path of
 * its script. The file's name does not begin with {@code TEST-}, so that nobody who collects Surefire's reports collects it.
 */
final class RoundTripXml {

    private static final String NOT_IN_XML = "[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;
    private final RoundTripReport report;
    private final RepositoryFiles files;

    private RoundTripXml(XMLStreamWriter xml, RoundTripReport report, RepositoryFiles files) {
        this.xml = xml;
        this.report = report;
        this.files = files;
    }

    static String of(RoundTripReport report, String name, RepositoryFiles files) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new RoundTripXml(xml, report, files).write(name);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text can be written to", e);
        }
        return text.append('\n').toString();
    }

    private void write(String name) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute("name", "Round trips: " + name);
        attribute("tests", Integer.toString(report.roundTrips().size()));
        attribute("failures", count(RoundTripXml::fails));
        attribute("errors", "0");
        attribute("skipped", count(RoundTripXml::isSkipped));
        if (report.run().isPresent()) {
            attribute("time", seconds(report.run().get().took()));
            attribute(
                    "timestamp",
                    report.run().get().begun().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        for (RoundTrip trip : report.roundTrips()) {
            write(trip, name);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(RoundTrip trip, String name) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute("classname", "round-trip." + name.replace('.', '-'));
        attribute("name", trip.migration().toString());
        Optional<String> file = report.sourceOf(trip.migration().script())
                .flatMap(source -> files.find(trip.migration().script(), source));
        if (file.isPresent()) {
            attribute("file", file.get());
        }
        attribute("time", seconds(trip.took().stream().reduce(Duration.ZERO, Duration::plus)));
        if (fails(trip)) {
            xml.writeStartElement("failure");
            attribute("type", trip.verdict().name());
            attribute("message", trip.summary());
            xml.writeCharacters(allowed(trip.explanation()));
            xml.writeEndElement();
        } else if (isSkipped(trip)) {
            xml.writeEmptyElement("skipped");
            attribute("message", trip.verdict() + ": " + trip.reason());
        }
        if (!trip.approximations().isEmpty()) {
            xml.writeStartElement("system-out");
            for (Approximation each : trip.approximations()) {
                xml.writeCharacters(allowed("Not as on SQL Server, in " + each.script() + ": " + each + "\n"));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** What was not looked at says nothing of the migration. */
    private static boolean isSkipped(RoundTrip trip) {
        return trip.verdict() == Verdict.EXCLUDED || trip.verdict() == Verdict.NOT_REACHED;
    }

    private static boolean fails(RoundTrip trip) {
        return !trip.verdict().passes() && !isSkipped(trip);
    }

    private String count(Predicate<RoundTrip> which) {
        return Long.toString(report.roundTrips().stream().filter(which).count());
    }

    private static String seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis(), 3).toString();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(VisibleText.line(value)));
    }

    private static String allowed(String text) {
        return text.replaceAll(NOT_IN_XML, "\uFFFD");
    }
}
