package dev.palindrome.tsql.administration;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.DatabaseCollation;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is said of a database as a whole (Microsoft: create-database-transact-sql, alter-database-transact-sql). There is one
 * only, which plays the part of the one that a script creates.
 */
public final class DatabaseStatement {

    private static final Set<String> SIZES = Set.of("KB", "MB", "GB", "TB", "%");

    private final OwnDatabase own;

    public DatabaseStatement(OwnDatabase own) {
        this.own = own;
    }

    /** {@code USE}, which the session remembers for DB_NAME. */
    public List<String> use(TokenReader reader) {
        reader.expect("USE");
        Token name = reader.peek();
        reader.identifier();
        reader.expectEndOfSyntax();
        own.use(name);
        return List.of("SET @palindrome_database = " + SqlLiteral.h2(name.value()));
    }

    /** From behind {@code CREATE DATABASE}. */
    public List<String> create(TokenReader reader) {
        if (reader.sees("SCOPED") || reader.sees("AUDIT") || reader.sees("ENCRYPTION")) {
            throw new UntranslatableException("CREATE DATABASE " + reader.peek().upper());
        }
        int line = reader.peek().line();
        String name = reader.identifier();
        if (reader.accept("CONTAINMENT")) {
            reader.requireSymbol("=");
            reader.require("NONE", "PARTIAL");
        }
        List<String> groups = files(reader);
        if (reader.accept("COLLATE")) {
            collation(reader);
        }
        if (reader.accept("WITH")) {
            options(reader);
        }
        if (reader.sees("FOR") || reader.sees("AS")) {
            throw new UntranslatableException("CREATE DATABASE " + reader.peek().upper());
        }
        reader.expectEndOfSyntax();
        own.create(name, line);
        List<String> calls = new ArrayList<>(List.of(ProcedureCall.of("create_database", SqlLiteral.h2(name))));
        groups.forEach(group -> calls.add(ProcedureCall.of("add_file_group", SqlLiteral.h2(group))));
        return calls;
    }

    /** Whoever has another one says so where the embedded database is made: H2 cannot change it afterwards. */
    private static void collation(TokenReader reader) {
        String collation = reader.word();
        if (!DatabaseCollation.is(collation)) {
            throw new UntranslatableException("a database with the collation " + collation
                    + "; leave COLLATE out, and name the collation where the test's database is asked for");
        }
    }

    /** The file groups that there are besides the first. */
    private static List<String> files(TokenReader reader) {
        List<String> groups = new ArrayList<>();
        if (reader.accept("ON")) {
            reader.accept("PRIMARY");
            fileList(reader);
            while (reader.acceptSymbol(",")) {
                reader.require("FILEGROUP");
                groups.add(reader.identifier());
                if (reader.accept("CONTAINS")) {
                    reader.require("FILESTREAM", "MEMORY_OPTIMIZED_DATA");
                }
                if (reader.sees("DEFAULT")) {
                    throw new UntranslatableException("another default file group");
                }
                fileList(reader);
            }
        }
        if (reader.accept("LOG")) {
            reader.require("ON");
            fileList(reader);
        }
        return groups;
    }

    /** One behind the other, up to a comma that something else follows. */
    private static void fileList(TokenReader reader) {
        file(reader);
        while (reader.seesSymbol(",") && reader.peek(1).isSymbol("(")) {
            reader.next();
            file(reader);
        }
    }

    /** {@code (NAME = x, FILENAME = 'y', SIZE = 8192KB, MAXSIZE = UNLIMITED, FILEGROWTH = 10%)}. */
    private static void file(TokenReader reader) {
        reader.requireSymbol("(");
        do {
            if (reader.accept("OFFLINE")) {
                continue;
            }
            reader.require("NAME", "NEWNAME", "FILENAME", "SIZE", "MAXSIZE", "FILEGROWTH");
            reader.requireSymbol("=");
            Token value = reader.next();
            if (value.kind() == Token.Kind.SYMBOL || value.kind() == Token.Kind.END) {
                throw UntranslatableException.syntax(value);
            }
            if (SIZES.contains(reader.peek().upper())) {
                reader.next();
            }
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
    }

    /** {@code a ON, b = c, d = (e = f, g = h), i = 5 MINUTES}. */
    private static void options(TokenReader reader) {
        do {
            option(reader);
        } while (reader.acceptSymbol(","));
    }

    private static void option(TokenReader reader) {
        reader.word();
        boolean equals = reader.acceptSymbol("=");
        boolean given = false;
        while (!reader.atEnd() && !reader.seesSymbol(",") && !reader.seesSymbol(")") && !reader.sees("WITH")) {
            if (reader.seesSymbol("(")) {
                TokenReader inside = new TokenReader(reader.parenthesised());
                options(inside);
                inside.expectEndOfSyntax();
            } else if (reader.peek().kind() == Token.Kind.SYMBOL) {
                throw reader.syntax();
            } else {
                reader.next();
            }
            given = true;
        }
        if (equals && !given) {
            throw reader.syntax();
        }
    }

    /** From behind {@code DROP DATABASE}. */
    public List<String> drop(TokenReader reader) {
        boolean ifExists = reader.accept("IF", "EXISTS");
        List<String> calls = new ArrayList<>();
        do {
            calls.add(
                    ProcedureCall.of("drop_database", SqlLiteral.h2(reader.identifier()), ifExists ? "TRUE" : "FALSE"));
        } while (reader.acceptSymbol(","));
        reader.expectEndOfSyntax();
        return calls;
    }

    /** From behind {@code ALTER DATABASE}. */
    public List<String> alter(TokenReader reader) {
        if (reader.accept("SCOPED")) {
            return scoped(reader);
        }
        if (reader.sees("AUDIT") || reader.sees("ENCRYPTION")) {
            throw new UntranslatableException("ALTER DATABASE " + reader.peek().upper());
        }
        Token name = reader.peek();
        if (!reader.accept("CURRENT")) {
            reader.identifier();
            own.mention(name);
        }
        Token what = reader.peek();
        if (reader.accept("SET")) {
            return set(reader);
        }
        List<String> calls = new ArrayList<>();
        if (reader.accept("ADD", "FILEGROUP")) {
            calls.add(ProcedureCall.of("add_file_group", SqlLiteral.h2(reader.identifier())));
            if (reader.accept("CONTAINS")) {
                reader.require("FILESTREAM", "MEMORY_OPTIMIZED_DATA");
            }
        } else if (reader.accept("REMOVE", "FILEGROUP")) {
            calls.add(ProcedureCall.of("remove_file_group", SqlLiteral.h2(reader.identifier())));
        } else if (reader.accept("ADD")) {
            reader.accept("LOG");
            reader.require("FILE");
            fileList(reader);
            if (reader.accept("TO", "FILEGROUP")) {
                reader.identifier();
            }
        } else if (reader.accept("MODIFY", "FILE")) {
            file(reader);
        } else if (reader.accept("REMOVE", "FILE")) {
            reader.identifier();
        } else if (reader.accept("MODIFY", "FILEGROUP")) {
            String group = reader.identifier();
            if (reader.sees("DEFAULT") && !group.equalsIgnoreCase("PRIMARY")) {
                throw new UntranslatableException("another default file group, " + group);
            }
            reader.require("DEFAULT", "READ_ONLY", "READONLY", "READ_WRITE", "READWRITE", "AUTOGROW_ALL_FILES");
        } else if (what.is("MODIFY", "COLLATE")) {
            throw new UntranslatableException("ALTER DATABASE … " + what.upper());
        } else {
            throw reader.syntax();
        }
        reader.expectEndOfSyntax();
        return calls;
    }

    private static List<String> set(TokenReader reader) {
        List<String> arguments = new ArrayList<>();
        do {
            String name = reader.word().toUpperCase(Locale.ROOT);
            int start = reader.position();
            reader.back(start - 1);
            option(reader);
            DatabaseOptions.recorded(name, reader.since(start)).ifPresent(value -> {
                arguments.add(SqlLiteral.h2(name));
                arguments.add(SqlLiteral.h2(value));
            });
        } while (reader.acceptSymbol(","));
        if (reader.accept("WITH")) {
            if (reader.accept("ROLLBACK")) {
                if (!reader.accept("IMMEDIATE")) {
                    reader.require("AFTER");
                    reader.number();
                    reader.accept("SECONDS");
                }
            } else {
                reader.require("NO_WAIT");
            }
        }
        reader.expectEndOfSyntax();
        return arguments.isEmpty()
                ? List.of()
                : List.of(ProcedureCall.of("set_database_option", arguments.toArray(String[]::new)));
    }

    private static List<String> scoped(TokenReader reader) {
        reader.require("CONFIGURATION");
        if (reader.accept("CLEAR")) {
            reader.require("PROCEDURE_CACHE");
            if (!reader.atEnd()) {
                reader.next();
            }
            reader.expectEndOfSyntax();
            return List.of();
        }
        if (reader.accept("FOR")) {
            reader.require("SECONDARY");
        }
        reader.require("SET");
        reader.word();
        reader.requireSymbol("=");
        reader.acceptSymbol("-");
        reader.next();
        reader.expectEndOfSyntax();
        return List.of();
    }

    /** {@code RECONFIGURE}, with which settings of the server hold from now on. */
    public static List<String> reconfigure(TokenReader reader) {
        reader.expect("RECONFIGURE");
        if (reader.accept("WITH")) {
            reader.require("OVERRIDE");
        }
        reader.expectEndOfSyntax();
        return List.of();
    }

    /** {@code CHECKPOINT}, with how long it may take. */
    public static List<String> checkpoint(TokenReader reader) {
        reader.expect("CHECKPOINT");
        if (!reader.atEnd()) {
            reader.number();
        }
        reader.expectEndOfSyntax();
        return List.of();
    }
}
