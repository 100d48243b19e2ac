package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskContext;
import dev.palindrome.production.MaskException;
import dev.palindrome.production.MaskFunction;
import dev.palindrome.production.mask.CustomMask;
import dev.palindrome.production.mask.MaskKind;
import dev.palindrome.production.mask.MaskedColumn;
import dev.palindrome.production.mask.value.MaskKey;
import dev.palindrome.production.mask.value.Replacement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;

/** Asks a function of the user's. What it throws may quote the value, so that only its class is told. */
final class CustomReplacement implements Replacement {

    private final MaskKind.Custom kind;
    private final MaskFunction function;
    private final String table;
    private final MaskedColumn column;
    private final MaskKey key;

    CustomReplacement(MaskKind.Custom kind, String table, MaskedColumn column, MaskKey key) {
        this.kind = kind;
        this.function = CustomMask.make(kind.className());
        this.table = table;
        this.column = column;
        this.key = key;
    }

    @Override
    public Object replace(Object original, int attempt) {
        try {
            Object replaced = function.mask(original, new Context(original, attempt));
            return replaced == null ? ValueMapping.NULL : replaced;
        } catch (RuntimeException e) {
            throw new MaskException("%s: the function %s failed for a value of %s.%s with a %s, thrown at %s."
                    .formatted(
                            column.rule().place(),
                            kind.className(),
                            table,
                            column.name(),
                            e.getClass().getName(),
                            e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0]));
        }
    }

    /** Where a value stands, and numbers that follow from it. */
    private final class Context implements MaskContext {

        private final SplittableRandom numbers;
        private final int attempt;

        Context(Object original, int attempt) {
            byte[] value = (attempt + ":" + original).getBytes(StandardCharsets.UTF_8);
            this.numbers = new SplittableRandom(
                    ByteBuffer.wrap(key.hash(kind.className(), value)).getLong());
            this.attempt = attempt;
        }

        @Override
        public String table() {
            return table;
        }

        @Override
        public String column() {
            return column.name();
        }

        @Override
        public Optional<String> path() {
            return column.rule().path().map(Object::toString);
        }

        @Override
        public int maxLength() {
            return column.shape().maxLength();
        }

        @Override
        public int attempt() {
            return attempt;
        }

        @Override
        public int number(int bound) {
            return numbers.nextInt(bound);
        }
    }
}
