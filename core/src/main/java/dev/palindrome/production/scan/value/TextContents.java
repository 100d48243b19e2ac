package dev.palindrome.production.scan.value;

import java.util.EnumSet;
import java.util.Set;

/** Finds in free text what is personal by its form alone, whatever stands around it. */
final class TextContents {

    private static final int LONGEST_NUMBER = 42;

    private static final int FEWEST_DIGITS = 8;

    private TextContents() {}

    static Set<ValueForm> formsIn(String text) {
        Set<ValueForm> forms = EnumSet.noneOf(ValueForm.class);
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (ValueForm.EMAIL.fits(wordAround(text, at))) {
                forms.add(ValueForm.EMAIL);
                break;
            }
        }
        for (int begin = 0; begin < text.length(); begin++) {
            boolean isBegin = begin == 0 || !Character.isLetterOrDigit(text.charAt(begin - 1));
            if (isBegin && isNumberLetter(text.charAt(begin))) {
                int end = begin;
                while (end < text.length() && end - begin < LONGEST_NUMBER && isNumberLetter(text.charAt(end))) {
                    end++;
                }
                number(text.substring(begin, end), forms);
                begin = end;
            } else if (isBegin && Character.isUpperCase(text.charAt(begin))) {
                code(text, begin, forms);
            }
        }
        return forms;
    }

    private static String wordAround(String text, int at) {
        int begin = at;
        while (begin > 0 && isMailLetter(text.charAt(begin - 1))) {
            begin--;
        }
        int end = at + 1;
        while (end < text.length() && isMailLetter(text.charAt(end))) {
            end++;
        }
        while (end > at && ".-_".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isMailLetter(char letter) {
        return Character.isLetterOrDigit(letter) || "._+-%'".indexOf(letter) >= 0;
    }

    private static boolean isNumberLetter(char letter) {
        return letter >= '0' && letter <= '9' || " +()-./".indexOf(letter) >= 0;
    }

    private static void number(String run, Set<ValueForm> forms) {
        String number = run.strip();
        while (!number.isEmpty() && "(-./ ".indexOf(number.charAt(number.length() - 1)) >= 0) {
            number = number.substring(0, number.length() - 1);
        }
        if (number.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return;
        }
        for (ValueForm form : Set.of(
                ValueForm.INTERNATIONAL_PHONE,
                ValueForm.NATIONAL_PHONE,
                ValueForm.CARD,
                ValueForm.SOCIAL_SECURITY_NUMBER,
                ValueForm.AHV_NUMBER)) {
            if (form.fits(number)) {
                forms.add(form);
            }
        }
    }

    /** An IBAN in groups or in one, or a code of letters and digits. */
    private static void code(String text, int begin, Set<ValueForm> forms) {
        int end = begin;
        int digits = 0;
        while (end < text.length()
                && end - begin < LONGEST_NUMBER
                && (isUpperOrDigit(text.charAt(end)) || text.charAt(end) == ' ')) {
            digits += Character.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        if (digits < 6) {
            return;
        }
        String code = text.substring(begin, end).strip();
        for (int length = code.length(); length >= 9; length = code.lastIndexOf(' ', length - 1)) {
            String part = code.substring(0, length).strip();
            for (ValueForm form :
                    Set.of(ValueForm.IBAN, ValueForm.CODICE_FISCALE, ValueForm.NATIONAL_INSURANCE_NUMBER)) {
                if (form.fits(part)) {
                    forms.add(form);
                }
            }
        }
    }

    private static boolean isUpperOrDigit(char letter) {
        return letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
    }
}
