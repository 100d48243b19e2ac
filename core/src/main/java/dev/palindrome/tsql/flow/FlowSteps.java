package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowStep.Kind;
import java.util.ArrayList;
import java.util.List;

/** Steps one behind the other, with places among them that are not known when somebody goes there. */
final class FlowSteps {

    private final List<FlowStep> steps = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int handler = FlowStep.NONE;
    private int depth;
    private int caught = FlowStep.NONE;

    /** A place that is still to come. */
    int somewhere() {
        places.add(FlowStep.NONE);
        return places.size() - 1;
    }

    /** It is here. */
    void here(int place) {
        places.set(place, steps.size());
    }

    void add(Kind kind, int line, List<String> texts) {
        add(kind, line, FlowStep.NONE, texts);
    }

    void add(Kind kind, int line, int place, List<String> texts) {
        steps.add(new FlowStep(kind, line, place, handler, caught, texts));
    }

    int size() {
        return steps.size();
    }

    /** Takes the last one away, for what is made of it. */
    FlowStep last() {
        return steps.remove(steps.size() - 1);
    }

    void go(int line, int place) {
        add(Kind.GO, line, place, List.of());
    }

    /** What is added meanwhile is in a TRY whose CATCH is at a place. */
    void trying(int place, Runnable body) {
        int around = handler;
        handler = place;
        body.run();
        handler = around;
    }

    /** What is added meanwhile is in the CATCH at a place. */
    void catching(int place, Runnable body) {
        int around = caught;
        caught = place;
        body.run();
        caught = around;
    }

    /** What is added meanwhile may be passed over, or run several times. */
    void nested(Runnable body) {
        depth++;
        body.run();
        depth--;
    }

    boolean isNested() {
        return depth > 0;
    }

    boolean isInTry() {
        return handler != FlowStep.NONE;
    }

    boolean isInCatch() {
        return caught != FlowStep.NONE;
    }

    List<FlowStep> all() {
        return steps.stream()
                .map(step -> new FlowStep(
                        step.kind(),
                        step.line(),
                        known(step.target()),
                        known(step.handler()),
                        known(step.caught()),
                        step.texts()))
                .toList();
    }

    private int known(int place) {
        return place == FlowStep.NONE ? FlowStep.NONE : places.get(place);
    }
}
