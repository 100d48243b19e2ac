package dev.palindrome.tsql.fulltext;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE, ALTER and DROP FULLTEXT (Microsoft: create-fulltext-catalog-transact-sql, create-fulltext-stoplist-transact-sql,
 * create-fulltext-index-transact-sql). What words a stoplist has is compared nowhere, so that only its name is kept.
 */
public final class FullTextStatement {

    private FullTextStatement() {}

    /** From behind {@code FULLTEXT}. */
    public static List<String> create(TokenReader reader) {
        List<String> calls = switch (kind(reader)) {
            case "CATALOG" -> List.of(createCatalog(reader));
            case "STOPLIST" -> List.of(createStoplist(reader));
            default -> new FullTextIndexText(reader).create();
        };
        reader.expectEndOfSyntax();
        return calls;
    }

    private static String kind(TokenReader reader) {
        String kind = reader.peek().upper();
        reader.require("CATALOG", "STOPLIST", "INDEX");
        return kind;
    }

    static String call(String action, String... arguments) {
        List<String> all = new ArrayList<>(List.of(SqlLiteral.h2(action)));
        for (String argument : arguments) {
            all.add(SqlLiteral.h2(argument));
        }
        return ProcedureCall.of("full_text", all.toArray(String[]::new));
    }

    private static String createCatalog(TokenReader reader) {
        String name = reader.identifier();
        if (reader.accept("ON", "FILEGROUP")) {
            reader.identifier();
        }
        if (reader.accept("IN", "PATH")) {
            string(reader);
        }
        boolean insensitive = reader.accept("WITH") && isInsensitive(reader);
        boolean isDefault = reader.accept("AS");
        if (isDefault) {
            reader.require("DEFAULT");
        }
        String owner = reader.accept("AUTHORIZATION") ? reader.word() : "dbo";
        Recorded recorded = Recorded.nothing()
                .withSome(Fact.VALUE, (isDefault ? "DEFAULT" : "") + (insensitive ? "_ACCENT_INSENSITIVE" : ""))
                .withSome(Fact.OWNER, owner.equalsIgnoreCase("dbo") ? "" : BracketedName.of(owner));
        return call("create catalog", name, recorded.text());
    }

    private static boolean isInsensitive(TokenReader reader) {
        reader.require("ACCENT_SENSITIVITY");
        reader.requireSymbol("=");
        boolean off = reader.sees("OFF");
        reader.require("ON", "OFF");
        return off;
    }

    private static void string(TokenReader reader) {
        if (reader.peek().kind() != Token.Kind.STRING) {
            throw reader.syntax();
        }
        reader.next();
    }

    private static String createStoplist(TokenReader reader) {
        String name = reader.identifier();
        String source = "";
        if (reader.accept("FROM") && !reader.accept("SYSTEM", "STOPLIST")) {
            List<String> parts = reader.nameParts();
            if (parts.size() > 1) {
                throw new UntranslatableException("the stoplist of another database");
            }
            source = parts.get(0);
        }
        if (reader.accept("AUTHORIZATION")) {
            reader.word();
        }
        return call("create stoplist", name, source);
    }

    /** From behind {@code FULLTEXT}. */
    public static List<String> alter(TokenReader reader) {
        List<String> calls = switch (kind(reader)) {
            case "CATALOG" -> List.of(alterCatalog(reader));
            case "STOPLIST" -> List.of(alterStoplist(reader));
            default -> new FullTextIndexText(reader).alter();
        };
        reader.expectEndOfSyntax();
        return calls;
    }

    private static String alterCatalog(TokenReader reader) {
        String name = reader.identifier();
        String action = "";
        if (reader.accept("REBUILD")) {
            if (reader.accept("WITH")) {
                action = isInsensitive(reader) ? "insensitive" : "sensitive";
            }
        } else if (reader.accept("AS")) {
            reader.require("DEFAULT");
            action = "default";
        } else {
            reader.require("REORGANIZE");
        }
        return call("alter catalog", name, action);
    }

    /** {@code ADD 'word' LANGUAGE 1033}, {@code DROP ALL LANGUAGE 'English'}. */
    private static String alterStoplist(TokenReader reader) {
        String name = reader.identifier();
        boolean add = reader.sees("ADD");
        reader.require("ADD", "DROP");
        boolean all = !add && reader.accept("ALL");
        if (!all) {
            string(reader);
            reader.require("LANGUAGE");
            FullTextLanguage.read(reader);
        } else if (reader.accept("LANGUAGE")) {
            FullTextLanguage.read(reader);
        }
        return call("alter stoplist", name);
    }

    /** From behind {@code FULLTEXT}. */
    public static List<String> drop(TokenReader reader) {
        String kind = kind(reader);
        if (kind.equals("INDEX")) {
            reader.require("ON");
            List<String> calls = List.of(FullTextIndexText.call("drop index", reader.objectName()));
            reader.expectEndOfSyntax();
            return calls;
        }
        String call = call(kind.equals("CATALOG") ? "drop catalog" : "drop stoplist", reader.identifier());
        reader.expectEndOfSyntax();
        return List.of(call);
    }
}
