package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.mask.MaskKind;
import dev.palindrome.schema.Column;
import dev.palindrome.sql.SqlTypeFamily;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Masks the rows of one table, one after the other. */
public final class RowMask {

    private static final String HEXADECIMAL = "0x";

    private final Target target;
    private final Map<String, TargetColumn> masked = new HashMap<>();
    private final List<String> read;

    private RowMask(Target target) {
        this.target = target;
        target.columns().forEach(column -> masked.put(key(column.name()), column));
        Set<String> names = new LinkedHashSet<>();
        for (TargetColumn column : target.columns()) {
            names.add(column.name());
            column.person().ifPresent(person -> names.addAll(person.columns()));
            for (MaskKind.Pattern pattern : column.patterns()) {
                pattern.parts().forEach(part -> {
                    if (part instanceof MaskKind.Part.OfColumn other) {
                        names.add(column(other.name()).name());
                    }
                });
            }
        }
        this.read = List.copyOf(names);
    }

    static RowMask of(Target target) {
        return new RowMask(target);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a column's values change. */
    public boolean masks(String column) {
        return masked.containsKey(key(column));
    }

    /** The columns that are read to mask a row, as they are, in this order. */
    public List<String> read() {
        return read;
    }

    /**
     * Takes note of a row.
     *
     * @param row that stands on it
     * @param first the place of the first column in it, from 1
     * @param again whether all have been learnt once
     */
    public void learn(ResultSet row, int first, boolean again) throws SQLException {
        for (int i = 0; i < read.size(); i++) {
            TargetColumn column = masked.get(key(read.get(i)));
            if (column != null && column.mustBeLearnt()) {
                Object original = Originals.read(row, first + i, column);
                ColumnMapping mapping = column.mapping().orElseThrow();
                if (original != null && !again) {
                    mapping.learn(original);
                } else if (original != null && mapping.hasConflicts()) {
                    mapping.learnAgain(original);
                }
            }
        }
    }

    /** Whether there is anything to be learnt. */
    public boolean mustLearn() {
        return target.columns().stream().anyMatch(TargetColumn::mustBeLearnt);
    }

    /**
     * Masks a row.
     *
     * @param row that stands on it
     * @param first the place of the first column in it, from 1
     * @return what stands in for the values of a column; null for NULL
     */
    public Values of(ResultSet row, int first) throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            TargetColumn column = masked.get(key(read.get(i)));
            values.put(
                    key(read.get(i)),
                    column == null ? row.getString(first + i) : Originals.read(row, first + i, column));
        }
        return column -> replaced(Objects.requireNonNull(masked.get(key(column))), values, new ArrayList<>());
    }

    /** The values of a row, masked. */
    @FunctionalInterface
    public interface Values {
        @Nullable Object of(String column);
    }

    private @Nullable Object replaced(TargetColumn column, Map<String, @Nullable Object> values, List<String> within) {
        Object original = values.get(key(column.name()));
        if (original == null || column.kind() instanceof MaskKind.Null) {
            return null;
        }
        Optional<ColumnMapping> mapping = column.mapping();
        Object mapped = mapping.isPresent()
                ? mapping.get()
                        .replace(
                                column.person()
                                        .map(person -> owner(person, values))
                                        .orElse(null),
                                original)
                : null;
        if (mapping.isPresent() && column.patterns().isEmpty()) {
            column.document().ifPresent(DocumentMapping::refuseOthers);
            return mapped;
        }
        if (column.kind() instanceof MaskKind.Constant constant) {
            return constant(column, constant.value());
        }
        if (within.contains(column.name())) {
            throw new MaskException(
                    "The patterns of %s go round in a circle: %s. Let one of them do without the column of another."
                            .formatted(target.name(), String.join(", ", within)));
        }
        within.add(column.name());
        Object replaced = column.document().isPresent()
                ? filled(column.document().get(), text(mapped), values, within)
                : pattern((MaskKind.Pattern) column.kind(), values, within);
        within.remove(column.name());
        return replaced;
    }

    private String filled(
            DocumentMapping documents, String masked, Map<String, @Nullable Object> values, List<String> within) {
        documents.refuseOthers();
        String document = masked;
        for (DocumentMapping.Token token : documents.tokens()) {
            document = DocumentMapping.filled(document, token, pattern(token.pattern(), values, within));
        }
        return document;
    }

    private String pattern(MaskKind.Pattern pattern, Map<String, @Nullable Object> values, List<String> within) {
        StringBuilder text = new StringBuilder();
        for (MaskKind.Part part : pattern.parts()) {
            text.append(part(part, values, within));
        }
        return text.toString();
    }

    /** What is left to be searched of a masked value: of documents all that may not stay; missing where the whole is another. */
    public Optional<String> searched(String column, Object value) {
        return Optional.ofNullable(this.masked.get(key(column)))
                .flatMap(TargetColumn::document)
                .map(documents -> documents.look(value.toString()).searched());
    }

    private static String owner(TargetColumn.Person person, Map<String, @Nullable Object> values) {
        StringBuilder owner = new StringBuilder(person.table());
        person.columns().forEach(column -> owner.append('|').append(text(values.get(key(column)))));
        return owner.toString();
    }

    /** A text becomes bytes as SQL Server converts one in Unicode (Microsoft: cast-and-convert-transact-sql). */
    private static Object constant(TargetColumn column, String value) {
        boolean isText = column.family() == SqlTypeFamily.BINARY && !value.startsWith(HEXADECIMAL);
        return isText ? value.getBytes(StandardCharsets.UTF_16LE) : value;
    }

    private String part(MaskKind.Part part, Map<String, @Nullable Object> values, List<String> within) {
        if (part instanceof MaskKind.Part.Literal text) {
            return text.text();
        }
        String name = key(column(((MaskKind.Part.OfColumn) part).name()).name());
        TargetColumn other = masked.get(name);
        return text(other == null ? values.get(name) : replaced(other, values, within));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private Column column(String written) {
        return target.table().columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new MaskException(
                        "A pattern for %s names the column %s, which is not there.".formatted(target.name(), written)));
    }
}
