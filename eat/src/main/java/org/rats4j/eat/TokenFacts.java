package org.rats4j.eat;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.crypto.KeyHints;

/**
 * What a profile has rules for beside the claims.
 *
 * @param envelope what protects the claims
 * @param hasCwtTag whether tag 61 stands in front
 * @param hasContentType whether a protected header says that it is a token
 * @param bytes how large the token is
 * @param algorithms with which algorithms, of messages inside each other the outermost first
 * @param isWrapped whether there are messages inside each other
 * @param hints what the headers say of the key
 * @param cbor the items whose encoding counts: message, protected headers, claims
 * @param options under which the token was decoded
 */
record TokenFacts(
    EatEnvelope envelope,
    boolean hasCwtTag,
    boolean hasContentType,
    int bytes,
    List<Long> algorithms,
    boolean isWrapped,
    KeyHints hints,
    List<Bytes> cbor,
    DecodeOptions options) {}
