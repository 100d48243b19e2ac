package dev.palindrome.tsql;

import java.util.List;

/**
 * A batch with variables or control flow as the embedded engine runs it.
 *
 * @param variables that it declares, and its parameters
 * @param order in which the numbers of dates stand where it begins
 * @param steps in order
 */
public record FlowProgram(List<FlowVariable> variables, DateOrder order, List<FlowStep> steps) {

    /**
     * Makes one of its own.
     *
     * @param variables that it declares
     * @param order of the numbers of dates
     * @param steps in order
     */
    public FlowProgram {
        variables = List.copyOf(variables);
        steps = List.copyOf(steps);
    }
}
