package dev.palindrome.roundtrip.rows;

import java.math.BigInteger;

/** What the capacity of a column is about. SQL is such as both engines take without the T-SQL front. */
enum CapacityKind {
    /** Characters. */
    TEXT("A text of more than %s characters in ") {
        @Override
        String literal(BigInteger size) {
            return "'" + "x".repeat(size.intValueExact()) + "'";
        }

        @Override
        String isBeyond(String column, BigInteger most) {
            return "LEN(" + column + ") > " + most;
        }
    },

    /** Bytes. LEN takes them, too (Microsoft: len-transact-sql). */
    BINARY("A value of more than %s bytes in ") {
        @Override
        String literal(BigInteger size) {
            return "0x" + "01".repeat(size.intValueExact());
        }

        @Override
        String isBeyond(String column, BigInteger most) {
            return TEXT.isBeyond(column, most);
        }
    },

    /** Whole numbers. */
    NUMBER("A number above %s in ") {
        @Override
        String literal(BigInteger size) {
            return size.toString();
        }

        @Override
        String isBeyond(String column, BigInteger most) {
            // H2 does not compare a BIT with a number.
            return most.equals(BigInteger.ONE) ? "CAST(" + column + " AS INT) > 1" : column + " > " + most;
        }
    },

    /** How many digits of a second a time of day has. */
    TIME_OF_DAY("A time finer than %s in ") {
        @Override
        String literal(BigInteger digits) {
            return "'04:05:06" + fraction(digits.intValueExact()) + "'";
        }

        @Override
        String isBeyond(String column, BigInteger most) {
            return "CAST(" + column + " AS TIME(7)) = " + literal(most.add(BigInteger.ONE));
        }

        @Override
        String value(BigInteger most) {
            return words.formatted(unit(most.intValueExact()));
        }
    },

    /** How fine a moment is: a day, a minute, a second, a tenth of it … In the form that no setting changes. */
    DATE_TIME("A time finer than %s in ") {
        @Override
        String literal(BigInteger fineness) {
            int finer = fineness.intValueExact();
            String time = finer == 0 ? "00:00:00" : finer == 1 ? "04:05:00" : "04:05:06" + fraction(finer - SECOND);
            return "'2001-02-03T" + time + "'";
        }

        @Override
        String isBeyond(String column, BigInteger most) {
            return "CAST(" + column + " AS DATETIME2(7)) = " + literal(most.add(BigInteger.ONE));
        }

        @Override
        String value(BigInteger most) {
            int fineness = most.intValueExact();
            return words.formatted(fineness == 0 ? "a day" : fineness == 1 ? "a minute" : unit(fineness - SECOND));
        }
    };

    /** The fineness of a moment with whole seconds, after that with days and that with minutes. */
    static final int SECOND = 2;

    final String words;

    CapacityKind(String words) {
        this.words = words;
    }

    /** A value of this size. */
    abstract String literal(BigInteger size);

    /** A condition that holds where a column has kept a value that is greater by one. */
    abstract String isBeyond(String column, BigInteger most);

    /** How a value that is greater by one is named, in front of its place. */
    String value(BigInteger most) {
        return words.formatted(most);
    }

    private static String fraction(int digits) {
        return digits == 0 ? "" : "." + "1".repeat(digits);
    }

    private static String unit(int digits) {
        return digits == 0 ? "a second" : "0." + "0".repeat(digits - 1) + "1 seconds";
    }
}
