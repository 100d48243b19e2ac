package dev.palindrome.tsql.declaration;

import dev.palindrome.sql.TypeSuggestion;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.UntranslatableException;

/** A type that T-SQL does not have: only the database knows what a user has made of that name. */
public final class UserTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectName name;
    private final int line;
    private final int start;
    private final int end;

    /**
     * @param line on which it stands
     * @param start offset of its first character in the batch
     * @param end offset behind its last one
     */
    UserTypeException(ObjectName name, int line, int start, int end) {
        super("the type " + name.name(), null, false, false);
        this.name = name;
        this.line = line;
        this.start = start;
        this.end = end;
    }

    /**
     * For where the embedded engine takes no type of a user's own: it may be one, or be misspelt.
     *
     * @param ofWhat stands behind the name
     */
    public UntranslatableException untranslatable(String ofWhat) {
        String question = name.schema() == null ? TypeSuggestion.question(name.name()) : "";
        String reason = "the type " + name.name() + ofWhat + question;
        return question.isEmpty() ? new UntranslatableException(reason) : UntranslatableException.unclear(reason);
    }

    public ObjectName name() {
        return name;
    }

    public int line() {
        return line;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
