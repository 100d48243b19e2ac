package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.MentionedNames;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.Optional;

/** Views, procedures, functions and triggers: each alone in its batch, with the settings that it was made with. */
final class ModuleStatements {

    private final ChangeScript script;

    ModuleStatements(ChangeScript script) {
        this.script = script;
    }

    void drop(ChangePhase phase, SchemaObject module) {
        String name = BracketedName.of(module.name());
        if (module.kind() == ObjectKind.DATABASE_TRIGGER) {
            script.add(phase, "DROP TRIGGER " + name + " ON DATABASE");
        } else {
            script.add(
                    phase,
                    "DROP " + (isAggregate(module) ? "AGGREGATE" : module.kind().name()) + " " + name);
        }
    }

    /** An assembly's: there are no others. */
    static boolean isAggregate(SchemaObject module) {
        return module.get(Property.DEFINITION)
                .filter(text -> text.startsWith("AGGREGATE EXTERNAL NAME "))
                .isPresent();
    }

    void create(ChangePhase phase, SchemaObject module) {
        Optional<String> definition = definition(module);
        if (definition.isEmpty()) {
            boolean bare = module.parts().stream().allMatch(part -> part.kind() == ObjectKind.COLUMN);
            script.byHand("the text of the " + module.kind().label() + " " + BracketedName.readable(module.name())
                    + " is not known, or names it differently: make it anew"
                    + (bare ? "" : ", and what belongs to it"));
            return;
        }
        set(phase, module, Property.QUOTED_IDENTIFIER_OFF, "QUOTED_IDENTIFIER", "OFF");
        set(phase, module, Property.ANSI_NULLS_OFF, "ANSI_NULLS", "OFF");
        script.addAlone(phase, created(definition.get()));
        set(phase, module, Property.ANSI_NULLS_OFF, "ANSI_NULLS", "ON");
        set(phase, module, Property.QUOTED_IDENTIFIER_OFF, "QUOTED_IDENTIFIER", "ON");
        module.get(Property.OWNER)
                .ifPresent(owner -> script.add(ChangePhase.DESCRIBE, OwnerStatement.of(module, Optional.of(owner))));
        if (module.kind() == ObjectKind.DATABASE_TRIGGER) {
            setTrigger(module, BracketedName.of(module.name()));
        }
    }

    /** Whether a script can make it. */
    static boolean isKnown(SchemaObject module) {
        return definition(module).isPresent();
    }

    private static Optional<String> definition(SchemaObject module) {
        return module.get(Property.DEFINITION)
                .filter(text -> isText(text) && MentionedNames.of(module.simpleName(), text));
    }

    private void setTrigger(SchemaObject trigger, String name) {
        if (trigger.is(Property.DISABLED)) {
            script.add(ChangePhase.DESCRIBE_DATABASE_TRIGGER, "DISABLE TRIGGER " + name + " ON DATABASE");
        }
        FiringOrder.set(trigger, name, script);
    }

    private void set(ChangePhase phase, SchemaObject module, Property property, String option, String value) {
        if (module.is(property)) {
            script.addAlone(phase, "SET " + option + " " + value + ";");
        }
    }

    /** Of an encrypted module there is none, of one in an assembly the name of its method. */
    private static boolean isText(String definition) {
        Token first = Lexer.tokens(definition, 1).get(0);
        return first.is("CREATE") || first.is("ALTER");
    }

    /** A script may have made it what it is with ALTER; when it is not there, it takes CREATE. */
    private static String created(String definition) {
        Token first = Lexer.tokens(definition, 1).get(0);
        return first.is("ALTER")
                ? definition.substring(0, first.start()) + "CREATE" + definition.substring(first.end())
                : definition;
    }
}
