package dev.palindrome.seed.named;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.Numbers;
import dev.palindrome.seed.values.ValueOrder;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What scripts do with tables, by their names without schema.
 *
 * @param inserted the literals in what is put into each
 * @param written those that get rows of literals alone
 * @param added the names in what columns are added to each
 * @param referenced those that a foreign key points to
 */
record MentionedTables(
        Map<String, Set<Object>> inserted,
        Set<String> written,
        Map<String, Set<String>> added,
        Set<String> referenced) {

    MentionedTables() {
        this(new HashMap<>(), new HashSet<>(), new HashMap<>(), new HashSet<>());
    }

    void read(List<Token> text) {
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            if (token.is("INSERT", "MERGE", "REFERENCES", "TABLE")) {
                read(
                        token,
                        new TokenReader(text.subList(i + 1, text.size())),
                        i > 0 && text.get(i - 1).is("ALTER"));
            }
        }
    }

    private void read(Token verb, TokenReader behind, boolean altered) {
        if (verb.is("INSERT", "MERGE") && behind.peek().is("JOIN")) {
            return;
        }
        behind.accept("INTO");
        Optional<String> name = behind.lastNamePart();
        if (name.isEmpty()) { // as behind the INSERT of a MERGE
            return;
        }
        String table = GeneratedRow.key(name.get());
        if (verb.is("REFERENCES")) {
            referenced.add(table);
        } else if (verb.is("INSERT", "MERGE")) {
            addLiterals(verb.is("MERGE") ? behind.until(";") : behind.untilNextStatement("EXEC"), table);
        } else if (altered && behind.accept("ADD")) {
            Set<String> names = added.computeIfAbsent(table, key -> new HashSet<>());
            behind.untilNextStatement("EXEC").stream()
                    .filter(Token::isName)
                    .forEach(token -> names.add(GeneratedRow.key(token.value())));
        }
    }

    /** Behind FROM nothing is put in any more: there stands which rows are. */
    private void addLiterals(List<Token> statement, String table) {
        if (statement.stream().anyMatch(token -> token.is("MATCHED"))
                && statement.stream().noneMatch(token -> token.is("INSERT"))) {
            return; // a MERGE that puts nothing in
        }
        TokenReader reader = new TokenReader(statement);
        boolean merged = statement.stream().anyMatch(token -> token.is("VALUES"));
        List<Token> selected = merged ? statement : reader.until("FROM");
        Set<Object> literals = inserted.computeIfAbsent(table, key -> new HashSet<>());
        selected.forEach(token -> addLiteral(token, literals));
        if (merged || reader.atEnd()) {
            written.add(table);
        }
    }

    private static void addLiteral(Token token, Set<Object> literals) {
        if (token.kind() == Token.Kind.STRING) {
            literals.add(ValueOrder.key(token.value()));
        } else if (token.kind() == Token.Kind.NUMBER) {
            Numbers.parse(token.value()).ifPresent(number -> {
                literals.add(ValueOrder.key(number));
                literals.add(ValueOrder.key(number.negate()));
            });
        }
    }
}
