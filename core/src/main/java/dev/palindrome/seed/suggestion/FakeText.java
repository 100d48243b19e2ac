package dev.palindrome.seed.suggestion;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.datafaker.Faker;

/**
 * Texts that Datafaker makes, with the names of columns that lead to them. None of these providers asks the clock, the
 * time zone or the default locale. Addresses of mail and of pages are in domains that nobody can own (RFC 2606), phone
 * numbers among those that are kept for fiction.
 */
enum FakeText {
    EMAIL(LengthFit.MAIL, FakeText::mail, "email", "e mail", "mail", "email address", "e mail address", "mail address"),
    FIRST_NAME(
            LengthFit.WHOLE,
            faker -> faker.name().firstName(),
            "first name",
            "firstname",
            "given name",
            "forename",
            "middle name",
            "fname"),
    LAST_NAME(
            LengthFit.WHOLE,
            faker -> faker.name().lastName(),
            "last name",
            "lastname",
            "surname",
            "family name",
            "maiden name",
            "lname"),
    FULL_NAME(
            LengthFit.WORDS,
            faker -> faker.name().firstName() + " " + faker.name().lastName(),
            "full name",
            "fullname",
            "display name",
            "contact name",
            "customer name",
            "employee name",
            "person name",
            "author",
            "owner name",
            "contact person"),
    USERNAME(
            LengthFit.WORDS,
            faker -> faker.credentials().username(),
            "username",
            "user name",
            "login",
            "login name",
            "nick",
            "nickname",
            "handle",
            "screen name"),
    PHONE(
            LengthFit.WHOLE,
            faker -> faker.numerify("(2##) 555-01##"),
            "phone",
            "phone number",
            "phone no",
            "telephone",
            "telephone number",
            "tel",
            "mobile",
            "mobile number",
            "mobile phone",
            "cell",
            "cell phone",
            "fax",
            "fax number"),
    STREET(
            LengthFit.WORDS,
            faker -> faker.address().streetAddress(),
            "street",
            "street address",
            "address",
            "addr",
            "address line",
            "street line"),
    STREET_NAME(LengthFit.WORDS, faker -> faker.address().streetName(), "street name"),
    HOUSE_NUMBER(
            LengthFit.WHOLE, faker -> faker.address().buildingNumber(), "house number", "building number", "house no"),
    CITY(LengthFit.WORDS, faker -> faker.address().city(), "city", "town", "city name", "place", "birthplace"),
    ZIP(
            LengthFit.WHOLE,
            faker -> faker.numerify("#####"),
            "zip",
            "zip code",
            "zipcode",
            "postal code",
            "postcode",
            "post code",
            "plz"),
    STATE(LengthFit.WORDS, faker -> faker.address().state(), "state", "province", "region", "state name"),
    COUNTRY(LengthFit.WORDS, faker -> faker.address().country(), "country", "country name", "nation", "nationality"),
    COUNTRY_CODE(LengthFit.WHOLE, faker -> faker.address().countryCode(), "country code", "country iso", "iso code"),
    LANGUAGE(
            LengthFit.WHOLE,
            faker -> faker.options().option("en", "de", "fr", "es", "it", "nl", "pl", "sv"),
            "language",
            "lang",
            "language code",
            "locale"),
    TIME_ZONE(LengthFit.WHOLE, faker -> faker.address().timeZone(), "time zone", "timezone", "tz"),
    COMPANY(
            LengthFit.WORDS,
            faker -> faker.company().name(),
            "company",
            "company name",
            "organization",
            "organisation",
            "organization name",
            "employer",
            "supplier",
            "supplier name",
            "vendor",
            "vendor name",
            "manufacturer",
            "brand",
            "publisher"),
    DEPARTMENT(
            LengthFit.WORDS,
            faker -> faker.commerce().department(),
            "department",
            "department name",
            "category",
            "category name"),
    JOB(LengthFit.WORDS, faker -> faker.job().title(), "job title", "job", "profession", "occupation"),
    PRODUCT(
            LengthFit.WORDS,
            faker -> faker.commerce().productName(),
            "product",
            "product name",
            "item",
            "item name",
            "article"),
    IBAN(LengthFit.WHOLE, faker -> faker.finance().iban("DE"), "iban"),
    BIC(LengthFit.WHOLE, faker -> faker.finance().bic(), "bic", "swift", "swift code"),
    CURRENCY(
            LengthFit.WHOLE,
            faker -> faker.options().option("EUR", "USD", "GBP", "CHF", "JPY", "SEK", "PLN", "CAD"),
            "currency",
            "currency code"),
    URL(
            LengthFit.WHOLE,
            faker -> "https://www." + domain(faker) + "/" + word(faker),
            "url",
            "uri",
            "website",
            "web site",
            "homepage",
            "link",
            "href"),
    DOMAIN(
            LengthFit.WHOLE,
            faker -> word(faker) + "." + domain(faker),
            "domain",
            "domain name",
            "host",
            "hostname",
            "host name"),
    IP(
            LengthFit.WHOLE,
            faker -> "192.0.2." + faker.number().numberBetween(1, 255),
            "ip",
            "ip address",
            "ip addr",
            "remote address"),
    USER_AGENT(LengthFit.WORDS, faker -> faker.internet().userAgent(), "user agent"),
    FILE_NAME(LengthFit.WHOLE, faker -> word(faker) + ".txt", "file name", "filename", "file"),
    MIME_TYPE(
            LengthFit.WHOLE,
            faker -> faker.options()
                    .option("text/plain", "text/html", "image/png", "application/json", "application/pdf"),
            "mime type",
            "content type",
            "media type"),
    ISBN(LengthFit.WHOLE, faker -> faker.code().isbn13(), "isbn"),
    EAN(LengthFit.WHOLE, faker -> faker.code().ean13(), "ean", "gtin", "barcode"),
    SKU(
            LengthFit.WHOLE,
            faker -> faker.bothify("???-####", true),
            "sku",
            "article number",
            "product code",
            "item number"),
    COLOR(LengthFit.WORDS, faker -> faker.color().name(), "color", "colour"),
    TITLE(LengthFit.WORDS, faker -> faker.book().title(), "title", "headline", "subject", "caption", "heading"),
    SLUG(LengthFit.WHOLE, faker -> word(faker) + "-" + word(faker), "slug"),
    SENTENCE(
            LengthFit.WORDS,
            faker -> faker.lorem().sentence(),
            "summary",
            "note",
            "notes",
            "remark",
            "remarks",
            "reason",
            "message"),
    PARAGRAPH(
            LengthFit.WORDS,
            faker -> faker.lorem().paragraph(),
            "description",
            "comment",
            "comments",
            "body",
            "content",
            "text",
            "bio",
            "biography",
            "about",
            "details"),
    HASH(
            LengthFit.WHOLE,
            faker -> faker.random().hex(32, false),
            "hash",
            "password hash",
            "checksum",
            "digest",
            "token",
            "salt"),
    PASSWORD(
            LengthFit.WHOLE,
            faker -> "not-a-password-" + faker.random().hex(8, false),
            "password",
            "passwd",
            "pwd",
            "secret"),
    UUID(LengthFit.WHOLE, FakeText::uuid, "uuid", "guid"),
    WORDS(LengthFit.WORDS, faker -> word(faker) + " " + word(faker), "name", "label", "word");

    private static final Map<String, FakeText> BY_NAME = new HashMap<>();

    static {
        for (FakeText text : values()) {
            for (String name : text.names) {
                BY_NAME.put(name, text);
            }
        }
    }

    private final LengthFit fit;
    private final Function<Faker, String> maker;
    private final String[] names;

    FakeText(LengthFit fit, Function<Faker, String> maker, String... names) {
        this.fit = fit;
        this.maker = maker;
        this.names = names;
    }

    /** By endings of columns' names, the words with a space between them. */
    static Map<String, FakeText> byName() {
        return BY_NAME;
    }

    LengthFit fit() {
        return fit;
    }

    String make(Faker faker) {
        return maker.apply(faker);
    }

    private static String mail(Faker faker) {
        String local = faker.name().firstName() + "." + faker.name().lastName();
        return local.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "") + "@" + domain(faker);
    }

    private static String domain(Faker faker) {
        return faker.options().option("example.com", "example.org", "example.net");
    }

    private static String word(Faker faker) {
        return faker.lorem().word();
    }

    private static String uuid(Faker faker) {
        return faker.random().hex(32, false).replaceFirst("(.{8})(.{4}).(.{3}).(.{3})(.{12})", "$1-$2-4$3-8$4-$5");
    }
}
