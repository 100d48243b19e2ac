package dev.palindrome.production.scan.value;

import dev.palindrome.seed.PersonNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What texts are known by that have no check digits. */
final class TextForms {

    private static final Pattern EMAIL = Pattern.compile(
            "^[\\p{L}\\p{N}._%+'&*-]{1,64}+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}+)\\.){1,8}+\\p{L}[\\p{L}\\p{N}-]{1,24}+");

    private static final Pattern IP_V4 = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4]\\d|1\\d{2}|\\d{1,2})\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d{2}|\\d{1,2})(?:/\\d{1,2})?+");

    private static final Pattern IP_V6 =
            Pattern.compile("(?:[0-9a-fA-F]{0,4}:){2,7}+[0-9a-fA-F.]{0,15}+(?:/\\d{1,3})?+");

    private static final int COLONS_OF_V6 = 7;

    private static final Pattern PASSWORD_HASH = Pattern.compile(
            "\\$(?:2[abxy]?+|5|6|argon2(?:id|i|d)|pbkdf2[a-z0-9-]{0,8}|scrypt)\\$\\S{10,400}+|\\{(?:bcrypt|noop|pbkdf2|scrypt|SSHA|SHA)\\}\\S{1,400}+");

    private static final Pattern STREET = Pattern.compile(
            "(?iu)^(?:\\d{1,5}[a-z]?+(?: ?[/-] ?\\d{1,4})?+,? (?:[\\p{L}.'-]{1,30}+ ){0,5}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|way|rue|bd|chemin|impasse|allée|quai)\\b.{0,40}+"
                    + "|[\\p{L}.' -]{1,40}(?:straße|strasse|str\\.?|weg|platz|allee|gasse|ring|straat|laan|plein|gracht|vägen|gatan) ?\\d{1,4}[ \\p{L}/-]{0,12}+"
                    + "|(?:calle|avenida|av\\.|plaza|paseo|via|viale|corso|piazza|rua|travessa|largo|ul\\.|avda\\.?|c/) [\\p{L}.'’ºª -]{2,60}+[,]? ?(?:n[º°.]? ?)?\\d{0,5}.{0,30}+)");

    private static final Set<String> GENDERS = Set.of(
            "m",
            "f",
            "w",
            "d",
            "x",
            "male",
            "female",
            "man",
            "woman",
            "männlich",
            "weiblich",
            "divers",
            "homme",
            "femme",
            "hombre",
            "mujer",
            "masculino",
            "femenino",
            "feminino",
            "maschio",
            "femmina",
            "vrouw",
            "other",
            "diverse");

    private static final int LONGEST_NAME = 60;

    private TextForms() {}

    static boolean isEmail(String value) {
        return value.indexOf('@') > 0 && EMAIL.matcher(value).matches();
    }

    static boolean isIpAddress(String value) {
        if (value.indexOf(':') < 0) {
            return value.indexOf('.') > 0 && IP_V4.matcher(value).matches();
        }
        long colons = value.chars().filter(letter -> letter == ':').count();
        return (value.contains("::") || colons == COLONS_OF_V6)
                && IP_V6.matcher(value).matches();
    }

    static boolean isPasswordHash(String value) {
        return (value.startsWith("$") || value.startsWith("{"))
                && PASSWORD_HASH.matcher(value).matches();
    }

    static boolean isStreet(String value) {
        return value.indexOf(' ') > 0 && STREET.matcher(value).matches();
    }

    static boolean isGender(String value) {
        return GENDERS.contains(value.toLowerCase(Locale.ROOT));
    }

    static boolean isFirstName(String value) {
        return isNameLike(value)
                && PersonNames.known().filter(names -> names.isFirst(value)).isPresent();
    }

    static boolean isLastName(String value) {
        return isNameLike(value)
                && PersonNames.known().filter(names -> names.isLast(value)).isPresent();
    }

    /** A first name and a last name, in whatever order, with anything in between. */
    static boolean isFullName(String value) {
        String[] words = value.replace(",", " ").strip().split("\\s++", 5);
        Optional<PersonNames> names = PersonNames.known();
        if (names.isEmpty() || value.length() > LONGEST_NAME || words.length < 2 || words.length > 4) {
            return false;
        }
        String first = words[0];
        String last = words[words.length - 1];
        return names.get().isFirst(first) && names.get().isLast(last)
                || names.get().isLast(first) && names.get().isFirst(last);
    }

    private static boolean isNameLike(String value) {
        return value.length() > 1
                && value.length() <= LONGEST_NAME
                && Character.isUpperCase(value.charAt(0))
                && value.chars().noneMatch(Character::isDigit);
    }
}
