package org.rats4j.eat;

import java.util.Objects;
import java.util.Set;
import org.rats4j.core.Encoding;
import org.rats4j.core.EncodingRule;

/**
 * What a profile demands of the token around the claims. An empty set demands nothing.
 *
 * @param encodings the encodings of claims
 * @param envelopes what may protect the claims
 * @param cwtTag whether tag 61 stands in front
 * @param algorithms the algorithms, as numbers of {@link org.rats4j.core.crypto.Algorithms}
 * @param encodingRule how narrow the encoding of CBOR has to be
 * @param keyMeans how the key is named, by one of these
 * @param contentType whether a CWT says in a protected header that it is one
 * @param maxBytes how large the token may be
 */
public record TokenRules(
    Set<Encoding> encodings,
    Set<EatEnvelope> envelopes,
    CwtTagRule cwtTag,
    Set<Long> algorithms,
    EncodingRule encodingRule,
    Set<KeyMeans> keyMeans,
    boolean contentType,
    int maxBytes) {
  /** Demands nothing. */
  public static final TokenRules ANY =
      new TokenRules(
          Set.of(),
          Set.of(),
          CwtTagRule.OPTIONAL,
          Set.of(),
          EncodingRule.ANY,
          Set.of(),
          false,
          Integer.MAX_VALUE);

  /** Creates rules. */
  public TokenRules {
    encodings = Set.copyOf(encodings);
    envelopes = Set.copyOf(envelopes);
    Objects.requireNonNull(cwtTag, "cwtTag");
    algorithms = Set.copyOf(algorithms);
    Objects.requireNonNull(encodingRule, "encodingRule");
    keyMeans = Set.copyOf(keyMeans);
  }

  /** Returns whether claims may have {@code encoding}. */
  public boolean allows(Encoding encoding) {
    return encodings.isEmpty() || encodings.contains(encoding);
  }

  /** Returns whether {@code envelope} may protect the claims. */
  public boolean allows(EatEnvelope envelope) {
    return allows(envelope.encoding()) && (envelopes.isEmpty() || envelopes.contains(envelope));
  }

  /** Returns whether {@code algorithm} may protect the claims. */
  public boolean allows(long algorithm) {
    return algorithms.isEmpty() || algorithms.contains(algorithm);
  }

  TokenRules withEncodings(Set<Encoding> value) {
    return new TokenRules(
        value, envelopes, cwtTag, algorithms, encodingRule, keyMeans, contentType, maxBytes);
  }

  TokenRules withEnvelopes(Set<EatEnvelope> value) {
    return new TokenRules(
        encodings, value, cwtTag, algorithms, encodingRule, keyMeans, contentType, maxBytes);
  }

  TokenRules withCwtTag(CwtTagRule value) {
    return new TokenRules(
        encodings, envelopes, value, algorithms, encodingRule, keyMeans, contentType, maxBytes);
  }

  TokenRules withAlgorithms(Set<Long> value) {
    return new TokenRules(
        encodings, envelopes, cwtTag, value, encodingRule, keyMeans, contentType, maxBytes);
  }

  TokenRules withEncodingRule(EncodingRule value) {
    return new TokenRules(
        encodings, envelopes, cwtTag, algorithms, value, keyMeans, contentType, maxBytes);
  }

  TokenRules withKeyMeans(Set<KeyMeans> value) {
    return new TokenRules(
        encodings, envelopes, cwtTag, algorithms, encodingRule, value, contentType, maxBytes);
  }

  TokenRules withContentType() {
    return new TokenRules(
        encodings, envelopes, cwtTag, algorithms, encodingRule, keyMeans, true, maxBytes);
  }

  TokenRules withMaxBytes(int value) {
    return new TokenRules(
        encodings, envelopes, cwtTag, algorithms, encodingRule, keyMeans, contentType, value);
  }
}
