package org.rats4j.core.json;

/** Null. */
public record JsonNull() implements JsonValue {}
