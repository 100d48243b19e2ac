package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ALTER SEQUENCE (Microsoft: alter-sequence-transact-sql). */
final class AlterSequence {

    private final TokenReader reader;
    private final StringBuilder changes = new StringBuilder();
    private Optional<String> cache = Optional.empty();
    private Optional<String> restart = Optional.empty();

    /** Limits that are to be those of the type. */
    private final List<String> ofType = new ArrayList<>();

    /** What has been said: once is enough. */
    private final Set<String> said = new HashSet<>();

    private AlterSequence(TokenReader reader) {
        this.reader = reader;
    }

    /** From behind {@code ALTER SEQUENCE}. */
    static List<String> rewrite(TokenReader reader) {
        return new AlterSequence(reader).rewrite();
    }

    private List<String> rewrite() {
        ObjectName name = reader.objectName();
        do {
            option();
        } while (!reader.atEnd());
        List<String> statements = new ArrayList<>();
        // Where it began need not lie between the new limits; H2 wants it there.
        boolean limited = said.contains("MINVALUE") || said.contains("MAXVALUE");
        String start = restart.filter(value -> limited)
                .map(value -> " START WITH " + value)
                .orElse("");
        statements.add("ALTER SEQUENCE " + name.h2() + start + (changes.isEmpty() ? " NO CACHE" : changes));
        ofType.forEach(
                limit -> statements.add(ProcedureCall.of("sequence_limit", name.arguments(), SqlLiteral.h2(limit))));
        cache.ifPresent(
                said -> statements.add(ProcedureCall.of("sequence_cache", name.arguments(), SqlLiteral.h2(said))));
        return statements;
    }

    private void option() {
        if (!said.add(reader.peek(reader.sees("NO") ? 1 : 0).upper())) {
            throw reader.syntax();
        }
        if (reader.accept("RESTART")) {
            restart = reader.accept("WITH") ? Optional.of(reader.number()) : Optional.empty();
            changes.append(restart.map(value -> " RESTART WITH " + value).orElse(" RESTART"));
        } else if (reader.accept("INCREMENT", "BY")) {
            changes.append(" INCREMENT BY ").append(reader.number());
        } else if (reader.accept("MINVALUE")) {
            changes.append(" MINVALUE ").append(reader.number());
        } else if (reader.accept("MAXVALUE")) {
            changes.append(" MAXVALUE ").append(reader.number());
        } else if (reader.accept("CYCLE")) {
            changes.append(" CYCLE");
        } else if (reader.accept("NO", "CYCLE")) {
            changes.append(" NO CYCLE");
        } else if (reader.accept("NO", "CACHE")) {
            cache("none");
        } else if (reader.accept("CACHE")) {
            String size = reader.peek().kind() == Token.Kind.NUMBER ? reader.number() : "";
            cache(size);
        } else if (reader.accept("NO", "MINVALUE")) {
            ofType.add("MINVALUE");
        } else if (reader.accept("NO", "MAXVALUE")) {
            ofType.add("MAXVALUE");
        } else {
            throw reader.syntax();
        }
    }

    /** How many values H2 keeps at hand shows nowhere, and it refuses more than there are; what was said shows. */
    private void cache(String size) {
        cache = Optional.of(size);
        changes.append(" NO CACHE");
    }
}
