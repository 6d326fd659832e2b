package org.rats4j.eat;

import java.util.List;
import java.util.stream.Stream;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;

/**
 * A detached EAT bundle that was verified (RFC 9711, section 5): a token, and claims-sets that
 * travel beside it and are bound to it by their digests.
 *
 * <pre>{@code
 * Detached-EAT-Bundle = [ main-token : Nested-Token, detached-claims-sets: { + label => set } ]
 * }</pre>
 *
 * <pre>{@code
 * DetachedEatBundle bundle =
 *     DetachedEatBundle.decode(bytes, EatOptions.STRICT).verify(expectations);
 * EatNode tee = bundle.token().node("submods/TEE").orElseThrow();
 * }</pre>
 *
 * <p>New bundles are made from claims-sets and a signer:
 *
 * <pre>{@code
 * Bytes bundle =
 *     DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", tee).sign(claims, signer);
 * }</pre>
 */
public final class DetachedEatBundle {
  private final Bytes encoded;
  private final Encoding encoding;
  private final Eat token;
  private final List<Finding> findings;

  DetachedEatBundle(Bytes encoded, Encoding encoding, Eat token, List<Finding> findings) {
    this.encoded = encoded;
    this.encoding = encoding;
    this.token = token;
    this.findings = Stream.concat(findings.stream(), token.findings().stream()).toList();
  }

  /**
   * Decodes exactly one bundle in CBOR, whose tag 602 may be missing, or in JSON.
   *
   * @throws DecodingException if {@code bytes} are anything else, or the main token is a bundle or
   *     has no signature
   */
  public static UnverifiedDetachedEatBundle decode(byte[] bytes, DecodeOptions options)
      throws DecodingException {
    return decode(Bytes.copyOf(bytes), options);
  }

  /**
   * Decodes exactly one bundle in CBOR, whose tag 602 may be missing, or in JSON.
   *
   * @throws DecodingException if {@code bytes} are anything else, or the main token is a bundle or
   *     has no signature
   */
  public static UnverifiedDetachedEatBundle decode(Bytes bytes, DecodeOptions options)
      throws DecodingException {
    return decode(bytes, ClaimRegistry.EAT, DetachedValueDecoder.CLAIMS_SETS, options);
  }

  /**
   * Decodes exactly one bundle in CBOR, whose tag 602 may be missing, or in JSON.
   *
   * @param registry the claims that are checked at once
   * @param values reads what is beside the main token in JSON, if that is not as RFC 9711 has it
   * @throws DecodingException if {@code bytes} are anything else, or the main token is a bundle or
   *     has no signature
   */
  public static UnverifiedDetachedEatBundle decode(
      Bytes bytes, ClaimRegistry registry, DetachedValueDecoder values, DecodeOptions options)
      throws DecodingException {
    Encoding encoding =
        EatEnvelopeDetector.detect(bytes) == EatEnvelopeDetector.Form.JSON_BUNDLE
            ? Encoding.JSON
            : Encoding.CBOR;
    return new BundleDecoder(new EatDecoder(options, registry), values).decode(bytes, encoding, 0);
  }

  /** Returns a builder of a bundle in {@code encoding}. */
  public static DetachedEatBundleBuilder builder(Encoding encoding) {
    return new DetachedEatBundleBuilder(encoding);
  }

  /**
   * Returns the main token. The nodes of its submodules show the claims-sets that came beside it.
   */
  public Eat token() {
    return token;
  }

  /** Returns the encoding of the bundle, which its main token need not have. */
  public Encoding encoding() {
    return encoding;
  }

  /** Returns what was remarked while decoding and verifying. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the bundle as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns whether {@code o} is the same bundle, byte for byte, verified with one outcome. */
  @Override
  public boolean equals(Object o) {
    return o instanceof DetachedEatBundle other
        && encoded.equals(other.encoded)
        && findings.equals(other.findings);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** Returns the main token without the values that identify a device or a message. */
  @Override
  public String toString() {
    return "DetachedEatBundle[" + token + "]";
  }
}
