package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.tsql.NamedValues.NamedValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedValuesTest {

    @Test
    void anyNamesAndValuesComeBack() {
        NamedValues values = new NamedValues(List.of(
                new NamedValue(List.of("a"), Optional.empty()),
                new NamedValue(List.of("b", "COLUMN", "it's \"x\".\"y\"=\"z\""), Optional.of("two\r\nlines\\n\t")),
                new NamedValue(List.of("c"), Optional.of("")),
                new NamedValue(List.of("reader", "SELECT"), Optional.of("GRANT"))));

        assertThat(NamedValues.parse(Optional.of(values.text()))).isEqualTo(values);
        assertThat(NamedValues.parse(Optional.of("")).all()).isEmpty();
    }

    @Test
    void namesAreTheSameWhateverTheirCase() {
        NamedValues values = NamedValues.parse(Optional.of("\"A\"=\"1\" \"b\"=\"2\""));

        assertThat(values.with(new NamedValue(List.of("a"), Optional.of("3"))).text())
                .isEqualTo("\"b\"=\"2\" \"a\"=\"3\"");
        assertThat(values.without(List.of("B")).text()).isEqualTo("\"A\"=\"1\"");
    }
}
