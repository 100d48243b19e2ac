package dev.palindrome.seed.suggestion;

import dev.palindrome.seed.FakeWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A few names and words, for where Datafaker is not on the class path. */
final class OwnWords {

    private OwnWords() {}

    static List<String> of(FakeWords kind) {
        return switch (kind) {
            case FIRST_NAMES ->
                list(
                        "Ada Alan Anna Boris Carla Clara David Edda Emil Frida Georg Hanna Ida Ivan Jana Jonas Karla Lena Luis"
                                + " Maria Marta Nils Nora Oskar Paula Peter Rosa Ruth Sara Simon Sofia Theo Tom Vera Viktor");
            case LAST_NAMES ->
                list("Abel Adler Baker Berger Bloom Carter Costa Dahl Dean Engel Evans Fischer Ford Garcia Gruber Hall"
                        + " Hansen Ivanov Jensen Keller Kruger Larsen Lopez Marsh Moreau Nowak Olsen Pavlov Quinn Rossi"
                        + " Santos Silva Turner Vogel Weber Young");
            case STREET_ENDINGS -> list("Street Road Lane Avenue Drive Court Way Place Square Terrace Row Walk");
            case TOWN_BEGINNINGS -> list("North East South West New Old Upper Lower Great Little Port Lake");
            case TOWN_ENDINGS -> list("ton ville burg ham field ford port stead bury mouth dale wick");
            case COUNTRIES ->
                Stream.of(Locale.getISOCountries())
                        .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                        .filter(name -> name.chars().allMatch(letter -> letter < 128))
                        .sorted()
                        .toList();
            case COMPANY_ENDINGS -> list("Inc LLC Group Partners Works Trading Brothers Holding Services Supplies");
            case WORDS ->
                list(
                        "lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod tempor invidunt ut labore"
                                + " et dolore magna aliquyam erat voluptua at vero eos accusam justo duo dolores ea rebum");
        };
    }

    private static List<String> list(String words) {
        return List.of(words.split(" "));
    }
}
