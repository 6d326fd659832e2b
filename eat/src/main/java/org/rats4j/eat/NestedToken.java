package org.rats4j.eat;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;

/**
 * A whole token inside another one, which need not have its encoding (RFC 9711, section
 * 4.2.18.1.2). It has its own protection: that the token around it is verified binds these bytes to
 * it, and says nothing about who made them.
 *
 * <p>The bytes are kept as they were received and are not looked into before somebody asks: {@link
 * UnverifiedEat#verify} does.
 *
 * @param form what the token is
 * @param encoded the token, without the byte string, base64url or JSON-Selector around it
 */
public record NestedToken(Form form, Bytes encoded) implements Submodule {
  private static final int JWE_PARTS = 5;

  /** What a nested token is. New constants may appear in minor releases. */
  public enum Form {
    /** A CWT with tag 61. */
    CWT(Encoding.CBOR, "CBOR"),
    /** A JWT: a compact JWS, or a compact JWE, which nobody here decrypts. */
    JWT(Encoding.JSON, "JWT"),
    /** Claims in CBOR without signature, with tag 601. */
    UCCS(Encoding.CBOR, "CBOR"),
    /** Claims in JSON without signature. */
    UJCS(Encoding.JSON, "UJCS"),
    /** A detached EAT bundle in CBOR, with tag 602. */
    CBOR_BUNDLE(Encoding.CBOR, "CBOR"),
    /** A detached EAT bundle in JSON. */
    JSON_BUNDLE(Encoding.JSON, "BUNDLE");

    private final Encoding encoding;
    private final String selector;

    Form(Encoding encoding, String selector) {
      this.encoding = encoding;
      this.selector = selector;
    }

    /** Returns the encoding of the token. */
    public Encoding encoding() {
      return encoding;
    }

    /** Returns the type of the token in a JSON-Selector. */
    String selector() {
      return selector;
    }
  }

  /**
   * Creates a nested token.
   *
   * @throws IllegalArgumentException if {@code encoded} does not begin as {@code form} does
   */
  public NestedToken {
    Objects.requireNonNull(form, "form");
    if (!NestedTokenCodec.looksLike(form, encoded)) {
      throw new IllegalArgumentException("does not begin as " + form + " does");
    }
  }

  /**
   * Returns the nested form of {@code token}: a CWT with tag 61, a compact JWT, a UCCS with tag
   * 601, a UJCS, or a bundle, in CBOR with tag 602.
   *
   * @throws IllegalArgumentException if {@code token} begins as none of them does
   */
  public static NestedToken of(Bytes token) {
    for (Form form : Form.values()) {
      if (NestedTokenCodec.looksLike(form, token)) {
        return new NestedToken(form, token);
      }
    }
    throw new IllegalArgumentException("begins as no token that can be nested");
  }

  /** Returns whether the token around this one is all that protects it. */
  boolean isCovered() {
    return form == Form.UCCS || form == Form.UJCS;
  }

  boolean isBundle() {
    return form == Form.CBOR_BUNDLE || form == Form.JSON_BUNDLE;
  }

  boolean isEncrypted() {
    return form == Form.CWT
        ? EatTags.isEncryptedCwt(encoded)
        : form == Form.JWT && NestedTokenCodec.parts(encoded) == JWE_PARTS;
  }

  /** Returns the form and the size; the token may identify a device. */
  @Override
  public String toString() {
    return "NestedToken[" + form + ", " + encoded.size() + " bytes]";
  }
}
