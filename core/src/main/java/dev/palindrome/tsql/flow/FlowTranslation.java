package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Token;
import java.util.List;

/** What the statements of a batch are on H2. The tokens that it is given are those of the script, or made of them. */
public interface FlowTranslation {

    /** A statement that is no flow control. */
    List<String> statement(List<Token> tokens);

    /** A query that gives values to variables or cursors. */
    FlowQuery query(List<Token> tokens);

    /** A query with a row where a condition holds. */
    FlowQuery condition(List<Token> tokens);

    /** What is to be done where a branch ends. */
    List<String> endOfBranch();

    /** Holds T-SQL that a script runs out of a literal to what is taken; it has a scope of its own. */
    void check(String sql, int line, List<FlowVariable> parameters);

    /** What is known here. */
    FlowScope scope();
}
