package dev.palindrome.report;

import dev.palindrome.report.TestData.ClassStart;
import dev.palindrome.report.TestData.TestReset;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** What the data of tests took, for programs, in the form that {@code docs/reset.md} describes. */
final class TestDataJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** Goes up whenever a member changes its meaning or goes away. */
    private static final int FORMAT_VERSION = 1;

    private final JsonGenerator json;

    private TestDataJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(TestData data, Instant written) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(new JsonLayout(), text)) {
            new TestDataJson(json).write(data, written);
        }
        return text.append('\n').toString();
    }

    private void write(TestData data, Instant written) {
        json.writeStartObject();
        json.writeNumberProperty("formatVersion", FORMAT_VERSION);
        json.writeStringProperty("date", written.truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeArrayPropertyStart("classes");
        data.starts().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("resets");
        data.resets().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(ClassStart start) {
        json.writeStartObject();
        json.writeStringProperty("class", start.testClass());
        json.writeStringProperty("database", start.database());
        json.writeStringProperty("origin", start.origin().name());
        json.writeNumberProperty("milliseconds", start.took().toMillis());
        json.writeEndObject();
    }

    private void write(TestReset reset) {
        json.writeStartObject();
        json.writeStringProperty("test", reset.test());
        reset.after().ifPresent(test -> json.writeStringProperty("after", test));
        json.writeStringProperty("strategy", reset.report().strategy().name());
        if (reset.putsBack()) {
            json.writeStringProperty("reason", reset.report().reason());
        }
        if (!reset.report().tables().isEmpty()) {
            json.writeArrayPropertyStart("tables");
            reset.report().tables().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeNumberProperty("microseconds", reset.report().took().toNanos() / 1000);
        json.writeEndObject();
    }
}
