package dev.palindrome.reset;

import org.h2.engine.SessionLocal;

/** What is done inside H2 in one transaction. */
interface H2Work {

    void run(SessionLocal session);
}
