package dev.palindrome.examples;

import java.sql.SQLException;

/** The database refused a statement; the cause says why. */
public class RepositoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RepositoryException(String sql, SQLException cause) {
        super(cause.getMessage() + System.lineSeparator() + sql, cause);
    }
}
