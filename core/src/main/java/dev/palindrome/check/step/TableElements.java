package dev.palindrome.check.step;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands in the parentheses of a CREATE TABLE, or behind ADD: columns and constraints. */
final class TableElements {

    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final Set<String> defaulted = new HashSet<>();

    /**
     * @param name empty where the server names it
     * @param isPrimary whether it is the table's primary key
     */
    record UniqueKey(String name, List<String> columns, boolean isPrimary) {}

    private TableElements() {}

    static TableElements read(TokenReader reader) {
        TableElements elements = new TableElements();
        do {
            elements.element(reader);
        } while (reader.acceptSymbol(","));
        elements.columns.replaceAll(column ->
                elements.defaulted.contains(column.name().toLowerCase(Locale.ROOT)) ? column.withDefault() : column);
        elements.uniqueKeys.stream().filter(UniqueKey::isPrimary).forEach(elements::refuseNull);
        return elements;
    }

    private void refuseNull(UniqueKey primary) {
        columns.replaceAll(column ->
                primary.columns().stream().anyMatch(column.name()::equalsIgnoreCase) ? column.inPrimaryKey() : column);
    }

    List<ColumnDefinition> columns() {
        return columns;
    }

    /** Those that are declared beside the columns. */
    List<UniqueKey> uniqueKeys() {
        return uniqueKeys;
    }

    private void element(TokenReader reader) {
        String name = reader.accept("CONSTRAINT") ? reader.identifier() : "";
        boolean primary = reader.accept("PRIMARY", "KEY");
        if (primary || reader.accept("UNIQUE")) {
            reader.until("(");
            uniqueKeys.add(new UniqueKey(name, keyColumns(reader.parenthesised()), primary));
            reader.until(",");
        } else if (reader.accept("DEFAULT")) {
            reader.until("FOR", ",");
            reader.accept("FOR");
            reader.lastNamePart().map(column -> column.toLowerCase(Locale.ROOT)).ifPresent(defaulted::add);
            reader.until(",");
        } else if (reader.peek().is("FOREIGN", "CHECK", "INDEX", "PERIOD", "CONNECTION", "LIKE")) {
            reader.until(",");
        } else if (!reader.atEnd()) {
            int before = reader.position();
            columns.add(ColumnDefinition.read(reader));
            InlineKey.in(reader.since(before))
                    .filter(key -> !key.isOfColumn())
                    .ifPresent(key -> uniqueKeys.add(new UniqueKey(key.name(), key.columns(), key.isPrimary())));
        }
    }

    /** In their order, without ASC and DESC. */
    static List<String> keyColumns(List<Token> tokens) {
        List<String> columns = new ArrayList<>();
        TokenReader reader = new TokenReader(tokens);
        while (reader.peek().isName()) {
            columns.add(reader.word());
            reader.until(",");
            reader.acceptSymbol(",");
        }
        return columns;
    }
}
