package dev.palindrome.production.scan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFormTest {

    /** The examples of the authorities and of the standards, or numbers made by their rules. */
    @ParameterizedTest
    @CsvSource({
        "IBAN, DE89 3704 0044 0532 0130 00",
        "IBAN, GB82WEST12345698765432",
        "IBAN, FR14 2004 1010 0505 0001 3M02 606",
        "CARD, 4111 1111 1111 1111",
        "CARD, 5555-5555-5555-4444",
        "CARD, 378282246310005",
        "STEUER_ID, 86 095 742 719",
        "NIR, 2 55 08 14 168 025 38",
        "DNI, 12345678Z",
        "DNI, X1234567L",
        "CODICE_FISCALE, RSSMRA85T10A562S",
        "BSN, 111222333",
        "NIF, 123456789",
        "CPF, 529.982.247-25",
        "PERSONNUMMER, 811228-9874",
        "PESEL, 44051401359",
        "AHV_NUMBER, 756.9217.0769.85"
    })
    void aNumberIsKnownByItsCheckDigit(ValueForm form, String value) {
        assertThat(form.fits(value)).isTrue();

        int at = value.length() - 3;
        while (!Character.isDigit(value.charAt(at))) {
            at--;
        }
        char other = value.charAt(at) == '9' ? '0' : (char) (value.charAt(at) + 1);
        assertThat(form.fits(value.substring(0, at) + other + value.substring(at + 1)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SOCIAL_SECURITY_NUMBER, 078-05-1120",
        "NATIONAL_INSURANCE_NUMBER, AB 12 34 56 C",
        "EMAIL, ann.o'neill+list@mail.example.co.uk",
        "EMAIL, jürgen@example.org",
        "IP_ADDRESS, 192.168.10.12",
        "IP_ADDRESS, 2001:db8::ff00:42:8329",
        "IP_ADDRESS, ::1",
        "PASSWORD_HASH, $2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "INTERNATIONAL_PHONE, +49 30 901820",
        "INTERNATIONAL_PHONE, 0033 1 42 68 53 00",
        "NATIONAL_PHONE, 030 901820",
        "NATIONAL_PHONE, (212) 736-5000",
        "NATIONAL_PHONE, 01 42 68 53 00",
        "NATIONAL_PHONE, (11) 96123-4567",
        "STREET, 12 Main Street",
        "STREET, Lindenstraße 12a",
        "STREET, 8 rue de la Paix",
        "STREET, Calle de Alcalá 42",
        "STREET, Keizersgracht 123",
        "FIRST_NAME, Anna",
        "LAST_NAME, Müller",
        "FULL_NAME, Peter Schmidt"
    })
    void aTextIsKnownByItsForm(ValueForm form, String value) {
        assertThat(form.fits(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-02",
                "2024-01-02 10:11:12",
                "1.234.567,89",
                "978-3-16-148410-0",
                "4006381333931",
                "1.2.3",
                "10.0.19041.1",
                "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
                "SKU-12345-AB",
                "user@",
                "@example.com",
                "12:30:00",
                "DE89 3704 0044 0532 0130 01",
                "1234567890",
                "0.75",
                "100000001"
            })
    void whatOnlyLooksAlikeHasNoForm(String value) {
        assertThat(formsOf(value)).isEmpty();
    }

    private static Set<ValueForm> formsOf(String value) {
        return Arrays.stream(ValueForm.values())
                .filter(form -> form.fits(value))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ValueForm.class)));
    }

    @Test
    void findsThemInsideText() {
        assertThat(TextContents.formsIn("Please write to ann@example.com, or call +49 30 901820 after six."))
                .containsExactlyInAnyOrder(ValueForm.EMAIL, ValueForm.INTERNATIONAL_PHONE);
        assertThat(TextContents.formsIn("Refund to DE89 3704 0044 0532 0130 00 by Friday"))
                .containsExactly(ValueForm.IBAN);
        assertThat(TextContents.formsIn("Paid with 4111 1111 1111 1111.")).containsExactly(ValueForm.CARD);
        assertThat(TextContents.formsIn(
                        "Delivered 12 of 14 pieces on 2024-01-02, version 1.2.3, see INV-2024-0001 @ desk"))
                .isEmpty();
    }

    @Test
    void oneOfManyProvesNothing() {
        ColumnValues orders = new ColumnValues();
        for (long number = 4_000_000_000_000_000L; number < 4_000_000_000_000_500L; number++) {
            orders.add(Long.toString(number));
        }

        assertThat(orders.whole()).isEmpty();
    }

    @Test
    void documentsAreLookedAtByTheirPlaces() {
        ColumnValues json = new ColumnValues();
        List.of(
                        "{\"contact\": {\"email\": \"a@example.com\", \"age\": 7}, \"tags\": [\"x\", \"y\"]}",
                        "{\"contact\": {\"email\": \"b@example.com\"}, \"items\": [{\"n\": \"z\"}]}",
                        "{\"contact\": {\"email\": \"c@example.com\", \"cut off")
                .forEach(json::add);
        ColumnValues xml = new ColumnValues();
        List.of(
                        "<person id=\"5\"><email>a@example.com</email></person>",
                        "<person><email>b@example.com</email><note>cut")
                .forEach(xml::add);

        assertThat(json.places()).containsOnlyKeys("$.contact.email", "$.contact.age", "$.tags[*]", "$.items[*].n");
        assertThat(json.places().get("$.contact.email").whole())
                .hasValueSatisfying(email -> assertThat(email.form()).isEqualTo(ValueForm.EMAIL));
        assertThat(xml.places()).containsKeys("/person/@id", "/person/email");
    }

    @Test
    void daysLongAgoAndFarApartCouldBeBirthdays() {
        ColumnValues births = new ColumnValues();
        ColumnValues orders = new ColumnValues();
        for (int i = 0; i < 30; i++) {
            births.addDay((1940 + 2 * i) + "-03-0" + (1 + i % 9) + "T00:00:00");
            orders.addDay("2024-05-" + (10 + i % 20) + "T10:11:12");
        }

        assertThat(births.couldBeBirthdays()).isTrue();
        assertThat(orders.couldBeBirthdays()).isFalse();
    }
}
