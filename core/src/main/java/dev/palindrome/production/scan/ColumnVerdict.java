package dev.palindrome.production.scan;

import dev.palindrome.production.PersonalColumn;
import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.production.scan.value.ColumnValues;
import dev.palindrome.production.scan.value.ValueEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what the name of a column says and what its values look like. */
final class ColumnVerdict {

    private static final double BOTH = 0.05;

    private static final double CERTAIN = 0.99;

    private static final double CONTRADICTED = 0.6;

    private static final double BIRTHDAYS = 0.65;

    private static final double AMONG_THINGS = 0.2;

    /** Less is not worth a look. */
    private static final double LEAST = 0.5;

    private final ScannedTable table;
    private final NameScan names;

    ColumnVerdict(ScannedTable table, NameScan names) {
        this.table = table;
        this.names = names;
    }

    /** Empty where neither says that it is personal; several where members of documents are. */
    List<PersonalColumn> of(ScannedColumn column, Optional<ColumnValues> values) {
        Map<String, NameHint> members =
                values.map(some -> members(column, some)).orElse(Map.of());
        List<PersonalColumn> found = new ArrayList<>();
        members.forEach((path, hint) -> finding(column, Optional.of(path), hint).ifPresent(found::add));
        if (found.isEmpty()) {
            whole(column, values).ifPresent(found::add);
        }
        return found;
    }

    private Optional<PersonalColumn> whole(ScannedColumn column, Optional<ColumnValues> values) {
        Optional<NameHint> hint = names.of(column);
        Optional<NameHint> found = values.flatMap(some -> inRows(column, some, hint));
        return found.or(() -> hint).flatMap(each -> finding(column, Optional.empty(), each));
    }

    private Optional<PersonalColumn> finding(ScannedColumn column, Optional<String> path, NameHint hint) {
        return hint.confidence() < LEAST
                ? Optional.empty()
                : Optional.of(new PersonalColumn(
                        table.name().toString(),
                        column.name(),
                        path,
                        hint.kind().toString(),
                        Math.round(hint.confidence() * 100) / 100.0,
                        hint.reason()));
    }

    /** What is found in documents of JSON, by path: each is looked at as a column of this table would be. */
    private Map<String, NameHint> members(ScannedColumn column, ColumnValues values) {
        Map<String, ColumnValues> members = new TreeMap<>();
        addMembers("$", values, members);
        Map<String, Optional<NameHint>> named = names.inDocument(members.keySet());
        Map<String, NameHint> found = new TreeMap<>();
        members.forEach((path, some) -> {
            Optional<NameHint> name = named.getOrDefault(path, Optional.empty());
            inRows(column, some, name).or(() -> name).ifPresent(each -> found.put(path, each));
        });
        return found;
    }

    /** A text in a document may be one itself. */
    private static void addMembers(String path, ColumnValues values, Map<String, ColumnValues> members) {
        values.places().forEach((place, some) -> {
            if (place.startsWith("$")) {
                String whole = path + place.substring(1);
                boolean isJson = some.places().keySet().stream().anyMatch(each -> each.startsWith("$"));
                if (isJson) {
                    addMembers(whole, some, members);
                } else {
                    members.put(whole, some);
                }
            }
        });
    }

    private Optional<NameHint> inRows(ScannedColumn column, ColumnValues values, Optional<NameHint> hint) {
        if (!values.places().isEmpty()) {
            return documents(column, values.places(), hint);
        }
        Optional<ValueEvidence> whole = values.whole();
        if (whole.isPresent()) {
            return Optional.of(together(hint.orElse(null), whole.get()));
        }
        Optional<ValueEvidence> inside = values.inside();
        if (inside.isPresent()) {
            return Optional.of(insideText(hint.orElse(null), inside.get()));
        }
        if (hint.isEmpty() && values.couldBeBirthdays() && names.isOfPersons()) {
            return Optional.of(new NameHint(
                    PersonalKind.DATE_OF_BIRTH,
                    BIRTHDAYS,
                    "",
                    "days long ago and far apart, beside what is a person's"));
        }
        return hint.filter(named -> values.contradicts(named.kind().toString()))
                .map(named -> new NameHint(
                        named.kind(),
                        Math.max(LEAST, named.confidence() * CONTRADICTED),
                        named.phrase(),
                        named.reason() + "; but none of %,d values looks like it".formatted(values.count())));
    }

    private NameHint together(@Nullable NameHint hint, ValueEvidence evidence) {
        PersonalKind kind = PersonalKind.of(evidence.form().kind());
        if (hint == null) {
            boolean isDoubtful = !evidence.form().isStrong() && names.isOfThings();
            return new NameHint(kind, evidence.confidence() - (isDoubtful ? AMONG_THINGS : 0), "", evidence.reason());
        }
        boolean isNamesKind = hint.kind() == kind || !evidence.form().isStrong();
        return new NameHint(
                isNamesKind ? hint.kind() : kind,
                Math.min(CERTAIN, Math.max(hint.confidence(), evidence.confidence()) + BOTH),
                hint.phrase(),
                hint.reason() + "; " + evidence.reason());
    }

    private static NameHint insideText(@Nullable NameHint hint, ValueEvidence evidence) {
        return hint == null
                ? new NameHint(PersonalKind.TEXT, evidence.confidence(), "", evidence.reason())
                : new NameHint(
                        hint.kind(),
                        Math.min(CERTAIN, Math.max(hint.confidence(), evidence.confidence()) + BOTH),
                        hint.phrase(),
                        hint.reason() + "; " + evidence.reason());
    }

    /** By the places in the documents: each is looked at as a column of this table would be. */
    private Optional<NameHint> documents(
            ScannedColumn column, Map<String, ColumnValues> places, Optional<NameHint> hint) {
        Map<String, NameHint> found = new TreeMap<>();
        Map<String, Optional<NameHint>> named = names.inDocument(places.keySet());
        places.forEach((place, values) -> {
            Optional<NameHint> name = named.getOrDefault(place, Optional.empty());
            inRows(column, values, name).or(() -> name).ifPresent(each -> found.put(place, each));
        });
        if (found.isEmpty()) {
            return hint;
        }
        boolean isOneKind =
                found.values().stream().map(NameHint::kind).distinct().count() == 1;
        double confidence =
                found.values().stream().mapToDouble(NameHint::confidence).max().orElse(0);
        StringBuilder reason = new StringBuilder("inside documents: ");
        found.forEach((place, each) -> reason.append(reason.charAt(reason.length() - 1) == ' ' ? "" : ", ")
                .append(place)
                .append(' ')
                .append(each.kind()));
        return Optional.of(new NameHint(
                isOneKind ? found.values().iterator().next().kind() : PersonalKind.TEXT,
                confidence,
                "",
                reason.toString()));
    }
}
