package dev.palindrome.tsql.administration;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** DBCC. What it checks or shows leaves nothing behind, nor does what it throws away of the server's memory. */
public final class ConsoleCommand {

    private static final Set<String> OF_NO_CONSEQUENCE = Set.of(
            "CHECKALLOC",
            "CHECKCATALOG",
            "CHECKCONSTRAINTS",
            "CHECKDB",
            "CHECKFILEGROUP",
            "CHECKTABLE",
            "CLEANTABLE",
            "DBREINDEX",
            "DROPCLEANBUFFERS",
            "FREEPROCCACHE",
            "FREESESSIONCACHE",
            "FREESYSTEMCACHE",
            "HELP",
            "INDEXDEFRAG",
            "INPUTBUFFER",
            "LOGINFO",
            "OPENTRAN",
            "OUTPUTBUFFER",
            "PROCCACHE",
            "SHOWCONTIG",
            "SHOW_STATISTICS",
            "SHRINKDATABASE",
            "SHRINKFILE",
            "SQLPERF",
            "TRACEOFF",
            "TRACEON",
            "TRACESTATUS",
            "UPDATEUSAGE",
            "USEROPTIONS");

    private ConsoleCommand() {}

    public static List<String> rewrite(TokenReader reader) {
        reader.expect("DBCC");
        if (reader.accept("CHECKIDENT")) {
            return CheckIdent.rewrite(reader);
        }
        String command = reader.word().toUpperCase(Locale.ROOT);
        if (!OF_NO_CONSEQUENCE.contains(command)) {
            throw UntranslatableException.unclear("DBCC " + command);
        }
        if (reader.seesSymbol("(")) {
            arguments(new TokenReader(reader.parenthesised()));
        }
        if (reader.accept("WITH")) {
            do {
                reader.word();
                if (reader.acceptSymbol("=")) {
                    reader.number();
                }
            } while (reader.acceptSymbol(","));
        }
        reader.expectEndOfSyntax();
        return List.of();
    }

    /** Names, texts and numbers. */
    private static void arguments(TokenReader reader) {
        do {
            Token argument = reader.peek();
            if (argument.kind() == Token.Kind.STRING || argument.kind() == Token.Kind.BINARY) {
                reader.next();
            } else if (argument.isName()) {
                reader.nameParts();
            } else {
                reader.number();
            }
        } while (reader.acceptSymbol(","));
        reader.expectEndOfSyntax();
    }
}
