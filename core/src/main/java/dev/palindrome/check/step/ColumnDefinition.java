package dev.palindrome.check.step;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column as a script defines it.
 *
 * @param name as written, without brackets
 * @param type empty for a computed column
 * @param isNotNull whether it refuses NULL
 * @param hasValues whether rows that are there get a value: by a default, an identity, a computation, a row version
 * @param fillsRows whether rows that are there get a value even where it may be NULL: with WITH VALUES as well
 * @param isDistinct whether the server gives each row a value that no other has: a number, a GUID, a row version
 * @param key the name of the key that it is by itself, an empty text where the server names that; empty where it is none
 */
public record ColumnDefinition(
        String name,
        Optional<DeclaredType> type,
        boolean isNotNull,
        boolean hasValues,
        boolean fillsRows,
        boolean isDistinct,
        Optional<String> key) {

    private static final DeclaredType ROWVERSION = new DeclaredType("ROWVERSION", List.of());

    /** @throws dev.palindrome.tsql.UntranslatableException if no column is defined here */
    static ColumnDefinition read(TokenReader reader) {
        String name = reader.identifier();
        Optional<DeclaredType> type = reader.sees("AS") ? Optional.empty() : Optional.of(type(name, reader));
        List<Token> rest = reader.until(",");
        Optional<InlineKey> key = InlineKey.in(rest).filter(InlineKey::isOfColumn);
        boolean identity = sees(rest, "IDENTITY");
        boolean hasValues = type.isEmpty()
                || type.get().isRowversion()
                || hasDefault(rest)
                || identity
                || sees(rest, "GENERATED", "ALWAYS");
        boolean notNull =
                sees(rest, "NOT", "NULL") || key.filter(InlineKey::isPrimary).isPresent();
        boolean fills = hasValues && (notNull || identity || sees(rest, "WITH", "VALUES"));
        boolean distinct = identity
                || type.filter(DeclaredType::isRowversion).isPresent()
                || fills && rest.stream().anyMatch(token -> token.is("NEWID", "NEWSEQUENTIALID"));
        return new ColumnDefinition(name, type, notNull, hasValues, fills, distinct, key.map(InlineKey::name));
    }

    /** The same as part of a primary key, which refuses NULL whether the column says so or not. */
    ColumnDefinition inPrimaryKey() {
        return new ColumnDefinition(name, type, true, hasValues, fillsRows || hasValues, isDistinct, key);
    }

    /** The same with a default that is declared beside it. */
    ColumnDefinition withDefault() {
        return new ColumnDefinition(name, type, isNotNull, true, fillsRows || isNotNull, isDistinct, key);
    }

    /** Several words may be one type, the type may stand in brackets, and {@code timestamp} is a name and a type in one. */
    private static DeclaredType type(String name, TokenReader reader) {
        if (name.equalsIgnoreCase("timestamp")
                && (!reader.peek().isName() || reader.peek().is("NOT", "NULL"))) {
            return ROWVERSION;
        }
        String word = reader.word();
        while (reader.acceptSymbol(".")) {
            word = reader.word();
        }
        while (reader.peek().kind() == Token.Kind.WORD
                && (word.equalsIgnoreCase("NATIONAL")
                        || SqlType.find(word + " " + reader.peek().text()).isPresent())) {
            word += " " + reader.word();
        }
        List<String> arguments = new ArrayList<>();
        if (reader.seesSymbol("(")) {
            reader.parenthesised().stream()
                    .filter(token -> !token.isSymbol(","))
                    .map(Token::text)
                    .forEach(arguments::add);
        }
        String typeName = SqlType.find(word).isPresent() ? word.toUpperCase(Locale.ROOT) : "[" + word + "]";
        return new DeclaredType(typeName, arguments);
    }

    /** A default of NULL gives no value. */
    private static boolean hasDefault(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("DEFAULT")) {
                String value = tokens.stream()
                        .skip(i + 1L)
                        .limit(3)
                        .filter(token -> !token.isSymbol("(") && !token.isSymbol(")"))
                        .map(Token::upper)
                        .limit(1)
                        .collect(Collectors.joining());
                return !value.equals("NULL");
            }
        }
        return false;
    }

    /** Outside of parentheses. */
    private static boolean sees(List<Token> tokens, String... words) {
        int depth = 0;
        for (int i = 0; i <= tokens.size() - words.length; i++) {
            Token token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && startWith(tokens.subList(i, i + words.length), words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startWith(List<Token> tokens, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }
}
