package dev.palindrome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HtmlTextTest {

    @Example
    void markupIsText() {
        assertThat(HtmlText.escaped("</script><b onclick=\"x('1')\">&amp;"))
                .isEqualTo("&lt;/script&gt;&lt;b onclick=&quot;x(&#39;1&#39;)&quot;&gt;&amp;amp;");
    }

    @Example
    void whatWouldNotBeSeenIsSeen() {
        assertThat(HtmlText.visible("a\u2028b\u202ec\0d\ue000\ufffe\ud800e\ud83d\ude00\tf\r\ng\rh\u007f"))
                .isEqualTo("a<U+2028>b<U+202E>c\u2400d\ue000<U+FFFE><U+D800>e\ud83d\ude00\tf\ng\nh\u2421");
    }

    @Property
    void anyTextComesBackAsItIsShown(@ForAll("texts") String text) {
        String escaped = HtmlText.escaped(text);
        assertThat(escaped).doesNotContainPattern("[<>\"']");
        assertThat(unescaped(escaped)).isEqualTo(HtmlText.visible(text));
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(escaped)).isTrue();
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any();
    }

    /** Any characters, and among them what means something to a browser. */
    static final class HostileTexts {

        private HostileTexts() {}

        static Arbitrary<String> any() {
            Arbitrary<String> pieces = Arbitraries.oneOf(
                    Arbitraries.strings().all().ofMaxLength(4),
                    Arbitraries.of(
                            "</script>",
                            "<!--",
                            "-->",
                            "]]>",
                            "&lt;",
                            "\"",
                            "'",
                            ">",
                            "\u2028",
                            "\u2029",
                            "\0",
                            "\ud800",
                            "</pre></code>",
                            "<img src=x onerror=alert(1)>",
                            "${x}",
                            "javascript:",
                            "\r",
                            "\\u003c",
                            "`"));
            return pieces.list().ofMaxSize(8).map(list -> String.join("", list));
        }
    }
}
