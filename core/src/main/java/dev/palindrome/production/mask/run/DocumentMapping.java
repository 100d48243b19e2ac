package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.json.JsonRewriting;
import dev.palindrome.production.json.JsonStrings;
import dev.palindrome.production.json.JsonValue;
import dev.palindrome.production.mask.MaskKind;
import dev.palindrome.production.mask.MaskedColumn;
import dev.palindrome.production.mask.run.DocumentWalk.Place;
import dev.palindrome.production.mask.value.FakeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for members of the JSON documents in a column. What has not been named stays letter by letter. A pattern needs
 * other columns of the row: {@linkplain Token a word that nobody knows} stands for it until somebody who knows them puts it in.
 */
final class DocumentMapping implements ColumnMapping {

    /**
     * A member with what becomes of it.
     *
     * @param column with a rule that has a path
     * @param texts what stands in for texts; missing where that needs none
     * @param numbers what stands in for numbers
     */
    record Member(MaskedColumn column, Optional<ValueMapping> texts, Optional<ValueMapping> numbers) {

        MaskKind kind() {
            return column.kind();
        }

        String path() {
            return column.rule().path().orElseThrow().toString();
        }
    }

    /**
     * What stands for a pattern.
     *
     * @param text that is in no document otherwise
     * @param pattern that is put in its place
     * @param depth how many texts that are documents it is in
     * @param isAscii whether other letters are escaped
     */
    record Token(String text, MaskKind.Pattern pattern, int depth, boolean isAscii) {

        /** The same within texts that are documents. */
        Token at(int deeper) {
            return deeper == 0 ? this : new Token(text + DEPTH + deeper + "x", pattern, deeper, isAscii);
        }
    }

    private static final String DEPTH = "depth";

    private final String name;
    private final MaskedColumn column;
    private final List<Member> members;
    private final DocumentWalk walk;
    private final boolean isAscii;
    private final List<Optional<Token>> tokens = new ArrayList<>();
    private final Set<Token> deeper = new LinkedHashSet<>();
    private final long[] named;
    private long documents;
    private long others;
    private long broken;

    /**
     * Begins.
     *
     * @param table whose documents they are, for messages
     * @param column with the members
     * @param members the most exact first
     */
    DocumentMapping(String table, MaskedColumn column, List<Member> members) {
        this.name = table + "." + column.name();
        this.column = column;
        this.members = List.copyOf(members);
        this.walk = new DocumentWalk(members.stream().map(Member::column).toList());
        this.isAscii = column.shape().isCodePage();
        this.named = new long[members.size()];
        String secret = UUID.randomUUID().toString().replace("-", "");
        for (Member member : members) {
            tokens.add(
                    member.kind() instanceof MaskKind.Pattern pattern
                            ? Optional.of(
                                    new Token("palindrome" + secret + "x" + tokens.size() + "x", pattern, 0, isAscii))
                            : Optional.empty());
        }
    }

    MaskedColumn column() {
        return column;
    }

    /** What must be put in by whoever knows the row, in this order: those that were met in texts that are documents first. */
    List<Token> tokens() {
        return Stream.concat(deeper.stream(), tokens.stream().flatMap(Optional::stream))
                .toList();
    }

    /** A document with a value in the place of what stands for a pattern, however deep. */
    static String filled(String document, Token token, String value) {
        if (!document.contains(token.text())) {
            return document;
        }
        String filled = document;
        String escaped = JsonStrings.escaped(value, token.isAscii());
        if (token.depth() == 0) {
            String once = escaped;
            for (int depth = 1; filled.contains(token.text() + DEPTH); depth++) {
                escaped = JsonStrings.escaped(escaped);
                filled = filled.replace(token.at(depth).text(), escaped);
            }
            return filled.replace(token.text(), once);
        }
        for (int depth = 0; depth < token.depth(); depth++) {
            escaped = JsonStrings.escaped(escaped);
        }
        return filled.replace(token.text(), escaped);
    }

    @Override
    public Stream<ValueMapping> values() {
        return members.stream().flatMap(member -> Stream.concat(member.texts().stream(), member.numbers().stream()));
    }

    @Override
    public boolean mustLearn() {
        return values().anyMatch(ValueMapping::mustLearn);
    }

    @Override
    public boolean hasConflicts() {
        return values().anyMatch(ValueMapping::hasConflicts);
    }

    @Override
    public void learn(Object original) {
        eachValue(original.toString(), (mapping, value) -> {
            if (mapping.mustLearn()) {
                mapping.learn(value);
            }
        });
    }

    @Override
    public void learnAgain(Object original) {
        eachValue(original.toString(), (mapping, value) -> {
            if (mapping.mustLearn() && mapping.hasConflicts()) {
                mapping.learnAgain(value);
            }
        });
    }

    private void eachValue(String document, BiConsumer<ValueMapping, Object> each) {
        walk.through(
                document,
                (place, value) -> {
                    if (place.rule() >= 0) {
                        Member member = members.get(place.rule());
                        mapping(member, value)
                                .ifPresent(mapping -> original(value).ifPresent(known -> each.accept(mapping, known)));
                    }
                    return null;
                },
                isAscii);
    }

    private static Optional<ValueMapping> mapping(Member member, JsonValue value) {
        return switch (value.kind()) {
            case STRING -> member.texts();
            case NUMBER -> member.numbers();
            default -> Optional.empty();
        };
    }

    /** Missing for a number that is greater than any that Java has. */
    private static Optional<Object> original(JsonValue value) {
        if (value.kind() == JsonValue.Kind.STRING) {
            return Optional.of(value.text());
        }
        try {
            return Optional.of(NumberOfJson.plain(new BigDecimal(value.text())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Object replace(@Nullable String person, Object original) {
        String document = original.toString();
        if (document.isBlank()) {
            return document;
        }
        Optional<String> masked = walk.through(document, (place, value) -> replacement(place, value, person), isAscii);
        count(document, masked.isPresent());
        return masked.orElse(document);
    }

    private void count(String text, boolean isDocument) {
        broken += !isDocument && JsonRewriting.mayBeDocument(text) ? 1 : 0;
        documents += isDocument ? 1 : 0;
        others += isDocument ? 0 : 1;
    }

    private @Nullable String replacement(Place place, JsonValue value, @Nullable String person) {
        if (place.rule() < 0) {
            return null;
        }
        named[place.rule()] += place.isNamed() ? 1 : 0;
        Member member = members.get(place.rule());
        MaskKind kind = member.kind();
        if (kind instanceof MaskKind.Keep || value.kind() == JsonValue.Kind.NULL) {
            return null;
        }
        if (kind instanceof MaskKind.Null) {
            return "null";
        }
        if (kind instanceof MaskKind.Constant constant) {
            return constant(constant.value(), value.kind());
        }
        Optional<Token> token = tokens.get(place.rule());
        if (token.isPresent()) {
            Token here = token.get().at(place.depth());
            if (place.depth() > 0) {
                deeper.add(here);
            }
            return JsonStrings.quoted(here.text());
        }
        Optional<ValueMapping> mapping = mapping(member, value);
        if (mapping.isEmpty()
                || value.kind() == JsonValue.Kind.STRING && value.text().isBlank()) {
            return null;
        }
        return written(
                member,
                original(value)
                        .map(known -> mapping.get().replace(isDate(kind) ? person : null, known))
                        .orElse(null));
    }

    private static boolean isDate(MaskKind kind) {
        return kind instanceof MaskKind.Fake fake && fake.kind() == FakeKind.DATE_OF_BIRTH;
    }

    private String written(Member member, @Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new MaskException(
                        "%s: %s gives %s for %s of %s, which is no number of JSON. Give another, or a text."
                                .formatted(member.column().rule().place(), member.kind(), value, member.path(), name));
            }
        }
        if (value == null) {
            return "null";
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : JsonStrings.quoted(value.toString(), isAscii);
    }

    /** Of the kind that stands there, if it can be. */
    private String constant(String constant, JsonValue.Kind kind) {
        boolean isSame = JsonRewriting.kind(constant)
                .filter(written ->
                        written == kind && kind == JsonValue.Kind.NUMBER || isTruth(written) && isTruth(kind))
                .isPresent();
        return isSame ? constant.strip() : JsonStrings.quoted(constant, isAscii);
    }

    private static boolean isTruth(JsonValue.Kind kind) {
        return kind == JsonValue.Kind.TRUE || kind == JsonValue.Kind.FALSE;
    }

    /**
     * What a document looks like after masking.
     *
     * @param isGood whether it is JSON, or need not be
     * @param isMasked whether every made-up value in it is one that masking has made
     * @param searched what is left of it to be searched: all but what may stay; nothing where it is an error anyway
     */
    record Look(boolean isGood, boolean isMasked, String searched) {}

    /** Looks at one. */
    Look look(String document) {
        if (document.isBlank()) {
            return new Look(true, true, "");
        }
        boolean[] isStrange = new boolean[1];
        boolean isRestKept = column.rest().isPresent();
        Optional<String> searched = walk.through(
                document,
                (place, value) -> {
                    if (place.rule() < 0) {
                        return isRestKept && !value.isContainer() ? "0" : null;
                    }
                    Member member = members.get(place.rule());
                    if (member.kind() instanceof MaskKind.Keep) {
                        return value.isContainer() ? null : "0";
                    }
                    if (mapping(member, value).isEmpty()) {
                        return null;
                    }
                    Optional<ValueMapping> giver = giver(member, value);
                    isStrange[0] |= giver.isEmpty();
                    return giver.filter(mapping -> isOfNobody(mapping, value)).isPresent() ? "0" : null;
                },
                isAscii);
        return searched.isPresent()
                ? new Look(true, !isStrange[0], searched.get())
                : new Look(!mustBeDocument(document), true, mustBeDocument(document) ? "" : document);
    }

    /** Which has given a value; a function may give a number for a text, and a text for a number. */
    private static Optional<ValueMapping> giver(Member member, JsonValue value) {
        return Stream.concat(member.texts().stream(), member.numbers().stream())
                .filter(mapping -> mapping.hasGiven(value.text())
                        || original(value).filter(mapping::hasGiven).isPresent())
                .findFirst();
    }

    /** Whether a part of it that is an original is so by chance. */
    private static boolean isOfNobody(ValueMapping mapping, JsonValue value) {
        boolean mayBeAddress = value.text().indexOf('@') >= 0 && mapping.mayHoldEmails();
        return !mapping.mayHoldNumbers() && !mayBeAddress;
    }

    /** Whether a rule names the column: then every text in it has to be JSON. */
    boolean isByName() {
        return column.isByName();
    }

    /** Whether texts in the column were documents. Rules with wildcards may be about columns that hold none. */
    boolean holdsDocuments() {
        return documents > 0;
    }

    /** Members whose paths have named nothing. */
    List<MaskedColumn> unnamed() {
        List<MaskedColumn> unnamed = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (named[i] == 0) {
                unnamed.add(members.get(i).column());
            }
        }
        return unnamed;
    }

    /** Whether all that a wildcard has found in the column are texts that do not begin as JSON does. */
    boolean isPassedBy() {
        return others > 0 && documents == 0 && broken == 0 && !isByName();
    }

    /** Whether that a text is no JSON is an error: where a rule names the column, others are JSON, or it begins as JSON does. */
    private boolean mustBeDocument(String text) {
        return mustHoldDocuments() || JsonRewriting.mayBeDocument(text);
    }

    private boolean mustHoldDocuments() {
        return isByName() || documents > 0;
    }

    /**
     * When rows leave the database one by one.
     *
     * @throws MaskException if there was a text that must be JSON and is not
     */
    void refuseOthers() {
        if (broken > 0 || others > 0 && mustHoldDocuments()) {
            throw new MaskException(
                    "%s holds texts that are no JSON, or texts in JSON that begin with { or [ and are none, and %s is about members. Mend them, give such a member a rule (text, constant …), or the whole column: text, constant …, null, or keep <reason>. Nothing was written."
                            .formatted(name, column.rule().place()));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
