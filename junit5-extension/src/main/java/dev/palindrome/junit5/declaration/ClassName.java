package dev.palindrome.junit5.declaration;

/** A class's name as messages and databases carry it: without the package, nested classes behind their outer ones. */
public final class ClassName {

    private ClassName() {}

    public static String of(Class<?> type) {
        return type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
    }
}
