package dev.palindrome.tsql.module;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.call.RecordedCall;
import java.util.ArrayList;
import java.util.List;

/** DROP TRIGGER. */
public final class TriggerDrop {

    private TriggerDrop() {}

    /** From behind {@code TRIGGER} and {@code IF EXISTS}. */
    public static List<String> rewrite(TokenReader reader, boolean ifExists) {
        List<ObjectName> names = new ArrayList<>();
        do {
            names.add(reader.objectName());
        } while (reader.acceptSymbol(","));
        boolean ofDatabase = reader.accept("ON");
        if (ofDatabase) {
            TriggerHead.requireDatabase(reader);
            reader.require("DATABASE");
        }
        reader.expectEndOfSyntax();
        return names.stream()
                .map(name -> ofDatabase
                        ? RecordedCall.drop(
                                Kind.DATABASE_TRIGGER,
                                new ObjectName(RecordedObject.OF_DATABASE, name.name()),
                                ifExists)
                        : ProcedureCall.of("drop_trigger", name.arguments(), ifExists ? "TRUE" : "FALSE"))
                .toList();
    }
}
