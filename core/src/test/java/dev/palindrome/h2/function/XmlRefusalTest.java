package dev.palindrome.h2.function;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a>             | 9400 | unexpected end of input
            <a              | 9400 | unexpected end of input
            <a><b></a>      | 9436 | end tag does not match start tag
            <a></b>         | 9436 | end tag does not match start tag
            <a><![CDATA[ x  | 9400 | unexpected end of input
            <a x='1'y='2'/> | 9410 | whitespace expected
            <a>&b</a>       | 9411 | semicolon expected
            <a x=1/>        | 9413 | A string literal was expected
            <a x/>          | 9414 | equal expected
            <a x='<'/>      | 9415 | no '<' in attribute value
            <a>&#xZ;</a>    | 9416 | hexadecimal digit expected
            <a>&#Z;</a>     | 9417 | decimal digit expected
            <a>&#1;</a>     | 9420 | illegal xml character
            a & secret      | 9421 | illegal name character
            <!-- a -- b --> | 9424 | incorrect comment syntax
            <a x='1' x='2'/>| 9437 | duplicate attribute
            <a>&secret;</a> | 9448 | undeclared entity
            <a>]]></a>      | 9454 | no ']]>' in element content
            <a xmlns:b=''/> | 9460 | non default namespace with empty uri
            <1/>            | 9455 | illegal qualified name character
            <secret:a/>     | 9459 | undeclared prefix
            """)
    void saysWhatSqlServerSays(String text, int number, String words) {
        assertThatThrownBy(() -> XmlReader.required(text))
                .hasMessageMatching("Msg " + number + ": XML parsing: line 1, character [0-9]+, .*")
                .hasMessageContaining(words)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY secret 'x'>]><a/>"})
    void saysThatADocumentTypeIsNotAllowed(String text) {
        assertThatThrownBy(() -> XmlReader.required(text))
                .hasMessageStartingWith("Msg 6359: Parsing XML with internal subset DTDs not allowed.")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ja", "zh-CN"})
    void knowsThemWhateverTheLanguage(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThatThrownBy(() -> XmlReader.required("<a></b>"))
                    .hasMessageStartingWith("Msg 9436: XML parsing: line 1");
        } finally {
            Locale.setDefault(before);
        }
    }
}
