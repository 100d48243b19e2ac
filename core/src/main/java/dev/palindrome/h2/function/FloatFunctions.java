package dev.palindrome.h2.function;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * T-SQL's functions that give a FLOAT, where H2 gives what is no number or has no end. Public for H2's sake; {@link
 * H2Front#install} makes them known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/mathematical-functions-transact-sql">Mathematical functions</a>
 */
public final class FloatFunctions {

    private FloatFunctions() {}

    /**
     * Calls one of them.
     *
     * @param function its name
     * @param arguments as H2 has them
     * @return null for NULL
     * @throws SQLException 3623 where it has no value, 8134 for a negative power of 0, 8115 where a FLOAT does not hold it
     */
    public static @Nullable Double call(String function, Value... arguments) throws SQLException {
        for (Value argument : arguments) {
            if (argument.getValueType() == Value.NULL) {
                return null;
            }
        }
        double value = arguments[0].getDouble();
        double other = arguments.length > 1 ? arguments[1].getDouble() : 0;
        if (function.equals("POWER") && value == 0 && other < 0) {
            throw TsqlError.of(8134, "Divide by zero error encountered.");
        }
        double result = switch (function) {
            case "SQRT" -> Math.sqrt(value);
            case "EXP" -> Math.exp(value);
            case "LOG10" -> defined(Math.log10(value));
            case "LOG" -> defined(arguments.length > 1 ? Math.log(value) / Math.log(other) : Math.log(value));
            case "ASIN" -> Math.asin(value);
            case "ACOS" -> Math.acos(value);
            case "SQUARE" -> value * value;
            case "POWER" -> Math.pow(value, other);
            default -> throw TsqlError.needsSqlServer("The function " + function + ".");
        };
        if (Double.isNaN(result)) {
            throw TsqlError.of(3623, "An invalid floating point operation occurred.");
        }
        if (Double.isInfinite(result)) {
            throw TsqlError.of(8115, "Arithmetic overflow error converting expression to data type float.");
        }
        return result;
    }

    /** A logarithm without an end is none. */
    private static double defined(double logarithm) {
        return Double.isInfinite(logarithm) ? Double.NaN : logarithm;
    }
}
