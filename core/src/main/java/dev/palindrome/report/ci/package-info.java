/**
 * What the pages of CI servers show: annotations and the step summary on GitHub, the code quality report on GitLab. Inside of
 * {@code dev.palindrome.report} and nobody else's business. Open {@link dev.palindrome.report.ci.CiPages} first.
 */
@NullMarked
package dev.palindrome.report.ci;

import org.jspecify.annotations.NullMarked;
