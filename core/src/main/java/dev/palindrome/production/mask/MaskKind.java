package dev.palindrome.production.mask;

import dev.palindrome.production.mask.value.FakeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a column's values. Texts of it hold no constants: these may be secrets. */
public sealed interface MaskKind {

    /** Made up, and the same for equal values. */
    record Fake(FakeKind kind) implements MaskKind {
        @Override
        public String toString() {
            return kind.words();
        }
    }

    /** One value in every row that has one. The text is converted to the column's type by the database. */
    record Constant(String value) implements MaskKind {
        @Override
        public String toString() {
            return "constant …";
        }
    }

    /** NULL in every row. */
    record Null() implements MaskKind {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** A text with values of other columns of the row, as they are when all of its columns are masked. */
    record Pattern(List<Part> parts) implements MaskKind {

        /** With its constant parts. */
        String whole() {
            return parts.stream()
                    .map(part -> part instanceof Part.Literal literal
                            ? "'" + literal.text() + "'"
                            : "{" + ((Part.OfColumn) part).name() + "}")
                    .collect(Collectors.joining());
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Part.OfColumn column ? "{" + column.name() + "}" : "…")
                    .collect(Collectors.joining("", "\"", "\""));
        }
    }

    /** A part of a pattern. */
    sealed interface Part {

        /** As it stands there. */
        record Literal(String text) implements Part {
            @Override
            public String toString() {
                return "…";
            }
        }

        /** The value of a column of the same row. */
        record OfColumn(String name) implements Part {}
    }

    /** As it is, because somebody has said why. */
    record Keep(String reason) implements MaskKind {
        @Override
        public String toString() {
            return "keep " + reason;
        }
    }

    /**
     * Members of JSON documents become what rules of their own say.
     *
     * @param rest why all else may stay; missing where nobody has said so
     */
    record Members(Optional<String> rest) implements MaskKind {
        @Override
        public String toString() {
            return "members of JSON";
        }
    }

    /** By a {@link dev.palindrome.production.MaskFunction} of the user's. */
    record Custom(String className) implements MaskKind {
        @Override
        public String toString() {
            return className;
        }
    }
}
