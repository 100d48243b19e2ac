package dev.palindrome.seed.rows;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.condition.ConditionMentions;
import dev.palindrome.seed.condition.ConditionParser;
import dev.palindrome.seed.condition.Truth;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueOrder;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;
import java.util.Optional;

/** Whether a value is nobody's: NULL, or the column's default. */
final class DefaultValues {

    private static final String[] CLOCKS = {
        "CURRENT_TIMESTAMP", "GETDATE", "GETUTCDATE", "SYSDATETIME", "SYSDATETIMEOFFSET", "SYSUTCDATETIME"
    };

    private DefaultValues() {}

    /** Also where the default is a function: what it gave cannot be told from what somebody wrote. */
    static boolean leaves(Column column, Value value) {
        Optional<Object> content = value.present();
        return content.isEmpty()
                || !draws(column)
                        && column.defaultValue()
                                .map(written -> isDefault(written, content.get()))
                                .orElse(false);
    }

    /** Whether the default takes its values from a sequence: no two are the same, and none would be in its way. */
    static boolean draws(Column column) {
        TokenReader reader = new TokenReader(Lexer.tokens(column.defaultValue().orElse(""), 1));
        while (!reader.atEnd() && !reader.sees("NEXT", "VALUE", "FOR")) {
            reader.next();
        }
        return !reader.atEnd();
    }

    /**
     * Whether rows can be left to a default: not where nothing else but rows that are pointed to would tell them apart in a
     * key, or where it points to anything, or a check may be against it.
     */
    static boolean serves(Column column, TableColumns table) {
        String name = GeneratedRow.key(column.name());
        return !points(name, table)
                && satisfiesChecks(column, table.table())
                && table.table().uniqueKeys().stream()
                        .map(key -> GeneratedRow.keys(key.columns()))
                        .noneMatch(key -> key.contains(name)
                                && key.stream().allMatch(it -> repeats(it, table) || points(it, table)));
    }

    private static boolean points(String name, TableColumns table) {
        return table.table().foreignKeys().stream()
                .anyMatch(key ->
                        key.isEnabled() && GeneratedRow.keys(key.columns()).contains(name));
    }

    private static boolean satisfiesChecks(Column column, Table table) {
        return table.checks().stream()
                .filter(check -> check.isEnabled() && ConditionMentions.name(column.name(), check.condition()))
                .allMatch(check -> isSatisfied(check, column, table));
    }

    /** For certain, whatever is in the other columns. */
    private static boolean isSatisfied(Check check, Column column, Table table) {
        Optional<Value> constant = column.defaultValue().flatMap(ConditionParser::constant);
        boolean alone = table.columns().stream()
                .filter(other -> !other.equals(column))
                .noneMatch(other -> ConditionMentions.name(other.name(), check.condition()));
        return alone
                && constant.isPresent()
                && ConditionParser.parse(check.condition())
                        .map(condition -> condition.test(name -> constant.get()) == Truth.TRUE)
                        .orElse(false);
    }

    /** Whether the default gives many rows the same: a constant, or the time, which is the same all over a statement. */
    private static boolean repeats(String name, TableColumns table) {
        return table.table().columns().stream()
                .filter(column -> GeneratedRow.key(column.name()).equals(name))
                .flatMap(column -> column.defaultValue().stream())
                .anyMatch(written -> ConditionParser.constant(written).isPresent() || clocks(Lexer.tokens(written, 1)));
    }

    private static boolean clocks(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is(CLOCKS));
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
