package dev.palindrome.schema.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.text.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Whatever names and texts a schema has, its file says the same when it is read. */
class SnapshotTextPropertiesTest {

    private static final List<String> LABELS = Stream.concat(
                    Arrays.stream(Property.values()).map(Property::label),
                    Arrays.stream(ObjectKind.values()).map(ObjectKind::label))
            .flatMap(label -> Stream.concat(Stream.of(label), Arrays.stream(label.split(" "))))
            .filter(label -> !label.isEmpty())
            .distinct()
            .toList();

    @net.jqwik.api.Property(tries = 1000)
    void whatIsWrittenIsReadBack(@ForAll("snapshots") SchemaSnapshot snapshot) {
        String text = snapshot.toString();

        assertThat(SchemaSnapshot.parse(text)).isEqualTo(snapshot);
        assertThat(SchemaSnapshot.parse(text.replace("\n", "\r\n"))).isEqualTo(snapshot);
        assertThat(text).isEqualTo(VisibleText.lines(text));
    }

    @net.jqwik.api.Property(tries = 100)
    void aFileIsReadBack(@ForAll("snapshots") SchemaSnapshot snapshot) throws IOException {
        Path file = Files.createTempFile("schema", ".txt");
        try {
            snapshot.writeTo(file);

            assertThat(SchemaSnapshot.readFrom(file)).isEqualTo(snapshot);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(snapshot.toString()))
                    .isTrue();
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<SchemaSnapshot> snapshots() {
        return objects(false).list().ofMaxSize(4).map(SchemaSnapshot::of);
    }

    private static Arbitrary<SchemaObject> objects(boolean part) {
        List<ObjectKind> kinds = Arrays.stream(ObjectKind.values())
                .filter(kind -> kind.isPart() == part)
                .toList();
        return Arbitraries.of(kinds)
                .flatMap(kind -> Combinators.combine(names(kind), properties(kind), parts(part))
                        .as((name, properties, parts) -> built(kind, name, properties, parts)));
    }

    private static SchemaObject built(
            ObjectKind kind, List<String> name, Map<Property, String> properties, List<SchemaObject> parts) {
        List<SchemaObject> inOrder = new ArrayList<>(parts);
        inOrder.sort(ObjectBuilder.PARTS);
        return new SchemaObject(kind, name, properties, inOrder, Map.of());
    }

    private static Arbitrary<List<SchemaObject>> parts(boolean part) {
        return part
                ? Arbitraries.just(List.of())
                : Arbitraries.lazy(() -> objects(true)).list().ofMaxSize(3);
    }

    private static Arbitrary<List<String>> names(ObjectKind kind) {
        boolean nameless = kind.isConstraint() || kind == ObjectKind.DATABASE;
        return texts().list().ofMinSize(nameless ? 0 : 1).ofMaxSize(2);
    }

    private static Arbitrary<Map<Property, String>> properties(ObjectKind kind) {
        List<Property> possible = Arrays.stream(Property.values())
                .filter(property -> !property.label().isEmpty() || property == kind.main())
                .toList();
        return Arbitraries.maps(Arbitraries.of(possible), texts())
                .ofMaxSize(4)
                .map(SnapshotTextPropertiesTest::withFlags);
    }

    private static Map<Property, String> withFlags(Map<Property, String> properties) {
        properties.replaceAll((property, value) -> property.isFlag() ? SchemaObject.YES : value);
        return properties;
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> marks = Arbitraries.of(
                "\n",
                "\r",
                "\r\n",
                "\t",
                "\0",
                "\u001b[31m",
                "\u0085",
                "\u2003",
                "\u2028",
                "\u202e",
                "\ud800",
                "\udc00",
                "\ud83d\ude00",
                "[",
                "]",
                "]]",
                "\\",
                "\\n",
                "\\u000A",
                "\\[",
                "\"",
                "'",
                "(",
                ")",
                ".",
                " ",
                "--",
                "::error::",
                "NULL",
                "a",
                "\u00e9");
        Arbitrary<String> mixed = marks.list().ofMinSize(1).ofMaxSize(5).map(each -> String.join("", each));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, mixed),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(LABELS)),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMinLength(1).ofMaxLength(8)));
    }
}
