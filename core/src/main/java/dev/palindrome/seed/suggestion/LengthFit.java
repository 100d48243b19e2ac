package dev.palindrome.seed.suggestion;

import java.util.Optional;

/** What is done with a text that is longer than its column. */
enum LengthFit {
    /** Cut between words, or within the first. */
    WORDS {
        @Override
        Optional<String> cut(String text, int length) {
            int space = text.lastIndexOf(' ', length);
            return Optional.of(text.substring(0, space > 0 ? space : length).strip());
        }
    },
    /** Cut in what stands before the @. */
    MAIL {
        @Override
        Optional<String> cut(String text, int length) {
            int at = text.indexOf('@');
            int room = length - (text.length() - at);
            return room > 0 ? Optional.of(text.substring(0, room) + text.substring(at)) : Optional.empty();
        }
    },
    /** Not taken: half of it would be wrong. */
    WHOLE {
        @Override
        Optional<String> cut(String text, int length) {
            return Optional.empty();
        }
    };

    abstract Optional<String> cut(String text, int length);

    /** The text if it is short enough, or what can be made of it. */
    Optional<String> into(String text, int length) {
        return text.length() <= length ? Optional.of(text) : cut(text, length);
    }
}
