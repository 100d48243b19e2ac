package dev.palindrome.check.step;

import dev.palindrome.tsql.NamePath;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A call of {@code sp_rename}, as far as its arguments are literals (Microsoft: sp-rename-transact-sql). */
final class RenameCall {

    private static final List<String> PARAMETERS = List.of("@objname", "@newname", "@objtype");

    private RenameCall() {}

    /** Behind EXEC. */
    static Optional<Step> read(TokenReader reader) {
        if (reader.peek().kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=")) {
            reader.skip(2);
        }
        if (!reader.lastNamePart().filter("sp_rename"::equalsIgnoreCase).isPresent()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>(List.of("", "", ""));
        int position = 0;
        do {
            if (reader.peek(1).isSymbol("=")) {
                position = PARAMETERS.indexOf(reader.next().text().toLowerCase(Locale.ROOT));
                reader.next();
            }
            Token value = reader.next();
            boolean literal = value.kind() == Token.Kind.STRING || value.isName();
            if (position < 0 || position >= arguments.size() || !literal) {
                return Optional.empty();
            }
            arguments.set(position++, value.value());
        } while (reader.acceptSymbol(","));
        return rename(NamePath.parse(arguments.get(0)), arguments.get(1), arguments.get(2));
    }

    private static Optional<Step> rename(List<String> parts, String newName, String type) {
        boolean threeParts = type.isEmpty() && parts.size() == 3; // the procedure looks for such a column by itself
        boolean ofColumn = type.equalsIgnoreCase("COLUMN") || threeParts;
        boolean ofTable = type.isEmpty() || type.equalsIgnoreCase("OBJECT");
        int names = parts.size() - (ofColumn ? 1 : 0);
        if (!ofColumn && !ofTable || newName.isEmpty() || names < 1) {
            return Optional.empty();
        }
        ObjectName table = ObjectName.of(parts.subList(0, names));
        Optional<String> column = ofColumn ? Optional.of(parts.get(names)) : Optional.empty();
        return Optional.of(new Step.Rename(table, column, newName));
    }
}
