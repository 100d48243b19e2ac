package dev.palindrome.tsql.rewrite;

import dev.palindrome.h2.procedures.H2Procedures;

/** A call of one of the procedures in {@link H2Procedures}. */
final class ProcedureCall {

    private ProcedureCall() {}

    public static String of(String procedure, String... arguments) {
        return "CALL \"palindrome\".\"" + procedure + "\"(" + String.join(", ", arguments) + ")";
    }
}
