package dev.palindrome.production.legacy;

import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a statement changes something that lies outside of the original database: on the server, in another database of
 * it, on another server. What is only read there is no business of ours.
 */
final class OtherPlaces {

    private static final String[] FOREIGN_TABLES = {"OPENQUERY", "OPENROWSET", "OPENDATASOURCE"};

    private final OriginalNames names;

    OtherPlaces(OriginalNames names) {
        this.names = names;
    }

    Optional<LeftOutKind> in(ScriptStatement statement) {
        List<Token> tokens = statement.isModule() ? head(statement.tokens()) : statement.tokens();
        TokenReader reader = new TokenReader(tokens);
        Token verb = reader.next();
        if (isOnServer(tokens)) {
            return Optional.of(LeftOutKind.SERVER);
        }
        if (!statement.isModule() && isAtServer(tokens)) {
            return Optional.of(LeftOutKind.OTHER_SERVER);
        }
        return switch (verb.upper()) {
            case "CREATE", "ALTER", "DROP" -> reader.sees("SYNONYM") ? Optional.empty() : anyOutside(tokens);
            case "GRANT", "DENY", "REVOKE", "ENABLE", "DISABLE", "TRUNCATE" -> anyOutside(tokens);
            case "INSERT", "UPDATE", "DELETE", "MERGE" ->
                changed(tokens, reader).or(() -> into(tokens));
            case "WITH" -> changes(tokens) ? anyOf(tokens) : into(tokens);
            default -> into(tokens);
        };
    }

    /** Of a module, without what it does when it is called. */
    private static List<Token> head(List<Token> tokens) {
        return tokens.stream().takeWhile(token -> !token.is("AS", "BEGIN")).toList();
    }

    private static boolean isOnServer(List<Token> tokens) {
        boolean notification = tokens.stream().limit(3).anyMatch(token -> token.is("NOTIFICATION"));
        boolean trigger = tokens.stream().limit(4).anyMatch(token -> token.is("TRIGGER"));
        for (int i = 1; i + 1 < tokens.size(); i++) {
            TokenReader reader = new TokenReader(tokens.subList(i, tokens.size()));
            if (trigger && reader.sees("ON", "ALL", "SERVER") || notification && reader.sees("ON", "SERVER")) {
                return true;
            }
        }
        return false;
    }

    /** {@code EXEC ('…') AT [linked]}. */
    private static boolean isAtServer(List<Token> tokens) {
        boolean executes = false;
        for (int i = 0; i < tokens.size(); i++) {
            executes |= tokens.get(i).is("EXEC", "EXECUTE");
            if (executes && tokens.get(i).is("AT") && tokens.get(i - 1).isSymbol(")")) {
                return true;
            }
        }
        return false;
    }

    private static boolean changes(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is("INSERT", "UPDATE", "DELETE", "MERGE"));
    }

    /** Outside of parentheses, where expressions stand. */
    private Optional<LeftOutKind> anyOutside(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            Optional<LeftOutKind> place = depth == 0 ? at(tokens, i) : Optional.empty();
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private Optional<LeftOutKind> anyOf(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Optional<LeftOutKind> place = at(tokens, i);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private Optional<LeftOutKind> into(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Optional<LeftOutKind> place = tokens.get(i - 1).is("INTO") ? at(tokens, i) : Optional.empty();
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** What is inserted into, updated or deleted from, by its name or by the one that it has in the statement. */
    private Optional<LeftOutKind> changed(List<Token> tokens, TokenReader reader) {
        if (reader.accept("TOP") && reader.seesSymbol("(")) {
            reader.next();
            reader.until();
            reader.next();
            reader.accept("PERCENT");
        }
        if (!reader.accept("INTO") && !reader.accept("FROM")) {
            reader.accept("STATISTICS");
        }
        if (reader.peek().is(FOREIGN_TABLES)) {
            return Optional.of(LeftOutKind.OTHER_SERVER);
        }
        int target = reader.position();
        return at(tokens, target).or(() -> called(tokens, target));
    }

    private Optional<LeftOutKind> called(List<Token> tokens, int target) {
        if (target >= tokens.size()
                || target + 1 < tokens.size() && tokens.get(target + 1).isSymbol(".")) {
            return Optional.empty();
        }
        String alias = tokens.get(target).value();
        for (int i = target + 1; i < tokens.size(); i++) {
            Optional<LeftOutKind> place = at(tokens, i);
            int behind = i + path(tokens, i).size();
            int name = behind < tokens.size() && tokens.get(behind).is("AS") ? behind + 1 : behind;
            if (place.isPresent()
                    && name < tokens.size()
                    && tokens.get(name).isName()
                    && tokens.get(name).value().equalsIgnoreCase(alias)) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** What a name that begins here says of its place; empty for one of the database's own, and for no name. */
    private Optional<LeftOutKind> at(List<Token> tokens, int at) {
        boolean begins = at < tokens.size()
                && tokens.get(at).isName()
                && !(at > 0 && tokens.get(at - 1).isSymbol("."));
        List<Token> path = begins ? path(tokens, at) : List.of();
        List<String> parts = parts(path);
        if (parts.size() < 3 || parts.get(parts.size() - 1).startsWith("#")) {
            return Optional.empty();
        }
        if (parts.size() > 3) {
            return Optional.of(LeftOutKind.OTHER_SERVER);
        }
        String database = parts.get(0);
        return names.isOwn(database) ? Optional.empty() : Optional.of(LeftOutKind.in(database));
    }

    /** Its names and points. */
    private static List<Token> path(List<Token> tokens, int at) {
        int end = at;
        boolean name = false;
        while (end < tokens.size()
                && (tokens.get(end).isSymbol(".") || tokens.get(end).isName() && !name)) {
            name = tokens.get(end).isName();
            end++;
        }
        return tokens.subList(at, end);
    }

    private static List<String> parts(List<Token> path) {
        List<String> parts = new ArrayList<>();
        boolean point = true;
        for (Token token : path) {
            if (token.isName()) {
                parts.add(token.value());
                point = false;
            } else {
                if (point) {
                    parts.add("");
                }
                point = true;
            }
        }
        return parts;
    }
}
