package org.rats4j.eat;

import java.util.List;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;

/** The signed message around a set of claims. */
interface SignedMessage {
  EatEnvelope envelope();

  /** Returns the claims, encoded; nobody vouches for them. */
  Bytes payload();

  /** Returns what the headers say of the key; of several signers, the first. */
  KeyHints keyHints();

  /** Returns what the headers say of the keys of all signers. */
  default List<KeyHints> allKeyHints() {
    return List.of(keyHints());
  }

  /** Returns whether tag 61 stands in front. */
  boolean hasCwtTag();

  /** Returns whether the protected headers of a CWT say that it is one. */
  default boolean hasContentType() {
    return false;
  }

  /** Returns the items inside the message whose encoding a profile may have rules for. */
  List<Bytes> encodedParts();

  /** Returns what was remarked of the headers. */
  List<Finding> findings();

  /** Verifies signature and headers. */
  Accepted verify(KeyResolver keys, Set<Long> algorithms, DecodeOptions options)
      throws VerificationException;

  /** What was verified: with which key and algorithm. */
  record Accepted(VerificationKey key, long algorithm) {}
}
