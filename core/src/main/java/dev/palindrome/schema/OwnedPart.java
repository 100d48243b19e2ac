package dev.palindrome.schema;

/** A part with the object that it belongs to. */
record OwnedPart(SchemaObject owner, SchemaObject part) {}
