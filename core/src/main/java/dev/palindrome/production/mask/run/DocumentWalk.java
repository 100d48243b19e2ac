package dev.palindrome.production.mask.run;

import dev.palindrome.production.json.JsonPath;
import dev.palindrome.production.json.JsonRewriting;
import dev.palindrome.production.json.JsonValue;
import dev.palindrome.production.json.JsonVisitor;
import dev.palindrome.production.mask.MaskedColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through documents and knows which rule counts for each value: the most exact one that names it, else the one that counts
 * for what it is in. One that names table or column more exactly counts more than one that names the value alone.
 */
final class DocumentWalk {

    /**
     * Where a value is.
     *
     * @param states of the rules' paths
     * @param rule the number of that which counts; below 0 where none does
     * @param isNamed whether the rule names the value itself, and not what it is in
     * @param depth how many texts that are documents it is in
     */
    record Place(List<Long> states, int rule, boolean isNamed, int depth) {}

    /** Says what comes in the place of a value. */
    @FunctionalInterface
    interface Replacing {
        @Nullable String replacement(Place place, JsonValue value);
    }

    private final List<MaskedColumn> members;
    private final List<JsonPath> paths;
    private final Place root;

    /** @param members the most exact first */
    DocumentWalk(List<MaskedColumn> members) {
        this.members = List.copyOf(members);
        this.paths = members.stream()
                .map(member -> member.rule().path().orElseThrow())
                .toList();
        this.root = place(paths.stream().map(path -> JsonPath.ROOT).toList(), -1, 0);
    }

    /** @return the document with what replaces values; missing where it is no object and no array, nor named itself */
    Optional<String> through(String document, Replacing replacing, boolean isAscii) {
        if (!JsonRewriting.mayBeDocument(document) && root.rule() < 0) {
            return Optional.empty();
        }
        return JsonRewriting.of(document, root, new Visitor(replacing), isAscii);
    }

    private Place place(List<Long> states, int inherited, int depth) {
        int rule = -1;
        for (int i = 0; i < states.size() && rule < 0; i++) {
            rule = paths.get(i).names(states.get(i)) ? i : -1;
        }
        boolean isNamed = rule >= 0 && (inherited < 0 || rank(rule) >= rank(inherited));
        return new Place(states, isNamed ? rule : inherited, isNamed, depth);
    }

    private int rank(int rule) {
        return members.get(rule).rule().rank();
    }

    private Place child(Place parent, StateChange change) {
        Long[] states = new Long[paths.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = change.of(paths.get(i), parent.states().get(i));
        }
        return place(List.of(states), parent.rule(), parent.depth());
    }

    private interface StateChange {
        long of(JsonPath path, long state);
    }

    private final class Visitor implements JsonVisitor<Place> {

        private final Replacing replacing;

        Visitor(Replacing replacing) {
            this.replacing = replacing;
        }

        @Override
        public Place member(Place parent, String name) {
            return child(parent, (path, state) -> path.member(state, name));
        }

        @Override
        public Place element(Place parent, int index) {
            return child(parent, (path, state) -> path.element(state, index));
        }

        @Override
        public @Nullable String replacement(Place place, JsonValue value) {
            return replacing.replacement(place, value);
        }

        @Override
        public Place inside(Place place) {
            return new Place(place.states(), place.rule(), place.isNamed(), place.depth() + 1);
        }

        @Override
        public boolean goesInto(Place place) {
            if (place.rule() >= 0 && !members.get(place.rule()).isKept()) {
                return false;
            }
            for (int i = 0; i < paths.size(); i++) {
                if (paths.get(i).goesOn(place.states().get(i))) {
                    return true;
                }
            }
            return false;
        }
    }
}
