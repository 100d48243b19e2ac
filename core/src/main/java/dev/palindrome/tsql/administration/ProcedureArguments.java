package dev.palindrome.tsql.administration;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a procedure is called with, by position or by name: constants only, since a variable's value is not known. */
public final class ProcedureArguments {

    /** The values by the parameters' positions. */
    private final Map<Integer, Token> values = new HashMap<>();

    private final Map<Integer, String> texts = new HashMap<>();
    private final List<String> names;

    private ProcedureArguments(List<String> names) {
        this.names = names;
    }

    /** @param names of all parameters in their order, in lower case, with {@code @} */
    public static ProcedureArguments read(TokenReader reader, List<String> names) {
        ProcedureArguments arguments = new ProcedureArguments(names);
        boolean named = false;
        int position = 0;
        while (!reader.atEnd()) {
            Token first = reader.peek();
            boolean isNamed =
                    first.kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=");
            if (named && !isNamed) {
                throw UntranslatableException.refused(119, first, "behind a named parameter all others are named");
            }
            named = isNamed;
            arguments.one(reader, named ? arguments.position(reader) : position++);
            if (!reader.atEnd()) {
                reader.requireSymbol(",");
                if (reader.atEnd()) {
                    throw reader.syntax();
                }
            }
        }
        return arguments;
    }

    private int position(TokenReader reader) {
        Token name = reader.next();
        reader.next();
        int position = names.indexOf(name.text().toLowerCase(Locale.ROOT));
        if (position < 0) {
            throw UntranslatableException.refused(8145, name, name.text() + " is no parameter of the procedure");
        }
        return position;
    }

    private void one(TokenReader reader, int position) {
        Token value = reader.peek();
        if (position >= names.size()) {
            throw UntranslatableException.refused(8144, value, "the procedure has " + names.size() + " parameters");
        }
        if (values.containsKey(position)) {
            throw UntranslatableException.refused(8143, value, names.get(position) + " is given twice");
        }
        values.put(position, value);
        if (!reader.accept("NULL") && !reader.accept("DEFAULT")) {
            texts.put(position, text(reader));
        }
    }

    private static String text(TokenReader reader) {
        Token value = reader.peek();
        return switch (value.kind()) {
            case STRING -> {
                if (value.text().contains("\\\n") || value.text().contains("\\\r\n")) {
                    throw new UntranslatableException("a string that a backslash continues on the next line");
                }
                yield reader.next().value();
            }
            case VARIABLE -> throw new UntranslatableException("the variable " + value.text());
            case WORD, NAME -> reader.identifier();
            default -> reader.number();
        };
    }

    /** The value of a parameter; missing where it is NULL or not given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(names.indexOf(name)));
    }

    /** The token of what was given, for those who care how it was written. */
    Optional<Token> token(String name) {
        return Optional.ofNullable(values.get(names.indexOf(name)));
    }

    /** The value of a parameter that has no default. */
    public String require(String procedure, String name) {
        return text(name)
                .orElseThrow(() -> UntranslatableException.refused(201, procedure + " expects the parameter " + name));
    }

    /** All values in the order of the parameters; missing where they are NULL or not given. */
    public List<Optional<String>> all() {
        List<Optional<String>> all = new ArrayList<>();
        names.forEach(name -> all.add(text(name)));
        return Collections.unmodifiableList(all);
    }
}
