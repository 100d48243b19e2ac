package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.mask.MaskKind;
import dev.palindrome.schema.Column;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.text.NearestName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column is set to, as an expression over the row before. NULLs stay, but where a rule says NULL. */
final class RowExpressions {

    private final Target target;
    private final String prefix;
    private final Words words;

    /** What the engines write differently. */
    interface Words {

        /** What stands in for a value that has a mapping. */
        String mapped(TargetColumn column);

        /** A text. */
        String text(String value);

        /** A text as a value of a column's type. */
        String constant(TargetColumn column, String value);

        /** A text of a column's as a part of another. */
        String part(String expression);

        /** A document with a text in the place of what stands for it. */
        String filled(String document, DocumentMapping.Token token, String value);

        /** A document as a column's value. */
        String document(TargetColumn column, String document);
    }

    /**
     * For the rows of a target.
     *
     * @param prefix what stands before a column's name, such as {@code t.}
     * @param words of the engine
     */
    RowExpressions(Target target, String prefix, Words words) {
        this.target = target;
        this.prefix = prefix;
        this.words = words;
    }

    /** What a column is set to. */
    String of(TargetColumn column) {
        return of(column, new LinkedHashSet<>());
    }

    private String of(TargetColumn column, Set<String> within) {
        if (column.kind() instanceof MaskKind.Null) {
            return "NULL";
        }
        if (column.mapping().isPresent() && column.patterns().isEmpty()) {
            return mapped(column);
        }
        if (!within.add(column.name())) {
            throw new MaskException(
                    "The patterns of %s go round in a circle: %s. Let one of them do without the column of another."
                            .formatted(target.name(), String.join(", ", within)));
        }
        if (column.document().isPresent()) {
            String document = words.mapped(column);
            for (DocumentMapping.Token token : column.document().get().tokens()) {
                document = words.filled(document, token, pattern(token.pattern().parts(), within));
            }
            within.remove(column.name());
            return words.document(column, document);
        }
        String value = column.kind() instanceof MaskKind.Pattern pattern
                ? pattern(pattern.parts(), within)
                : words.constant(column, ((MaskKind.Constant) column.kind()).value());
        within.remove(column.name());
        return "CASE WHEN %s%s IS NULL THEN NULL ELSE %s END".formatted(prefix, column.sqlName(), value);
    }

    private String mapped(TargetColumn column) {
        String mapped = words.mapped(column);
        return column.document().isPresent() ? words.document(column, mapped) : mapped;
    }

    /** CONCAT takes two or more, and NULL for nothing (docs: concat-transact-sql). */
    private String pattern(List<MaskKind.Part> parts, Set<String> within) {
        StringBuilder text =
                new StringBuilder("CONCAT(").append(words.text("")).append(", ").append(words.text(""));
        for (MaskKind.Part part : parts) {
            text.append(", ").append(part(part, within));
        }
        return text.append(')').toString();
    }

    /** A masked column counts as it will be: its value before is not to be read in another. */
    private String part(MaskKind.Part part, Set<String> within) {
        if (part instanceof MaskKind.Part.Literal text) {
            return words.text(text.text());
        }
        String name = ((MaskKind.Part.OfColumn) part).name();
        Optional<TargetColumn> masked = target.columns().stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (masked.isPresent()) {
            return asPart(of(masked.get(), within), masked.get().family());
        }
        Column column = column(name);
        return asPart(
                prefix + PortableName.of(column.name()),
                column.type().flatMap(DeclaredType::family).orElse(SqlTypeFamily.VARIANT));
    }

    private String asPart(String expression, SqlTypeFamily family) {
        return family.isText() ? words.part(expression) : expression;
    }

    private Column column(String written) {
        return target.table().columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new MaskException("A pattern for %s names the column %s, which is not there%s."
                        .formatted(
                                target.name(),
                                written,
                                NearestName.question(
                                        written,
                                        target.table().columns().stream()
                                                .map(Column::name)
                                                .toList()))));
    }
}
