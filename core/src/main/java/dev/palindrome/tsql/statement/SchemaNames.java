package dev.palindrome.tsql.statement;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of schemas that a script makes: written as they were made, because H2 tells upper from lower case there. */
public final class SchemaNames {

    private static final Pattern MAKING = Pattern.compile("\\bCREATE\\s++SCHEMA\\b", Pattern.CASE_INSENSITIVE);

    private SchemaNames() {}

    /** The same script, as long as it was. */
    public static String asMade(String script) {
        if (!MAKING.matcher(script).find()) {
            return script;
        }
        StringBuilder text = new StringBuilder(script);
        Map<String, String> made = new HashMap<>();
        List<Token> tokens = Lexer.tokens(script, 1);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("CREATE")
                    && tokens.get(i + 1).is("SCHEMA")
                    && tokens.get(i + 2).isName()) {
                String name = tokens.get(i + 2).value();
                made.put(name.toLowerCase(Locale.ROOT), name);
            }
            boolean qualifies = token.isName()
                    && tokens.get(i + 1).isSymbol(".")
                    && !(i > 0 && tokens.get(i - 1).isSymbol("."));
            String name = qualifies ? made.get(token.value().toLowerCase(Locale.ROOT)) : null;
            int at = token.text().indexOf(token.value());
            if (name != null && at >= 0 && name.length() == token.value().length()) {
                int start = token.start() + at;
                text.replace(start, start + name.length(), name);
            }
        }
        return text.toString();
    }
}
