package dev.palindrome.production.mask.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.production.MaskException;
import dev.palindrome.sql.SqlType;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacementsTest {

    private static final Pattern ADDRESS = Pattern.compile("[a-z]++\\.[a-z]++\\.[a-z2-7]{4}@example\\.(?:com|org|net)");

    private static final MaskKey KEY = MaskKey.of("a key of the tests");

    @ParameterizedTest
    @EnumSource
    void equalOriginalsGetTheSameWhicheverColumnTheyAreIn(FakeKind kind) {
        Object once = Replacements.of(kind, text(100), KEY).replace("Ab12 3456", 0);

        assertThat(Replacements.of(kind, text(0), KEY).replace("Ab12 3456", 0)).isEqualTo(once);
        assertThat(Replacements.of(kind, text(60), KEY)
                        .replace("aB12 3456  ", 0)
                        .toString()
                        .strip())
                .isEqualToIgnoringCase(once.toString());
    }

    @ParameterizedTest
    @EnumSource
    void anotherKeyGivesOthers(FakeKind kind) {
        Replacement one = Replacements.of(kind, text(100), KEY);
        Replacement other = Replacements.of(kind, text(100), MaskKey.random());

        assertThat(IntStream.range(0, 20).mapToObj(i -> one.replace("1980-01-" + (10 + i), 0)))
                .isNotEqualTo(IntStream.range(0, 20)
                        .mapToObj(i -> other.replace("1980-01-" + (10 + i), 0))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void nothingComesOutAsItWent(FakeKind kind) {
        for (int length : new int[] {1, 2, 5, 30, 0}) {
            Replacement replacement = Replacements.of(kind, text(length), KEY);
            for (int i = 0; i < 300; i++) {
                String original = cut(Integer.toString(i * 7919, 36) + i, length);

                Object made = replacement.replace(original, 0);

                assertThat(made.toString()).isNotEqualToIgnoringCase(original).isNotBlank();
                assertThat(made.toString().length()).isLessThanOrEqualTo(length == 0 ? 1000 : length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptyAndBlankStay(FakeKind kind) {
        Replacement replacement = Replacements.of(kind, text(10), KEY);

        assertThat(replacement.replace("", 0)).isEqualTo("");
        assertThat(replacement.replace("   ", 0)).isEqualTo("   ");
    }

    @ParameterizedTest
    @EnumSource
    void furtherAttemptsGiveOthers(FakeKind kind) {
        Replacement replacement = Replacements.of(kind, text(50), KEY);
        Set<Object> made = new HashSet<>();
        for (int attempt = 0; attempt < 30; attempt++) {
            made.add(replacement.replace("+49 30 1234567", attempt));
        }

        assertThat(made).hasSizeGreaterThan(20).doesNotContain("+49 30 1234567");
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "POSTCODE", "NATIONAL_ID"})
    void ofAllThousandNumbersOfThreeDigitsEachGetsAnother(FakeKind kind) {
        Replacement replacement = Replacements.of(kind, text(3), KEY);
        Set<Object> made = new HashSet<>();
        for (int i = 100; i < 1000; i++) {
            made.add(replacement.replace(Integer.toString(i), 0));
        }

        assertThat(made).hasSize(900);
    }

    /** Who has not the key does not know which of the others it was. */
    @ParameterizedTest
    @CsvSource({
        "PHONE, 5, 8",
        "POSTCODE, 5, 9",
        "POSTCODE, b, 25",
        "NATIONAL_ID, Q, 25",
        "CARD, 0, 9",
        "IBAN, 7, 9",
        "DATE_OF_BIRTH, 3, 9",
        "PHONE, +49 3, 8",
        "PHONE, 42, 89"
    })
    void aShortValueBecomesAnyOtherByTheKey(FakeKind kind, String original, int others) {
        Set<Object> made = new HashSet<>();
        for (int key = 0; key < 1500; key++) {
            made.add(Replacements.of(kind, text(10), MaskKey.of("key " + key)).replace(original, 0));
        }

        assertThat(made).hasSize(others).doesNotContain(original);
    }

    /** What is left of a long text when its parts are taken off may be one letter. */
    @Test
    void theLastLetterOfALongTextFollowsFromTheKeyToo() {
        String original = "1".repeat(25);
        Set<Character> last = new HashSet<>();
        for (int key = 0; key < 300; key++) {
            Object made = Replacements.of(FakeKind.POSTCODE, text(40), MaskKey.of("key " + key))
                    .replace(original, 0);
            last.add(made.toString().charAt(24));
        }

        assertThat(last).hasSize(9);
    }

    @Test
    void aMillionAddressesHardlyMeet() {
        Replacement replacement = Replacements.of(FakeKind.EMAIL, text(255), KEY);
        Set<Object> made = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            made.add(replacement.replace("user" + i + "@shop.test", 0));
        }

        assertThat(made)
                .hasSizeGreaterThan(99_990)
                .allMatch(address -> ADDRESS.matcher(address.toString()).matches());
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 15, 25})
    void inNarrowColumnsAddressesAreStillAddresses(int length) {
        assertThat(Replacements.of(FakeKind.EMAIL, text(length), KEY)
                        .replace("a@b.example", 0)
                        .toString())
                .matches("[a-z2-7]+@example\\.(com|org|net)")
                .hasSizeLessThanOrEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 1234567, '\\+49 [1-9]\\d \\d{7}'",
        "+1 (212) 555-0123, '\\+1 \\([1-9]\\d{2}\\) \\d{3}-\\d{4}'",
        "0049301234567, '0049[1-9]\\d{8}'",
        "030/1234567, '0[1-9]\\d/\\d{7}'",
        "+352 26 12 34, '\\+352 [1-9]\\d \\d\\d \\d\\d'",
        "tel 123 ext 4, 'tel [1-9]\\d\\d ext \\d'"
    })
    void phoneNumbersKeepTheirForm(String original, String form) {
        assertThat(Replacements.of(FakeKind.PHONE, text(30), KEY)
                        .replace(original, 0)
                        .toString())
                .matches(form)
                .isNotEqualTo(original);
    }

    @Test
    void howANumberIsWrittenDoesNotMatter() {
        Replacement phone = Replacements.of(FakeKind.PHONE, text(30), KEY);

        assertThat(phone.replace("+49 30 1234567", 0).toString().replace(" ", ""))
                .isEqualTo(phone.replace("+49301234567", 0));
    }

    @ParameterizedTest
    @CsvSource({"10115, '\\d{5}'", "SW1A 1AA, '[A-Z]{2}\\d[A-Z] \\d[A-Z]{2}'", "k1a 0b1, '[a-z]\\d[a-z] \\d[a-z]\\d'"})
    void postcodesKeepTheirShape(String original, String shape) {
        assertThat(Replacements.of(FakeKind.POSTCODE, text(10), KEY)
                        .replace(original, 0)
                        .toString())
                .matches(shape)
                .isNotEqualTo(original);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "fr1420041010050500013m02606"})
    void ibansKeepCountryAndCheck(String original) {
        String made = Replacements.of(FakeKind.IBAN, text(40), KEY)
                .replace(original, 0)
                .toString();

        assertThat(made).startsWith(original.substring(0, 2)).isNotEqualTo(original);
        assertThat(made.replaceAll("\\w", "x")).isEqualTo(original.replaceAll("\\w", "x"));
        assertThat(NumberShape.of(FakeKind.IBAN, made).free().isFree(0))
                .as("recognised again")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111 1111 1111 1111", "5500005555555559", "378282246310005", "6011-1111-1111-1117"})
    void cardsKeepBrandAndCheck(String original) {
        String made = Replacements.of(FakeKind.CARD, text(30), KEY)
                .replace(original, 0)
                .toString();

        assertThat(made).startsWith(original.substring(0, 4)).isNotEqualTo(original);
        assertThat(NumberShape.of(FakeKind.CARD, made).free().isFree(0))
                .as("recognised again")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "078-05-1120",
                "12345678Z",
                "X1234567L",
                "RSSMRA85T10A562S",
                "2 55 08 14 168 025 38",
                "44051401359",
                "85.07.30-033.28",
                "529.982.247-25",
                "86095742719",
                "811218-9876",
                "19811218-9876",
                "111222333",
                "756.9217.0769.85",
                "131052-308T",
                "QQ123456C",
                "AB123456C"
            })
    void nationalNumbersKeepTheirShape(String original) {
        String made = Replacements.of(FakeKind.NATIONAL_ID, text(40), KEY)
                .replace(original, 0)
                .toString();

        assertThat(made.replaceAll("[A-Z]", "A").replaceAll("\\d", "9"))
                .isEqualTo(original.replaceAll("[A-Z]", "A").replaceAll("\\d", "9"));
        assertThat(made).isNotEqualTo(original);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678Z",
                "X1234567L",
                "RSSMRA85T10A562S",
                "255081416802538",
                "44051401359",
                "85073003328",
                "52998224725",
                "86095742719",
                "8112189876",
                "111222333",
                "7569217076985",
                "131052-308T"
            })
    void theirCheckDigitsAreRightBeforeAndAfter(String original) {
        CheckedNumber form = NationalNumbers.all().stream()
                .filter(number -> number.holds(original))
                .findFirst()
                .orElseThrow();
        Replacement replacement = Replacements.of(FakeKind.NATIONAL_ID, text(40), KEY);

        for (int attempt = 0; attempt < 20; attempt++) {
            String made = replacement.replace(original, attempt).toString();
            assertThat(form.holds(made)).as(made).isTrue();
        }
    }

    @Test
    void numbersKeepDigitsSignScaleAndType() {
        assertThat(replaced(FakeKind.PHONE, SqlType.BIGINT, 301234567L))
                .isInstanceOf(Long.class)
                .satisfies(number -> assertThat((Long) number)
                        .isBetween(100_000_000L, 999_999_999L)
                        .isNotEqualTo(301234567L));
        assertThat(replaced(FakeKind.NATIONAL_ID, SqlType.INT, 2_000_000_000))
                .satisfies(number -> assertThat((Integer) number).isBetween(1_000_000_000, Integer.MAX_VALUE));
        assertThat(replaced(FakeKind.NATIONAL_ID, SqlType.DECIMAL, new BigDecimal("-12.50")))
                .satisfies(number -> assertThat((BigDecimal) number)
                        .hasScaleOf(2)
                        .isBetween(new BigDecimal("-99.99"), new BigDecimal("-10.00")));
        assertThat(replaced(FakeKind.POSTCODE, SqlType.FLOAT, 10115.0))
                .satisfies(number -> assertThat((Double) number).isBetween(10000.0, 99999.0));
        assertThat(replaced(FakeKind.CARD, SqlType.TINYINT, (short) 200))
                .satisfies(number -> assertThat((Short) number).isBetween((short) 100, (short) 255));
    }

    private static Object replaced(FakeKind kind, SqlType type, Object original) {
        return Replacements.of(kind, new ColumnShape(type, 0, 18, 2, false, true), KEY)
                .replace(original, 0);
    }

    @Test
    void datesOfOnePersonAreShiftedAlike() {
        Replacement date = Replacements.of(FakeKind.DATE_OF_BIRTH, shape(SqlType.DATE), KEY);
        byte[] person = {1, 2, 3};

        LocalDate birth = (LocalDate) date.replaceOf(person, LocalDate.of(1980, 2, 28), 0);
        LocalDate wedding = (LocalDate) date.replaceOf(person, LocalDate.of(2005, 6, 1), 0);

        assertThat(wedding.toEpochDay() - birth.toEpochDay())
                .isEqualTo(LocalDate.of(2005, 6, 1).toEpochDay()
                        - LocalDate.of(1980, 2, 28).toEpochDay());
    }

    @Test
    void datesMoveByAYearAtMostAndStayInThePast() {
        Replacement date = Replacements.of(FakeKind.DATE_OF_BIRTH, shape(SqlType.DATE), KEY);
        LocalDate now = LocalDate.now();
        for (int i = 0; i < 1000; i++) {
            LocalDate original = now.minusDays(i);
            LocalDate made = (LocalDate) date.replace(original, 0);

            assertThat(made).isNotEqualTo(original).isBetween(original.minusDays(365), original.plusDays(365));
            assertThat(made).isBeforeOrEqualTo(now);
        }
    }

    @Test
    void datesStayInTheRangeOfTheirType() {
        Replacement date = Replacements.of(FakeKind.DATE_OF_BIRTH, shape(SqlType.SMALLDATETIME), KEY);
        for (int i = 0; i < 500; i++) {
            LocalDateTime original = LocalDate.of(1900, 1, 1).plusDays(i).atTime(12, 30);

            assertThat((LocalDateTime) date.replace(original, 0))
                    .isAfter("1900-01-01T00:00:00")
                    .isNotEqualTo(original);
        }
    }

    @Test
    void dateTypesAreKeptWithTheTimeOfDay() {
        Replacement date = Replacements.of(FakeKind.DATE_OF_BIRTH, shape(SqlType.DATETIME2), KEY);

        assertThat(date.replace(Timestamp.valueOf("1980-01-02 03:04:05"), 0).toString())
                .endsWith(" 03:04:05.0");
        assertThat(date.replace(Date.valueOf("1980-01-02"), 0)).isInstanceOf(Date.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1980-02-28, '(1979|198[01])-\\d\\d-\\d\\d'",
        "28.02.1980, '\\d\\d\\.\\d\\d\\.(1979|198[01])'",
        "12/31/1980, '\\d\\d/\\d\\d/(1979|198[01])'",
        "19800228, '(1979|198[01])\\d{4}'",
        "1980-02-28 00:00:00, '(1979|198[01])-\\d\\d-\\d\\d 00:00:00'"
    })
    void writtenDatesAreShiftedToo(String original, String form) {
        assertThat(Replacements.of(FakeKind.DATE_OF_BIRTH, text(30), KEY)
                        .replace(original, 0)
                        .toString())
                .matches(form)
                .isNotEqualTo(original);
    }

    @ParameterizedTest
    @CsvSource({"DE, [A-Z]{2}", "deu, [a-z]{3}", "Germany, .....*"})
    void countriesAreCodesWhereTheyWere(String original, String form) {
        assertThat(Replacements.of(FakeKind.COUNTRY, text(60), KEY)
                        .replace(original, 0)
                        .toString())
                .matches(form);
    }

    @ParameterizedTest
    @CsvSource({"Hauptstraße 5, '\\D+ \\d+'", "5 Main Street, '\\d+ \\D+'", "Elm Street, '\\D+'"})
    void streetsHaveNumbersWhereTheyHad(String original, String form) {
        assertThat(Replacements.of(FakeKind.STREET, text(60), KEY)
                        .replace(original, 0)
                        .toString())
                .matches(form);
    }

    @Test
    void textsAreAsLongAndHaveAsManyLines() {
        String original = "Called twice.\r\nAngry about Mrs. Miller's dog\n\nCalls again on Monday";

        String made = Replacements.of(FakeKind.TEXT, text(0), KEY)
                .replace(original, 0)
                .toString();

        assertThat(made).hasSameSizeAs(original).hasLineCount(4);
        assertThat(made.replaceAll("[^\r\n]", "")).isEqualTo("\r\n\n\n");
    }

    @Test
    void anotherTypeIsRefused() {
        assertThatThrownBy(() -> Replacements.of(FakeKind.EMAIL, shape(SqlType.INT), KEY))
                .isInstanceOf(MaskException.class)
                .hasMessage(
                        "A column of the type INT takes no email. Give the column another kind: constant …, null, or keep <reason>.");
    }

    private static String cut(String text, int length) {
        return length == 0 || text.length() <= length ? text : text.substring(0, length);
    }

    private static ColumnShape text(int length) {
        return new ColumnShape(SqlType.NVARCHAR, length, 0, 0, false, true);
    }

    private static ColumnShape shape(SqlType type) {
        return new ColumnShape(type, 0, 0, 0, false, true);
    }
}
