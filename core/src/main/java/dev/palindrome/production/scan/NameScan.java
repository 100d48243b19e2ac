package dev.palindrome.production.scan;

import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.sql.DeclaredType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the names and types of a table's columns. What stands beside a column is found first, and then what depends on it. */
final class NameScan {

    /** What is found may say something about another column, and that about a third. */
    private static final int ROUNDS = 3;

    /** A longer name has words that say what the rows have, and not what they are. */
    private static final int LONGEST_OWN_NAME = 2;

    private static final Set<PersonalKind> ADDRESS =
            EnumSet.of(PersonalKind.STREET, PersonalKind.CITY, PersonalKind.POSTCODE);

    /** All but the last name of a place in a document, and the marks of lists and attributes. */
    private static final Pattern LAST_NAME_OF_PLACE = Pattern.compile("^.*[./]@?+(?=[^./])|\\[\\*\\]");

    private static final Set<String> NAMES = Set.of("name", "nom", "nombre", "nome", "naam");

    private static final double NEARLY_SURE = 0.75;

    private static final double BESIDE_THE_OTHER = 0.9;

    private final ColumnWords words = ColumnWords.KNOWN;
    private final ScannedTable table;
    private final TableKind kind;
    private final Set<String> own;
    private final boolean mentionsPersons;
    private final Set<PersonalKind> found = EnumSet.noneOf(PersonalKind.class);
    private final Map<String, NameHint> hints = new LinkedHashMap<>();

    private NameScan(ScannedTable table) {
        this.table = table;
        List<String> name = words.words(table.name().name());
        this.kind = words.kindOfTable(name);
        this.mentionsPersons = name.stream().anyMatch(words::isPerson);
        this.own = name.size() > LONGEST_OWN_NAME ? Set.of() : Set.copyOf(name);
    }

    /** Looks at a table. */
    static NameScan of(ScannedTable table) {
        NameScan scan = new NameScan(table);
        scan.look(table.columns());
        return scan;
    }

    private void look(List<ScannedColumn> columns) {
        for (int round = 0; round < ROUNDS; round++) {
            for (ScannedColumn column : columns) {
                hint(column).ifPresent(hint -> hints.put(column.name(), hint));
            }
            hints.values().forEach(hint -> found.add(hint.kind()));
        }
        hints.replaceAll((column, hint) -> besideTheOtherName(hint));
    }

    /** What the name of a column says. */
    Optional<NameHint> of(ScannedColumn column) {
        return Optional.ofNullable(hints.get(column.name()));
    }

    /** Whether its rows seem to be persons, or to name some. */
    boolean isOfPersons() {
        return isOfAPerson(Set.of());
    }

    /** Whether its rows seem to be things. */
    boolean isOfThings() {
        return kind == TableKind.THINGS && !isOfPersons();
    }

    /** What the names of places in documents say, which stand beside one another as columns do. */
    Map<String, Optional<NameHint>> inDocument(Set<String> places) {
        NameScan inside = new NameScan(table);
        Map<String, ScannedColumn> columns = new LinkedHashMap<>();
        places.forEach(place -> columns.put(
                place, new ScannedColumn(LAST_NAME_OF_PLACE.matcher(place).replaceAll(""), Optional.empty(), false)));
        inside.look(List.copyOf(columns.values()));
        Map<String, Optional<NameHint>> named = new LinkedHashMap<>();
        columns.forEach((place, column) -> named.put(place, inside.of(column)));
        return named;
    }

    /** Beside one name of two, "name" is the other: French has nom and prénom, Spanish nombre and apellido. */
    private NameHint besideTheOtherName(NameHint hint) {
        boolean hasFirst = found.contains(PersonalKind.FIRST_NAME);
        boolean hasLast = found.contains(PersonalKind.LAST_NAME);
        if (hint.kind() != PersonalKind.FULL_NAME || !NAMES.contains(hint.phrase()) || hasFirst == hasLast) {
            return hint;
        }
        return new NameHint(
                hasFirst ? PersonalKind.LAST_NAME : PersonalKind.FIRST_NAME,
                BESIDE_THE_OTHER,
                hint.phrase(),
                "\"%s\" in its name, beside a %s name".formatted(hint.phrase(), hasFirst ? "first" : "last"));
    }

    private Optional<NameHint> hint(ScannedColumn column) {
        List<String> name = words.words(column.name());
        ColumnWords.Found phrase = words.find(name);
        List<String> others = new ArrayList<>(name.subList(0, phrase.begin()));
        others.addAll(name.subList(phrase.end(), name.size()));
        return phrase.meanings().stream()
                .filter(meaning -> meaning.conditions().stream().allMatch(condition -> holds(condition, others)))
                .filter(meaning -> TypeFit.fits(meaning.kind(), column.type()))
                .findFirst()
                .map(meaning -> new NameHint(
                        meaning.kind(),
                        confidence(meaning),
                        String.join(" ", name.subList(phrase.begin(), phrase.end())),
                        reason(meaning, String.join(" ", name.subList(phrase.begin(), phrase.end())), column.type())));
    }

    /** What is beside it makes a word sure: one of persons that is nearly so in a table of persons, one of places a street. */
    private double confidence(NameMeaning meaning) {
        boolean isOfPerson =
                kind == TableKind.PEOPLE && meaning.needs(NameCondition.PEOPLE) && meaning.confidence() >= NEARLY_SURE;
        boolean isOfAddress = found.contains(PersonalKind.STREET)
                && (meaning.needs(NameCondition.STREET) || meaning.needs(NameCondition.PLACE));
        return isOfPerson || isOfAddress ? Math.max(PersonalDataScan.SURE, meaning.confidence()) : meaning.confidence();
    }

    private boolean holds(NameCondition condition, List<String> others) {
        return switch (condition) {
            case PEOPLE -> isOfAPerson(others);
            case PLACE -> found.contains(PersonalKind.STREET) || mentionsPersons || isOfAPerson(others);
            case STREET -> found.stream().anyMatch(ADDRESS::contains);
            case NAMED -> found.stream().anyMatch(PersonalKind::namesAPerson);
            case THINGS -> kind != TableKind.THINGS || isOfAPerson(others);
            case ALONE -> words.isHarmless(others, own);
        };
    }

    private boolean isOfAPerson(Collection<String> others) {
        boolean byTable = kind == TableKind.PEOPLE;
        boolean byWords = others.stream().anyMatch(words::isPerson);
        boolean byName = found.stream().anyMatch(PersonalKind::namesAPerson);
        boolean bySeveral = (kind == TableKind.RECORDS || kind == TableKind.UNKNOWN)
                && found.stream().filter(PersonalKind::tellsOfAPerson).count() > 1;
        return byTable || byWords || byName || bySeveral;
    }

    private String reason(NameMeaning meaning, String phrase, Optional<DeclaredType> type) {
        String where = "";
        if (meaning.needs(NameCondition.PEOPLE) || meaning.needs(NameCondition.NAMED)) {
            where = kind == TableKind.PEOPLE ? ", in a table of persons" : ", beside what is a person's";
        } else if (meaning.needs(NameCondition.STREET) || meaning.needs(NameCondition.PLACE)) {
            where = found.contains(PersonalKind.STREET)
                    ? ", beside a street"
                    : ", beside what is of an address or a person";
        }
        return "\"" + phrase + "\" in its name" + where
                + type.map(declared -> ", type " + declared).orElse("");
    }
}
