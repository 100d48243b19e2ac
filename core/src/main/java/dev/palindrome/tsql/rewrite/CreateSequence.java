package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.NumberRange;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.rewrite.table.TableRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE SEQUENCE. Its limits come from its type, and it starts at one of them, unless said otherwise. */
final class CreateSequence {

    private final TokenReader reader;
    private TsqlType type = new TsqlType("bigint", "BIGINT");
    private Optional<String> start = Optional.empty();
    private String increment = "1";
    private Optional<String> least = Optional.empty();
    private Optional<String> most = Optional.empty();
    private boolean cycle;
    private String cache = "";

    /** What has been said: once is enough. */
    private final Set<String> said = new HashSet<>();

    private CreateSequence(TokenReader reader) {
        this.reader = reader;
    }

    /** From behind {@code CREATE SEQUENCE}. */
    static List<String> rewrite(TokenReader reader) {
        return new CreateSequence(reader).rewrite();
    }

    private List<String> rewrite() {
        ObjectName name = reader.objectName();
        if (reader.accept("AS")) {
            type = TypeReader.ofColumn(reader);
        }
        while (!reader.atEnd()) {
            option();
        }
        NumberRange limits = limits();
        String minimum = least.orElse(limits.least().toString());
        String maximum = most.orElse(limits.greatest().toString());
        String first = start.orElse(increment.startsWith("-") ? maximum : minimum);
        String h2Type = type.declared().equals("tinyint") ? "SMALLINT" : type.h2();
        String create = "CREATE SEQUENCE " + name.h2() + " AS " + h2Type + " START WITH " + first + " INCREMENT BY "
                + increment + " MINVALUE " + minimum + " MAXVALUE " + maximum + (cycle ? " CYCLE" : " NO CYCLE");
        return ProcedureCall.behind(
                List.of(TableRules.free(name, List.of(name.name()))),
                List.of(
                        create,
                        "COMMENT ON SEQUENCE " + name.h2() + " IS "
                                + SqlLiteral.h2(recorded().text())));
    }

    private Recorded recorded() {
        Recorded recorded = Recorded.nothing().with(Fact.TYPE, type.declared());
        return cache.isEmpty() ? recorded : recorded.with(Fact.CACHE, cache);
    }

    private void option() {
        String what = reader.peek(reader.sees("NO") ? 1 : 0).upper();
        if (!said.add(what)) {
            throw reader.syntax();
        }
        if (reader.accept("START", "WITH")) {
            start = Optional.of(reader.number());
        } else if (reader.accept("INCREMENT", "BY")) {
            increment = reader.number();
        } else if (reader.accept("MINVALUE")) {
            least = Optional.of(reader.number());
        } else if (reader.accept("MAXVALUE")) {
            most = Optional.of(reader.number());
        } else if (reader.accept("NO", "CACHE")) {
            cache = "none";
        } else if (reader.accept("CACHE")) {
            cache = reader.peek().kind() == Token.Kind.NUMBER ? reader.number() : "";
        } else if (reader.accept("CYCLE")) {
            cycle = true;
        } else if (!reader.accept("NO", "MINVALUE")
                && !reader.accept("NO", "MAXVALUE")
                && !reader.accept("NO", "CYCLE")) {
            throw reader.unexpected();
        }
    }

    private NumberRange limits() {
        return DeclaredType.parse(type.declared())
                .sqlType()
                .filter(known -> known.family() == SqlTypeFamily.WHOLE_NUMBER)
                .flatMap(SqlType::numbers)
                .orElseThrow(() -> new UntranslatableException("a sequence of type " + type.declared()));
    }
}
