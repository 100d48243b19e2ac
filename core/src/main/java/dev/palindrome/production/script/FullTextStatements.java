package dev.palindrome.production.script;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CREATE FULLTEXT CATALOG and INDEX (Microsoft: create-fulltext-catalog-transact-sql, create-fulltext-index-transact-sql). */
final class FullTextStatements {

    private static final String NAME = "\\[(?:[^\\]]|\\]\\])*\\]";

    /** {@code (KEY INDEX [pk], CHANGE_TRACKING = AUTO, STOPLIST = SYSTEM)}. */
    private static final Pattern DETAILS = Pattern.compile("(?s)\\(KEY INDEX (" + NAME
            + "|\\w+), CHANGE_TRACKING = (\\w+)" + ", STOPLIST = (" + NAME + "|\\w+)(, .*)?\\)");

    /** {@code [title] TYPE COLUMN [kind] 1033 STATISTICAL_SEMANTICS}: a language has its word in the statement. */
    private static final Pattern LANGUAGE = Pattern.compile("(" + NAME + ") (\\d+)");

    private final Omissions omissions;

    FullTextStatements(Omissions omissions) {
        this.omissions = omissions;
    }

    String catalog(SchemaObject catalog) {
        String value = catalog.get(Property.VALUE).orElse("");
        return "CREATE FULLTEXT CATALOG " + BracketedName.of(catalog.name())
                + (value.contains("ACCENT_INSENSITIVE") ? " WITH ACCENT_SENSITIVITY = OFF" : "")
                + (value.startsWith("DEFAULT") ? " AS DEFAULT" : "")
                + catalog.get(Property.OWNER)
                        .map(owner -> " AUTHORIZATION " + owner)
                        .orElse("")
                + ";";
    }

    Optional<String> index(SchemaObject owner, SchemaObject index) {
        Matcher details = DETAILS.matcher(index.get(Property.DETAILS).orElse(""));
        if (!details.matches()
                || !details.group(1).startsWith("[")
                || index.name().isEmpty()) {
            omissions.add(
                    ObjectWords.of(owner, index)
                            + ": the server made up the name of the key that it goes by, which is another one in each database");
            return Optional.empty();
        }
        if (details.group(4) != null) {
            omissions.add(ObjectWords.of(owner, index) + " is made without"
                    + details.group(4).substring(1));
        }
        boolean ownStoplist = details.group(3).startsWith("[");
        if (ownStoplist) {
            omissions.add(ObjectWords.of(owner, index) + " is made with the system's stoplist: the words of "
                    + details.group(3) + " are not read");
        }
        String table = BracketedName.of(owner.name());
        return Optional.of("CREATE FULLTEXT INDEX ON " + table + " "
                + LANGUAGE.matcher(index.get(Property.COLUMNS).orElse("")).replaceAll("$1 LANGUAGE $2")
                + " KEY INDEX " + details.group(1) + " ON " + BracketedName.of(index.simpleName())
                + " WITH (CHANGE_TRACKING = " + details.group(2) + ", STOPLIST = "
                + (ownStoplist ? "SYSTEM" : details.group(3)) + ");"
                + (index.is(Property.DISABLED) ? "\nALTER FULLTEXT INDEX ON " + table + " DISABLE;" : ""));
    }
}
