package dev.palindrome.check.step;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;
import java.util.Optional;

/**
 * A key in the definition of a column. With a list of columns it is the table's, for T-SQL asks for no comma before it.
 *
 * @param name empty where the server names it
 * @param isPrimary whether it is the primary key
 * @param columns empty where the key is the column's own
 */
record InlineKey(String name, boolean isPrimary, List<String> columns) {

    /** @param definition behind the type of the column */
    static Optional<InlineKey> in(List<Token> definition) {
        TokenReader reader = new TokenReader(definition);
        String name = "";
        while (!reader.atEnd()) {
            boolean primary = reader.accept("PRIMARY", "KEY");
            if (primary || reader.accept("UNIQUE")) {
                if (!reader.accept("CLUSTERED")) {
                    reader.accept("NONCLUSTERED");
                }
                List<String> columns =
                        reader.seesSymbol("(") ? TableElements.keyColumns(reader.parenthesised()) : List.of();
                return Optional.of(new InlineKey(name, primary, columns));
            }
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            } else if (reader.accept("CONSTRAINT")) {
                String constraint = reader.lastNamePart().orElse("");
                name = reader.peek().is("PRIMARY", "UNIQUE") ? constraint : "";
            } else {
                reader.next();
            }
        }
        return Optional.empty();
    }

    boolean isOfColumn() {
        return columns.isEmpty();
    }
}
