package dev.palindrome.schema.change;

import dev.palindrome.schema.SchemaObject;

/** A part with the object that it belongs to. */
record OwnedPart(SchemaObject owner, SchemaObject part) {}
