package dev.palindrome.tsql.generated;

import java.util.Random;

/** Scripts for the T-SQL front to be tried on, right ones and ones with slips of the pen. */
public final class GeneratedScript {

    private GeneratedScript() {}

    /**
     * Makes the script of a seed.
     *
     * @param seed any number; the same seed makes the same script
     * @return T-SQL, which need not be right
     */
    public static String of(long seed) {
        Choice any = new Choice(new Random(seed * 0x9E3779B97F4A7C15L));
        Statements statements = new Statements(any);
        Slips slips = new Slips(any);
        String script = statements.script();
        if (any.chance(15)) {
            script = slips.rewritten(script);
        }
        for (int left = any.below(10); left > 3; left -= 3) {
            script = slips.slip(script, statements.statement());
        }
        return script;
    }
}
