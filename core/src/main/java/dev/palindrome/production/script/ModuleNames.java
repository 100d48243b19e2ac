package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives texts of modules the names that their modules have: sp_rename and ALTER SCHEMA … TRANSFER leave texts as they were
 * (Microsoft: sp-rename-transact-sql), and what such a text makes would have the old name.
 */
final class ModuleNames {

    private static final Set<ObjectKind> MODULES =
            Set.of(ObjectKind.VIEW, ObjectKind.PROCEDURE, ObjectKind.FUNCTION, ObjectKind.DATABASE_TRIGGER);

    /** A name in a text, from its first character to behind its last. */
    private record Place(int start, int end, List<String> name, int nextToken) {}

    private final Omissions omissions;

    ModuleNames(Omissions omissions) {
        this.omissions = omissions;
    }

    SchemaObject corrected(SchemaObject object) {
        SchemaObject own =
                MODULES.contains(object.kind()) ? corrected(object, object.name(), Optional.empty()) : object;
        List<SchemaObject> parts = own.parts().stream()
                .map(part -> part.kind() == ObjectKind.TRIGGER ? trigger(object, part) : part)
                .toList();
        return own.with(own.properties(), parts);
    }

    private SchemaObject trigger(SchemaObject owner, SchemaObject trigger) {
        return corrected(trigger, List.of(owner.name().get(0), trigger.simpleName()), Optional.of(owner.name()));
    }

    private SchemaObject corrected(SchemaObject module, List<String> name, Optional<List<String>> on) {
        Optional<String> text = module.get(Property.DEFINITION);
        if (text.isEmpty()) {
            return module;
        }
        List<Token> tokens = Lexer.tokens(text.get(), 1);
        Optional<Place> own = head(tokens).flatMap(at -> place(tokens, at));
        if (own.isEmpty()) {
            return module;
        }
        List<Place> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        if (!isNameOf(own.get().name(), on.isPresent() && own.get().name().size() == 1 ? simple(name) : name)) {
            wrong.add(own.get());
            right.add(BracketedName.of(name));
        }
        on.ifPresent(owner -> on(tokens, own.get())
                .filter(place -> !isNameOf(place.name(), owner))
                .ifPresent(place -> {
                    wrong.add(place);
                    right.add(BracketedName.of(owner));
                }));
        return wrong.isEmpty()
                ? module
                : ObjectWords.with(module, Property.DEFINITION, said(module, name, text.get(), wrong, right));
    }

    /** A trigger is in the schema of its table, whether its text says so or not (Microsoft: create-trigger-transact-sql). */
    private static List<String> simple(List<String> name) {
        return name.subList(1, 2);
    }

    private String said(SchemaObject module, List<String> name, String text, List<Place> wrong, List<String> right) {
        StringBuilder corrected = new StringBuilder(text);
        for (int i = wrong.size() - 1; i >= 0; i--) {
            Place place = wrong.get(i);
            omissions.add("the text of " + module.kind().label() + " " + BracketedName.readable(name)
                    + " in the database says " + text.substring(place.start(), place.end()) + " where this script says "
                    + right.get(i));
            corrected.replace(place.start(), place.end(), right.get(i));
        }
        return corrected.toString();
    }

    /** The token behind CREATE VIEW and its like. */
    private static Optional<Integer> head(List<Token> tokens) {
        int at = 0;
        if (!tokens.get(at).is("CREATE", "ALTER")) {
            return Optional.empty();
        }
        at++;
        if (tokens.get(at).is("OR") && tokens.get(at + 1).is("ALTER")) {
            at += 2;
        }
        return tokens.get(at).is("VIEW", "PROC", "PROCEDURE", "FUNCTION", "TRIGGER")
                ? Optional.of(at + 1)
                : Optional.empty();
    }

    private static Optional<Place> on(List<Token> tokens, Place name) {
        return tokens.get(name.nextToken()).is("ON") ? place(tokens, name.nextToken() + 1) : Optional.empty();
    }

    private static Optional<Place> place(List<Token> tokens, int first) {
        if (!tokens.get(first).isName()) {
            return Optional.empty();
        }
        int at = first;
        List<String> name = new ArrayList<>(List.of(tokens.get(at).value()));
        while (tokens.get(at + 1).isSymbol(".") && tokens.get(at + 2).isName()) {
            at += 2;
            name.add(tokens.get(at).value());
        }
        return Optional.of(new Place(tokens.get(first).start(), tokens.get(at).end(), name, at + 1));
    }

    /** A text that names no schema is one that was made by somebody whose default schema it was: mostly dbo. */
    private static boolean isNameOf(List<String> said, List<String> name) {
        if (name.size() == 1 || said.size() > 2) {
            return said.get(said.size() - 1).equalsIgnoreCase(name.get(name.size() - 1));
        }
        return said.get(said.size() - 1).equalsIgnoreCase(name.get(1))
                && (said.size() == 1 ? "dbo" : said.get(0)).equalsIgnoreCase(name.get(0));
    }
}
