package dev.palindrome.production.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class JsonRewritingTest {

    private static Optional<String> rewritten(String document, String path, String replacement) {
        try {
            JsonPath named = JsonPath.parse(path);
            JsonVisitor<Long> visitor = new JsonVisitor<>() {

                @Override
                public Long member(Long parent, String name) {
                    return named.member(parent, name);
                }

                @Override
                public Long element(Long parent, int index) {
                    return named.element(parent, index);
                }

                @Override
                public @Nullable String replacement(Long place, JsonValue value) {
                    return named.names(place) ? replacement : null;
                }

                @Override
                public boolean goesInto(Long place) {
                    return named.goesOn(place);
                }
            };
            return JsonRewriting.of(document, JsonPath.ROOT, visitor, false);
        } catch (JsonPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Example
    void allElseStaysLetterByLetter() {
        assertThat(rewritten(
                        "\t{ \"a\" : 1.50E+003 ,\r\n\"b\":\"caf\\u00e9\\/\\\"\", \"c\": [ 1 , {\"b\" : -0.0} ] }\n",
                        "$.c[1].b",
                        "7"))
                .contains("\t{ \"a\" : 1.50E+003 ,\r\n\"b\":\"caf\\u00e9\\/\\\"\", \"c\": [ 1 , {\"b\" : 7} ] }\n");
    }

    @Example
    void everyKindOfValueIsReplacedWhole() {
        assertThat(rewritten("{\"a\":[\"x\\\"]\",-12.5e3,true,false,null,{\"b\":[1]},[{}]],\"b\":1}", "$.a[*]", "0"))
                .contains("{\"a\":[0,0,0,0,0,0,0],\"b\":1}");
    }

    @Example
    void aMemberThatIsThereTwiceIsReplacedTwice() {
        assertThat(rewritten("{\"a\":1,\"A\":2,\"a\":3}", "$.a", "0")).contains("{\"a\":0,\"A\":0,\"a\":0}");
    }

    @Example
    void namesAreReadWithoutEscapes() {
        assertThat(rewritten("{\"e\\u006dail\":1}", "$.email", "0")).contains("{\"e\\u006dail\":0}");
    }

    @Example
    void aTextThatIsADocumentIsGoneInto() {
        assertThat(rewritten(
                        "{\"p\":\"{\\\"a\\\":1,\\\"q\\\":\\\"[{\\\\\\\"a\\\\\\\":2}]\\\"}\",\"r\":\"no json\"}",
                        "$..a",
                        "0"))
                .contains("{\"p\":\"{\\\"a\\\":0,\\\"q\\\":\\\"[{\\\\\\\"a\\\\\\\":0}]\\\"}\",\"r\":\"no json\"}");
    }

    @Example
    void whatIsNoJsonIsSaid() {
        for (String text : List.of(
                "",
                " ",
                "{",
                "{\"a\":1",
                "{\"a\":01}",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "{} {}",
                "nul",
                "\u00a0{}",
                "{\"a\":\"\n\"}",
                "NaN")) {
            assertThat(rewritten(text, "$.a", "0")).as(text).isEmpty();
        }
    }

    @Example
    void aTextThatIsGoneIntoAndBeginsAsADocumentMustBeOne() {
        for (String inside : List.of("{no json", "[1] call", "{\\\"a\\\":1", "\\u00a0{", "[".repeat(1_000))) {
            assertThat(rewritten("{\"p\":\"" + inside + "\"}", "$.p.a", "0"))
                    .as(inside)
                    .isEmpty();
            assertThat(rewritten("{\"p\":\"" + inside + "\"}", "$.q.a", "0"))
                    .as(inside)
                    .isPresent();
        }
    }

    @Example
    void aByteOrderMarkMayBeBeforeIt() {
        assertThat(rewritten("\uFEFF{\"a\":\"\uFEFF{\\\"b\\\":1}\"}", "$.a.b", "0"))
                .contains("\uFEFF{\"a\":\"\uFEFF{\\\"b\\\":0}\"}");
    }

    @Example
    void levelsAreCountedThroughTexts() {
        String inner = "[".repeat(300) + "]".repeat(300);
        String two = "[".repeat(300) + JsonStrings.quoted(inner) + "]".repeat(300);
        String four = two;
        for (int i = 0; i < 2; i++) {
            four = "[".repeat(300) + JsonStrings.quoted(four) + "]".repeat(300);
        }
        assertThat(rewritten(two, "$..a", "0")).contains(two);
        assertThat(rewritten(four, "$..a", "0")).isEmpty();
    }

    @Example
    void longAndDeepDocumentsAreRead() {
        String digits = "9".repeat(5_000);
        String text = "x".repeat(70_000);
        String deep = "[".repeat(900) + "{\"a\":\"b\"}" + "]".repeat(900);
        assertThat(rewritten("{\"t\":\"" + text + "\",\"n\":" + digits + ",\"d\":" + deep + ",\"z\":1}", "$..a", "0"))
                .contains("{\"t\":\"" + text + "\",\"n\":" + digits + ",\"d\":" + deep.replace("\"b\"", "0")
                        + ",\"z\":1}");
        assertThat(rewritten("[".repeat(100_000), "$..a", "0")).isEmpty();
    }

    @Property(tries = 300)
    void onlyWhatIsNamedChanges(@ForAll("documents") Document document) {
        assertThat(rewritten(document.with("\"old\""), "$..secret", "\"new\"")).contains(document.with("\"new\""));
        assertThat(rewritten(document.with("\"old\""), "$..unknown", "0")).contains(document.with("\"old\""));
    }

    @Property(tries = 300)
    void stringsComeBack(@ForAll String text) {
        assertThat(JsonStrings.unescaped(JsonStrings.escaped(text))).isEqualTo(text);
        String ascii = JsonStrings.quoted(text, true);
        assertThat(ascii.chars().allMatch(letter -> letter >= ' ' && letter < 127))
                .isTrue();
        List<String> read = new ArrayList<>();
        JsonRewriting.of(
                ascii,
                0,
                new JsonVisitor<Integer>() {

                    @Override
                    public Integer member(Integer parent, String name) {
                        return parent;
                    }

                    @Override
                    public Integer element(Integer parent, int index) {
                        return parent;
                    }

                    @Override
                    public @Nullable String replacement(Integer place, JsonValue value) {
                        read.add(value.text());
                        return null;
                    }

                    @Override
                    public boolean goesInto(Integer place) {
                        return false;
                    }
                },
                false);
        assertThat(read).containsExactly(text);
    }

    /** A document in which something is to be put in. */
    record Document(String text) {

        String with(String secret) {
            return text.replace("@", secret);
        }
    }

    @Provide
    Arbitrary<Document> documents() {
        return objects(3).map(Document::new);
    }

    private Arbitrary<String> objects(int depth) {
        Arbitrary<String> names = Arbitraries.of("\"a\"", "\"b c\"", "\"\\u0064\"", "\"\"", "\"secrets\"");
        Arbitrary<String> member = Combinators.combine(names, blanks(), values(depth))
                .as((name, blank, value) -> blank + name + blank + ":" + blank + value + blank);
        Arbitrary<String> secret = Combinators.combine(
                        Arbitraries.of("\"secret\"", "\"Secret\"", "\"secre\\u0074\""), blanks())
                .as((name, blank) -> blank + name + ":" + blank + "@" + blank);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, member), net.jqwik.api.Tuple.of(1, secret))
                .list()
                .ofMaxSize(4)
                .map(members -> "{" + String.join(",", members) + "}");
    }

    private Arbitrary<String> values(int depth) {
        Arbitrary<String> scalars = Arbitraries.of(
                "1",
                "-0",
                "0.10",
                "1e400",
                "12345678901234567890123",
                "true",
                "false",
                "null",
                "\"\"",
                "\"x\"",
                "\"\\\\\\\"}{\"",
                "\"\\ud83d\\ude00 \u00e9\"",
                "\"(not json\"");
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<String> arrays = Combinators.combine(
                        blanks(), values(depth - 1).list().ofMaxSize(3))
                .as((blank, values) -> "[" + blank + String.join("," + blank, values) + "]");
        return Arbitraries.oneOf(scalars, arrays, objects(depth - 1));
    }

    private static Arbitrary<String> blanks() {
        return Arbitraries.of("", " ", "\n\t", "\r\n  ");
    }
}
