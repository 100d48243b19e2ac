package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;

/** Splits what stands in parentheses at its commas. */
public final class Arguments {

    private Arguments() {}

    /**
     * Splits at the commas that stand in no inner parentheses.
     *
     * @param tokens what stands between the parentheses
     * @return the tokens of each argument; none if there are no tokens
     */
    public static List<List<Token>> of(List<Token> tokens) {
        List<List<Token>> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                arguments.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        if (!tokens.isEmpty()) {
            arguments.add(tokens.subList(start, tokens.size()));
        }
        return arguments;
    }
}
