package dev.palindrome.tsql.declaration;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where rows are kept, behind ON and its like: to H2 it means nothing, and on SQL Server it must be there. */
public final class FileGroup {

    private FileGroup() {}

    /** Reads its name, in brackets; nothing for the one that is meant without it. */
    public static Optional<String> read(TokenReader reader) {
        String name = reader.peek().kind() == Token.Kind.STRING ? reader.next().value() : reader.word();
        if (reader.seesSymbol("(")) {
            throw new UntranslatableException("the partition scheme " + name);
        }
        boolean usual = name.equalsIgnoreCase("PRIMARY") || name.equalsIgnoreCase("default");
        return usual ? Optional.empty() : Optional.of(BracketedName.of(name));
    }

    /** To be asked before the statement that makes what is recorded so. */
    public static List<String> required(Recorded recorded) {
        return Stream.of(Fact.DATA_SPACE, Fact.TEXTIMAGE_ON)
                .flatMap(fact -> recorded.get(fact).stream())
                .distinct()
                .map(name -> TokenReader.ofName(name).identifier())
                .map(name -> ProcedureCall.of("require_file_group", SqlLiteral.h2(name)))
                .toList();
    }
}
