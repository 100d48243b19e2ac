package dev.palindrome.production;

import dev.palindrome.location.EncodingFault;
import dev.palindrome.location.LocatedFile;
import dev.palindrome.location.Location;
import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.MaskRule;
import dev.palindrome.production.mask.RuleText;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which columns hold personal data and what becomes of their values. Immutable. One rule a line; what begins with
 * {@code #} is a comment:
 *
 * <pre>{@code
 * users.email           = email
 * users.login           = "user{id}@example.com"
 * users.hashed_password = constant not-a-password
 * * like %phone%        = phone
 * users.profile $.contact.email = email
 * crm.[order lines].note = keep written by our own people
 * }</pre>
 *
 * <p>The kinds: {@code email}, {@code first name}, {@code last name}, {@code full name}, {@code username}, {@code phone},
 * {@code date of birth}, {@code street}, {@code city}, {@code postcode}, {@code country}, {@code iban}, {@code card}, {@code
 * national id}, {@code company}, {@code text}, {@code constant …}, {@code null}, a pattern in quotes with {@code {column}},
 * {@code keep <reason>}, or the name of a class that is a {@link MaskFunction}.
 *
 * <p>Behind a column may stand a path to members of the JSON in it, as SQL Server's JSON functions have it ({@code
 * $.contact."first name"}, {@code $.phones[*]}), or with the wildcards {@code .*} and {@code ..} of RFC 9535 ({@code $..email}).
 * The rest of a document stays as it is. A rule for an object or array counts for all values in it that no other names.
 *
 * <p>Without a schema, a rule is for the tables of that name in every schema. Of several that fit a column the most exact one
 * counts: one that names table and column, then one that names the table, then one that names the column; of two that are as
 * exact the later one. Two that name a column exactly and do not say the same are an error.
 */
public final class MaskRules {

    private static final MaskRules NONE = new MaskRules(List.of());

    private final List<MaskRule> rules;

    private MaskRules(List<MaskRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * No rules, to which others may be added.
     *
     * @return an empty list
     */
    public static MaskRules none() {
        return NONE;
    }

    /**
     * Reads rules.
     *
     * @param rules one a line
     * @return them
     * @throws MaskException if a line cannot be read; the message names all of these
     */
    public static MaskRules parse(String rules) {
        return parse("the rules", rules);
    }

    /**
     * Reads rules that messages say more of.
     *
     * @param source where they are from, such as {@code @Mask on TodoTest}
     * @param rules one a line
     * @return them
     * @throws MaskException if a line cannot be read; the message names all of these
     */
    public static MaskRules parse(String source, String rules) {
        return new MaskRules(RuleText.read(source, rules));
    }

    /**
     * Reads a file.
     *
     * @param file UTF-8, with or without a byte order mark
     * @return its rules
     * @throws MaskException if it cannot be read, or a line of it cannot; the message names all of these
     */
    public static MaskRules of(Path file) {
        try {
            return read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * Reads a file, wherever it lies.
     *
     * @param location with {@code classpath:}, which may be left out, or {@code filesystem:}
     * @return its rules
     * @throws MaskException if it cannot be read, or a line of it cannot; the message names all of these
     */
    public static MaskRules of(String location) {
        Location place = Location.parse(location)
                .orElseThrow(() -> new MaskException(
                        "The location %s is of a kind that is not read: use classpath: or filesystem:."
                                .formatted(location)));
        try {
            Optional<LocatedFile> file = place.file(Location.contextClassLoader());
            try (InputStream content =
                    file.orElseThrow(() -> missing(location, place)).content().open()) {
                return read(location, content.readAllBytes());
            }
        } catch (IOException e) {
            throw unreadable(location, e);
        }
    }

    private static MaskRules read(String source, byte[] bytes) throws IOException {
        Optional<EncodingFault> fault = EncodingFault.in(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        if (fault.isPresent()) {
            throw new MaskException("The masking rules %s, line %d: %s. Save them as UTF-8."
                    .formatted(source, fault.get().line(), fault.get()));
        }
        return parse(source, new String(bytes, StandardCharsets.UTF_8));
    }

    private static MaskException missing(String location, Location place) {
        String where = place.onClasspath()
                ? "nothing on the class path is called %s. Put it there, or name a file with filesystem:."
                        .formatted(place.path())
                : "put it there, or name its place; paths begin at %s.".formatted(System.getProperty("user.dir"));
        return new MaskException("There is no file of masking rules %s: %s".formatted(location, where));
    }

    private static MaskException unreadable(String source, IOException e) {
        return new MaskException("The masking rules %s cannot be read: %s".formatted(source, e), e);
    }

    /**
     * These and others behind them.
     *
     * @param more later ones
     * @return all
     */
    public MaskRules and(MaskRules more) {
        return new MaskRules(Stream.concat(rules.stream(), more.rules.stream()).toList());
    }

    /**
     * Whether there are any.
     *
     * @return true where no line says anything
     */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /**
     * By what rules are told apart, wherever they stand.
     *
     * @return a hash of all that they say
     */
    public String digest() {
        return Sha256.hex(rules.stream().map(MaskRule::whole).collect(Collectors.joining("\n")));
    }

    /**
     * Those of which there is something in a schema: one that is on its way to the schema that the rules were written for has
     * not yet all tables and columns, and maybe still some others.
     *
     * @param schema of a database
     * @return the same without rules that name a table or a column that is not there
     */
    public MaskRules in(SchemaSnapshot schema) {
        return new MaskRules(MaskPlan.known(rules, schema));
    }

    /** What they say, for this concern alone. */
    List<MaskRule> all() {
        return rules;
    }

    /** Whether they say the same, wherever they stand. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MaskRules that && digest().equals(that.digest());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    /** One a line, without constants, which may be secrets. */
    @Override
    public String toString() {
        return rules.stream().map(MaskRule::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
