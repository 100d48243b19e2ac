package dev.palindrome.tsql.flow;

import dev.palindrome.sql.ValueErrors;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowStep.Kind;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes of a batch the steps in which the embedded engine runs it; all of it is read before the first one runs. */
public final class FlowCompiler {

    /** Where BREAK and CONTINUE go. */
    private record Loop(int again, int behind) {}

    /** Is told each statement before it is read, for what is wrong with it. */
    public interface Listener {
        void reads(List<Token> statement);
    }

    private final FlowTranslation translation;
    private final Listener listener;
    private final FlowSteps steps = new FlowSteps();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Map<String, Token> wanted = new HashMap<>();
    private final FlowLeaves leaves;
    private final int end = steps.somewhere();

    private FlowCompiler(FlowTranslation translation, Listener listener) {
        this.translation = translation;
        this.listener = listener;
        this.leaves = new FlowLeaves(translation, steps);
    }

    /**
     * @param batch with an END
     * @param parameters that are there before it declares others
     * @param order of the numbers of dates where it begins
     * @throws UntranslatableException of the statement that the listener was told last
     */
    public static FlowProgram compile(
            List<Token> batch,
            List<FlowVariable> parameters,
            DateOrder order,
            FlowTranslation translation,
            Listener listener) {
        FlowScope scope = translation.scope();
        scope.open(parameters);
        scope.reads(batch);
        try {
            FlowCompiler compiler = new FlowCompiler(translation, listener);
            compiler.all(FlowParser.nodes(batch));
            compiler.branchEnds(batch.get(batch.size() - 1).line());
            compiler.requireLabels();
            compiler.steps.here(compiler.end);
            return new FlowProgram(scope.all(), order, compiler.steps.all());
        } finally {
            scope.close();
        }
    }

    private void all(List<FlowNode> nodes) {
        nodes.forEach(this::node);
    }

    private void node(FlowNode node) {
        if (node instanceof FlowNode.Block block) {
            all(block.body());
        } else if (node instanceof FlowNode.If choice) {
            steps.nested(() -> choice(choice));
        } else if (node instanceof FlowNode.While loop) {
            steps.nested(() -> loop(loop));
        } else if (node instanceof FlowNode.Try tried) {
            steps.nested(() -> tried(tried));
        } else if (node instanceof FlowNode.Half half) {
            listener.reads(half.tokens());
            throw UntranslatableException.refused(
                    102, half.tokens().get(0), "behind BEGIN TRY … END TRY stands BEGIN CATCH");
        } else {
            leaf(node.tokens());
        }
    }

    /** What is given in a branch is moved there: nobody knows whether it is taken. */
    private void branchEnds(int line) {
        List<String> moves = translation.endOfBranch();
        if (!moves.isEmpty()) {
            steps.add(Kind.DO, line, moves);
        }
    }

    private void unless(FlowNode node, List<Token> condition, int place) {
        listener.reads(node.tokens());
        branchEnds(node.line());
        translation.scope().requireAll(condition);
        steps.add(
                Kind.UNLESS,
                node.line(),
                place,
                translation.condition(condition).texts());
    }

    private void choice(FlowNode.If choice) {
        int otherwise = steps.somewhere();
        int behind = steps.somewhere();
        unless(choice, choice.condition(), otherwise);
        node(choice.then());
        branchEnds(choice.line());
        if (choice.otherwise().isPresent()) {
            steps.go(choice.line(), behind);
        }
        steps.here(otherwise);
        choice.otherwise().ifPresent(node -> {
            node(node);
            branchEnds(node.line());
        });
        steps.here(behind);
    }

    private void loop(FlowNode.While loop) {
        Loop places = new Loop(steps.somewhere(), steps.somewhere());
        branchEnds(loop.line());
        steps.here(places.again());
        unless(loop, loop.condition(), places.behind());
        loops.push(places);
        node(loop.body());
        loops.pop();
        branchEnds(loop.line());
        steps.go(loop.line(), places.again());
        steps.here(places.behind());
    }

    private void tried(FlowNode.Try tried) {
        int handler = steps.somewhere();
        int behind = steps.somewhere();
        branchEnds(tried.line());
        steps.trying(handler, () -> {
            all(tried.body());
            branchEnds(tried.line());
        });
        steps.go(tried.line(), behind);
        steps.here(handler);
        steps.catching(handler, () -> {
            all(tried.handler());
            branchEnds(tried.line());
        });
        steps.here(behind);
    }

    private void leaf(List<Token> tokens) {
        listener.reads(tokens);
        Token first = tokens.get(0);
        if (tokens.size() == 2 && tokens.get(1).isSymbol(":")) {
            label(first);
            return;
        }
        switch (first.upper()) {
            case "BREAK", "CONTINUE" -> jump(tokens);
            case "GOTO" -> goTo(tokens);
            case "RETURN" -> {
                if (tokens.size() > 1) {
                    giveBack(tokens);
                }
                branchEnds(first.line());
                steps.go(first.line(), end);
            }
            default -> plain(tokens);
        }
    }

    /** A value that cannot be read is an error before the script begins, but where a CATCH is there to see it. */
    private void plain(List<Token> tokens) {
        try {
            leaves.add(tokens);
        } catch (UntranslatableException e) {
            if (!steps.isInTry() || !ValueErrors.have(e.sqlServerError())) {
                throw e;
            }
            int line = tokens.get(0).line();
            steps.add(Kind.FAIL, line, List.of(String.valueOf(e.sqlServerError()), e.reason(line)));
        }
    }

    private void giveBack(List<Token> tokens) {
        List<Token> value = tokens.subList(1, tokens.size());
        FlowVariable result = translation
                .scope()
                .variable(FlowProgram.Procedure.RETURN.name())
                .orElseThrow(
                        () -> UntranslatableException.refused(178, value.get(0), "RETURN of a script gives no value"));
        translation.scope().requireAll(value);
        new Assignments(translation, steps)
                .give(result, "=", value, tokens.get(0).line());
    }

    private void jump(List<Token> tokens) {
        Token word = tokens.get(0);
        if (tokens.size() > 1) {
            throw UntranslatableException.syntax(tokens.get(1));
        }
        if (loops.isEmpty()) {
            throw UntranslatableException.refused(
                    word.is("BREAK") ? 135 : 136, word, word.upper() + " stands outside of a WHILE");
        }
        branchEnds(word.line());
        steps.go(
                word.line(),
                word.is("BREAK") ? loops.getFirst().behind() : loops.getFirst().again());
    }

    private void label(Token name) {
        Integer place = labels.computeIfAbsent(key(name), absent -> steps.somewhere());
        if (wanted.put(key(name) + ":", name) != null) {
            throw UntranslatableException.refused(
                    132, name, "the label " + name.value() + " is there twice in this batch");
        }
        branchEnds(name.line());
        steps.here(place);
    }

    private void goTo(List<Token> tokens) {
        if (tokens.size() != 2 || !tokens.get(1).isName()) {
            throw UntranslatableException.syntax(tokens.get(Math.min(1, tokens.size() - 1)));
        }
        Token name = tokens.get(1);
        int place = labels.computeIfAbsent(key(name), absent -> steps.somewhere());
        wanted.putIfAbsent(key(name), name);
        branchEnds(name.line());
        steps.go(name.line(), place);
    }

    private void requireLabels() {
        wanted.forEach((key, name) -> {
            if (!key.endsWith(":") && !wanted.containsKey(key + ":")) {
                listener.reads(List.of(name));
                throw UntranslatableException.refused(
                        133, name, "GOTO goes to the label " + name.value() + ", which is not in this batch");
            }
        });
    }

    private static String key(Token name) {
        return name.value().toLowerCase(java.util.Locale.ROOT);
    }
}
