package dev.palindrome.production.mask;

import dev.palindrome.production.mask.value.FakeKind;
import dev.palindrome.text.NearestName;
import dev.palindrome.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what becomes of values: what stands behind the equals sign. */
final class KindText {

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private final RuleCursor cursor;

    KindText(RuleCursor cursor) {
        this.cursor = cursor;
    }

    MaskKind read() throws RuleSyntaxException {
        if (cursor.pass('"')) {
            return PatternText.read(cursor.upToClosing('"'));
        }
        if (cursor.passWord("constant")) {
            return constant();
        }
        if (cursor.passWord("keep")) {
            String reason = cursor.rest();
            if (reason.isEmpty()) {
                throw new RuleSyntaxException(
                        "keep is without a reason. Say why the values may stay: keep <reason>, such as keep product names.");
            }
            return new MaskKind.Keep(reason);
        }
        return named(BLANKS.matcher(cursor.rest()).replaceAll(" "));
    }

    private MaskKind constant() throws RuleSyntaxException {
        if (cursor.pass('"')) {
            return new MaskKind.Constant(cursor.upToClosing('"'));
        }
        if (cursor.pass('\'')) {
            return new MaskKind.Constant(cursor.upToClosing('\''));
        }
        String value = cursor.rest();
        if (value.isEmpty()) {
            throw new RuleSyntaxException(
                    "constant is without a value. Write it behind; one with blanks at its ends, a # or nothing in it stands in quotes.");
        }
        return new MaskKind.Constant(value);
    }

    private static MaskKind named(String words) throws RuleSyntaxException {
        if (words.equalsIgnoreCase("null")) {
            return new MaskKind.Null();
        }
        Optional<FakeKind> fake = FakeKind.find(words);
        if (fake.isPresent()) {
            return new MaskKind.Fake(fake.get());
        }
        if (isClassName(words)) {
            return new MaskKind.Custom(words);
        }
        throw new RuleSyntaxException(
                "%s Kinds are %s, constant …, null, a pattern in quotes such as \"user{id}\", keep <reason>, and the name of a class with its package."
                        .formatted(unknown(words), String.join(", ", FakeKind.allWords())));
    }

    /** With its package: a class without one would look like a kind that is misspelt. */
    private static boolean isClassName(String words) {
        return words.indexOf('.') > 0
                && Character.isJavaIdentifierStart(words.charAt(0))
                && !words.endsWith(".")
                && !words.contains("..")
                && words.chars().allMatch(letter -> letter == '.' || Character.isJavaIdentifierPart(letter));
    }

    private static String unknown(String words) {
        if (words.isEmpty()) {
            return "behind the = is no kind.";
        }
        List<String> known = new ArrayList<>(FakeKind.allWords());
        known.addAll(List.of("constant", "null", "keep"));
        return "there is no kind %s%s.".formatted(VisibleText.line(words), NearestName.question(words, known));
    }
}
