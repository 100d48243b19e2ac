package dev.palindrome.h2;

import org.h2.engine.SessionLocal;

/** What is done inside H2 in one transaction. */
public interface H2Work {

    void run(SessionLocal session);
}
