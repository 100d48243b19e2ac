package dev.palindrome.junit5;

/** A class's name as messages and databases carry it: without the package, nested classes behind their outer ones. */
final class ClassName {

    private ClassName() {}

    static String of(Class<?> type) {
        return type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
    }
}
