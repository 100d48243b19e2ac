package dev.palindrome.schema.compare;

import java.util.Optional;

/** When two values of a property say the same. */
public enum ValueComparison {
    /** As they are. */
    EXACT {
        @Override
        String comparable(String value, NameRule names) {
            return value;
        }
    },
    /** Names compare as the database compares them. */
    NAMES {
        @Override
        String comparable(String value, NameRule names) {
            return names.key(value);
        }
    },
    /** What differs only in white space, brackets or needless parentheses is the same; SQL Server rewrites them. */
    EXPRESSION {
        @Override
        String comparable(String value, NameRule names) {
            return ExpressionText.comparable(value, names);
        }
    },
    /** White space and how the heading is written do not count. */
    MODULE {
        @Override
        String comparable(String value, NameRule names) {
            return ModuleText.comparable(value, names);
        }

        @Override
        public Optional<String> littleDifference(String one, String other) {
            return ModuleText.littleDifference(one, other);
        }
    };

    abstract String comparable(String value, NameRule names);

    /**
     * What is told of two values that are not the same, where they differ in little.
     *
     * @param one a value
     * @param other another one
     * @return a part of a sentence; empty where more differs, or where it is seen anyway
     */
    public Optional<String> littleDifference(String one, String other) {
        return Optional.empty();
    }

    boolean same(String one, String other, NameRule names) {
        return one.equals(other) || comparable(one, names).equals(comparable(other, names));
    }
}
