package dev.palindrome.check.rule;

import dev.palindrome.check.step.Step;
import java.util.Optional;

/** Looks at one step of a migration. */
interface StepRule {

    FindingCode code();

    /** What is wrong with it, and the way out; empty where nothing is. */
    Optional<String> problem(Step step, Scene scene);
}
