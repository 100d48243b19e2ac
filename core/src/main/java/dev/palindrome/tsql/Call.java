package dev.palindrome.tsql;

/** A call of one of the procedures in {@link H2Procedures}. */
final class Call {

    private Call() {}

    static String of(String procedure, String... arguments) {
        return "CALL \"palindrome\".\"" + procedure + "\"(" + String.join(", ", arguments) + ")";
    }
}
