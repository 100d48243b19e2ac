package dev.palindrome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for every text that the library itself sends to SQL Server, be it a resource or made by a generator. */
public final class SqlServerTextRules {

    /**
     * Columns whose collation is not the database's, whatever that is (Microsoft: collation-precedence, error 451): what
     * is the server's own, and what is compared byte by byte.
     */
    private static final String FOREIGN = "\\w+\\.(?:\\w+_desc|assembly_class|assembly_method|tessellation_scheme"
            + "|encryption_algorithm_name|collation_name|distance_metric|vector_index_type|predicate_definition)\\b";

    private static final String JOINED_BEFORE = "(?:\\+|QUOTENAME\\(|UPPER\\(|CONCAT\\(|(?<![<>=!])=|<>|\\bLIKE)\\s*";

    /** Operands of a join or a comparison without a collation; a literal takes on that of the other side. */
    private static final List<Pattern> MIXED = Stream.of(
                    JOINED_BEFORE + "(" + FOREIGN
                            + ")(?! COLLATE DATABASE_DEFAULT| COLLATE Latin1_General_BIN2\\) COLLATE DATABASE_DEFAULT|\\s*(?:=|<>|IN|LIKE)\\s*\\(?N?')",
                    "(" + FOREIGN + ")(?:\\)|\\s)*\\+",
                    "(" + FOREIGN + ")\\s*(?:=|<>|LIKE)\\s*+(?!N?')")
            .map(Pattern::compile)
            .toList();

    /** In a Turkish database a small i becomes another capital one (Microsoft: upper-transact-sql, collation). */
    private static final Pattern CASED =
            Pattern.compile("\\b(?:UPPER|LOWER)\\((?!\\w+\\.\\w+ COLLATE Latin1_General_BIN2\\))[^)]*+\\)");

    private static final List<String> UNDOCUMENTED = List.of("sys.sys", "syscomments", "spt_values", "dbcc ind");

    /** Microsoft: sys-syslanguages-transact-sql: no newer view tells the lcid of a langid. */
    private static final String DOCUMENTED = "sys.syslanguages";

    /** A database whose collation tells case apart refuses SYS.tables. */
    private static final Pattern SYSTEM_SCHEMA = Pattern.compile("(?<![\\w@])(?!sys\\.)[sS][yY][sS]\\.");

    /** Names of the catalogue, which has all in small letters but those of INFORMATION_SCHEMA, and aliases. */
    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\w@.])(?!INFORMATION_SCHEMA\\.)\\w+\\.\\w*[A-Z]\\w*");

    private static final Pattern VARIABLE = Pattern.compile("(?<![@\\w])@\\w+");

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");

    /** Literals, names in brackets, comments. */
    private static final Pattern CONTENTS =
            Pattern.compile("'(?:[^']|'')*+'|\\[(?:[^\\]]|\\]\\])*+\\]|--[^\\n]*+|/\\*(?s:.*?)\\*/");

    private static final Pattern EXECUTED = Pattern.compile("sp_executesql N'((?:[^']|'')*+)'");

    private static final Pattern SILENT =
            Pattern.compile("^(?:\\s|--[^\\n]*+\\n)*+(?:DECLARE @options int = @@OPTIONS;\\s*)?SET NOCOUNT ON\\b");

    private static final Pattern COUNTS = Pattern.compile("(?:INSERT|UPDATE|DELETE|MERGE)\\b.*", Pattern.DOTALL);

    private static final Pattern ANSWERS = Pattern.compile("(?:SELECT\\b(?!\\s+@)|BEGIN TRY).*", Pattern.DOTALL);

    private SqlServerTextRules() {}

    /** What a text breaks, in words; empty for one that breaks nothing. */
    public static List<String> brokenBy(String sql) {
        List<String> broken = new ArrayList<>();
        // Texts within texts are held to the same.
        String plain = COMMENT.matcher(sql).replaceAll("").replace("''", "'");
        MIXED.forEach(pattern -> pattern.matcher(plain)
                .results()
                .forEach(found -> broken.add("has a collation of its own: " + found.group(1))));
        UNDOCUMENTED.stream()
                .filter(word ->
                        plain.toLowerCase(Locale.ROOT).replace(DOCUMENTED, "").contains(word))
                .forEach(word -> broken.add("has no page: " + word));
        if (SYSTEM_SCHEMA.matcher(plain).find()) {
            broken.add("spells the schema sys in another way");
        }
        otherCase(plain).ifPresent(broken::add);
        CASED.matcher(plain)
                .results()
                .forEach(found -> broken.add("changes case by the database's rule: " + found.group()));
        AggregatedSources.mixedIn(COMMENT.matcher(sql).replaceAll(""))
                .forEach(mixed -> broken.add("mixes sources of two levels in an aggregate: " + mixed));
        quotedName(sql).ifPresent(broken::add);
        if (losesAnswers(sql)) {
            broken.add("answers behind a count, and does not begin with SET NOCOUNT ON");
        }
        return broken;
    }

    /** Where a collation tells case apart, it does so in names, too. Texts within texts are not looked into for this. */
    private static Optional<String> otherCase(String sql) {
        String code = CONTENTS.matcher(sql).replaceAll(" ");
        Optional<String> capitals = CAPITALS.matcher(code)
                .results()
                .map(found -> "has capitals in a name: " + found.group())
                .findFirst();
        Map<String, List<String>> spellings = VARIABLE.matcher(code)
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.groupingBy(name -> name.toLowerCase(Locale.ROOT)));
        return capitals.or(() -> spellings.values().stream()
                .filter(names -> names.size() > 1)
                .map(names -> "spells a variable in several ways: " + names)
                .findFirst());
    }

    /** A script may leave QUOTED_IDENTIFIER OFF. */
    private static Optional<String> quotedName(String sql) {
        Optional<String> within = EXECUTED.matcher(sql)
                .results()
                .map(text -> quotedName(text.group(1).replace("''", "'")))
                .flatMap(Optional::stream)
                .findFirst();
        return CONTENTS.matcher(sql).replaceAll(" ").contains("\"")
                ? Optional.of("has a name in double quotes")
                : within;
    }

    /** The driver loses a result behind an INSERT's count (mssql-jdbc, issue 2940). */
    private static boolean losesAnswers(String sql) {
        boolean counts = false;
        for (String statement : CONTENTS.matcher(sql).replaceAll(" ").split(";")) {
            String text = statement.strip().replaceFirst("^(?:IF\\b.*?\\bBEGIN\\b|BEGIN\\b(?! TR))\\s*", "");
            if (counts && ANSWERS.matcher(text).matches()) {
                return !SILENT.matcher(sql).find();
            }
            counts |= COUNTS.matcher(text).matches();
        }
        return false;
    }
}
