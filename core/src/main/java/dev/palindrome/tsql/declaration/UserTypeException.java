package dev.palindrome.tsql.declaration;

import dev.palindrome.tsql.ObjectName;

/** A type that T-SQL does not have: only the database knows what a user has made of that name. */
public final class UserTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectName name;
    private final int start;
    private final int end;

    /**
     * @param start offset of its first character in the batch
     * @param end offset behind its last one
     */
    UserTypeException(ObjectName name, int start, int end) {
        super("the type " + name.name(), null, false, false);
        this.name = name;
        this.start = start;
        this.end = end;
    }

    public ObjectName name() {
        return name;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
