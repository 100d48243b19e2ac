package dev.palindrome.production.legacy;

/**
 * A kind of thing that is left out of a script, in the words of the log.
 *
 * @param one where there is one
 * @param many where there are several
 */
record LeftOutKind(String one, String many) {

    static final LeftOutKind SERVER = LeftOutKind.named("server setting");
    static final LeftOutKind OTHER_SERVER =
            new LeftOutKind("statement on another server", "statements on other servers");
    static final LeftOutKind LOGIN = LeftOutKind.named("login");
    static final LeftOutKind USERS_LOGIN = new LeftOutKind("login of a user", "logins of users");
    static final LeftOutKind USER = LeftOutKind.named("user");
    static final LeftOutKind MEMBER = LeftOutKind.named("role membership");
    static final LeftOutKind PERMISSION = new LeftOutKind("permission of a user", "permissions of users");
    static final LeftOutKind OWNER = LeftOutKind.named("owner");
    static final LeftOutKind FILE = new LeftOutKind("file or file group", "files or file groups");
    static final LeftOutKind PLACE = new LeftOutKind("place in a file group", "places in file groups");
    static final LeftOutKind BACKUP = verb("BACKUP or RESTORE");
    static final LeftOutKind BULK_INSERT = new LeftOutKind("BULK INSERT of a file", "BULK INSERT of files");
    static final LeftOutKind SCOPED_CONFIGURATION = verb("ALTER DATABASE SCOPED CONFIGURATION");

    private static LeftOutKind named(String thing) {
        return new LeftOutKind(thing, thing + "s");
    }

    static LeftOutKind verb(String words) {
        return new LeftOutKind(words, words);
    }

    static LeftOutKind in(String database) {
        return new LeftOutKind("statement in [" + database + "]", "statements in [" + database + "]");
    }

    /** How often, and what. */
    String times(int count) {
        return count + " " + (count == 1 ? one : many);
    }
}
