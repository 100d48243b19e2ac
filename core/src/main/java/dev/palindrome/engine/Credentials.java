package dev.palindrome.engine;

/** Who connects to a SQL Server. Both are empty where the URL names integrated authentication. */
record Credentials(String username, Secret password) {

    static final Credentials INTEGRATED = new Credentials("", new Secret(""));
}
