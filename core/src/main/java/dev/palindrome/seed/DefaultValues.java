package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import java.util.Optional;

/** Whether a value is nobody's: NULL, or the column's default. */
final class DefaultValues {

    private DefaultValues() {}

    /** Also where the default is a function: what it gave cannot be told from what somebody wrote. */
    static boolean leaves(Column column, Value value) {
        Optional<Object> content = value.present();
        return content.isEmpty()
                || column.defaultValue()
                        .map(written -> isDefault(written, content.get()))
                        .orElse(false);
    }

    private static boolean isDefault(String written, Object content) {
        Optional<Value> constant = ConditionParser.constant(written);
        return constant.isEmpty()
                || constant.get()
                        .present()
                        .map(it -> ValueOrder.compare(content, it).orElse(0) == 0)
                        .orElse(false);
    }
}
