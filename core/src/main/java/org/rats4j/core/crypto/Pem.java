package org.rats4j.core.crypto;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * A block of the textual encoding of certificates and keys (RFC 7468).
 *
 * @param label what stands behind BEGIN, such as {@link #CERTIFICATE}
 * @param content the decoded bytes, which nobody has looked at yet
 */
public record Pem(String label, Bytes content) {
  /** A SubjectPublicKeyInfo. */
  public static final String PUBLIC_KEY = "PUBLIC KEY";

  /** A PrivateKeyInfo (PKCS#8), not encrypted. */
  public static final String PRIVATE_KEY = "PRIVATE KEY";

  /** An X.509 certificate. */
  public static final String CERTIFICATE = "CERTIFICATE";

  /** An ECPrivateKey (RFC 5915). */
  public static final String EC_PRIVATE_KEY = "EC PRIVATE KEY";

  private static final String ENCRYPTED_PRIVATE_KEY = "ENCRYPTED PRIVATE KEY";
  private static final String PATH = "pem";
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int LINE = 64;

  /** Possessive, since a group that may give back repeats by recursion. */
  private static final Pattern LABEL = Pattern.compile("[!-,.-~]++(?:[- ][!-,.-~]++)*+");

  /**
   * Creates a block.
   *
   * @throws IllegalArgumentException if {@code label} is not one of RFC 7468
   */
  public Pem {
    Objects.requireNonNull(content, "content");
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException("not a label of PEM");
    }
  }

  /**
   * Decodes all blocks of {@code text}, at least one. Lines outside of blocks are ignored.
   *
   * @throws DecodingException with UNSUPPORTED if a block has headers, as encrypted keys have; with
   *     NOT_WELL_FORMED if there is no block, or one does not end or is not in strict base64
   */
  public static List<Pem> decode(Bytes text, DecodeOptions options) throws DecodingException {
    if (text.size() > options.inputBytes()) {
      throw fail(Reason.LIMIT_EXCEEDED, "more than " + options.inputBytes() + " bytes");
    }
    // Bytes beyond ASCII stay what they are, one character each: they are legal outside of blocks.
    String latin = new String(text.toByteArray(), StandardCharsets.ISO_8859_1);
    List<Pem> blocks = new ArrayList<>();
    String label = null;
    StringBuilder body = new StringBuilder();
    for (String line : (Iterable<String>) latin.lines()::iterator) {
      if (label == null) {
        label = labelOf(line, BEGIN);
      } else if (line.startsWith(DASHES)) {
        if (!label.equals(labelOf(line, END))) {
          throw fail(Reason.NOT_WELL_FORMED, "END does not belong to BEGIN");
        }
        blocks.add(new Pem(label, base64(body.toString())));
        label = null;
        body.setLength(0);
      } else if (line.indexOf(':') >= 0) {
        throw fail(Reason.UNSUPPORTED, "block has headers; encrypted keys are not supported");
      } else {
        body.append(line);
      }
    }
    if (label != null) {
      throw fail(Reason.NOT_WELL_FORMED, "block does not end");
    }
    if (blocks.isEmpty()) {
      throw fail(Reason.NOT_WELL_FORMED, "no block");
    }
    return List.copyOf(blocks);
  }

  /**
   * Returns the first public key in {@code text}; other blocks are ignored, certificates too.
   *
   * @throws DecodingException if {@code text} is no PEM, or has no block {@link #PUBLIC_KEY} with a
   *     key that {@link EncodedKeys#publicKey} knows
   */
  public static PublicKey publicKey(String text) throws DecodingException {
    for (Pem block : decode(Bytes.ofUtf8(text), DecodeOptions.STRICT)) {
      if (block.label.equals(PUBLIC_KEY)) {
        return EncodedKeys.publicKey(block.content);
      }
    }
    throw fail(Reason.UNEXPECTED_STRUCTURE, "no block is a PUBLIC KEY");
  }

  /**
   * Returns the first private key in {@code text}; other blocks are ignored.
   *
   * @throws DecodingException if {@code text} is no PEM, or has no block {@link #PRIVATE_KEY} or
   *     {@link #EC_PRIVATE_KEY} with a key that {@link EncodedKeys} knows; also if the key is
   *     encrypted
   */
  public static PrivateKey privateKey(String text) throws DecodingException {
    for (Pem block : decode(Bytes.ofUtf8(text), DecodeOptions.STRICT)) {
      switch (block.label) {
        case PRIVATE_KEY:
          return EncodedKeys.privateKey(block.content);
        case EC_PRIVATE_KEY:
          return EncodedKeys.ecPrivateKey(block.content);
        case ENCRYPTED_PRIVATE_KEY:
          throw fail(Reason.UNSUPPORTED, "key is encrypted; decrypt it first");
        default:
      }
    }
    throw fail(Reason.UNEXPECTED_STRUCTURE, "no block is a PRIVATE KEY");
  }

  /**
   * Returns all certificates in {@code text}, at least one, in their order; other blocks are
   * ignored.
   *
   * @throws DecodingException if {@code text} is no PEM, has no block {@link #CERTIFICATE}, or one
   *     that is no certificate
   */
  public static List<X509Certificate> certificates(String text) throws DecodingException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem block : decode(Bytes.ofUtf8(text), DecodeOptions.STRICT)) {
      if (block.label.equals(CERTIFICATE)) {
        certificates.add(EncodedKeys.certificate(block.content));
      }
    }
    if (certificates.isEmpty()) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, "no block is a CERTIFICATE");
    }
    return List.copyOf(certificates);
  }

  /** Returns the block as text, in lines of 64 characters. */
  public String encode() {
    String base64 = Base64.getEncoder().encodeToString(content.toByteArray());
    StringBuilder text = new StringBuilder(BEGIN).append(label).append(DASHES).append('\n');
    for (int i = 0; i < base64.length(); i += LINE) {
      text.append(base64, i, Math.min(i + LINE, base64.length())).append('\n');
    }
    return text.append(END).append(label).append(DASHES).append('\n').toString();
  }

  private static @Nullable String labelOf(String line, String boundary) throws DecodingException {
    if (!line.startsWith(boundary)) {
      return null;
    }
    String label =
        line.endsWith(DASHES) && line.length() > boundary.length() + DASHES.length()
            ? line.substring(boundary.length(), line.length() - DASHES.length())
            : "";
    if (!LABEL.matcher(label).matches()) {
      throw fail(Reason.NOT_WELL_FORMED, "boundary without label");
    }
    return label;
  }

  private static Bytes base64(String text) throws DecodingException {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw fail(Reason.NOT_WELL_FORMED, "block is not in base64");
    }
    // The decoder forgives a missing padding and unused bits.
    if (decoded.length == 0 || !Base64.getEncoder().encodeToString(decoded).equals(text)) {
      throw fail(Reason.NOT_WELL_FORMED, "block is empty or not in strict base64");
    }
    return Bytes.copyOf(decoded);
  }

  private static DecodingException fail(Reason reason, String detail) {
    return DecodingException.of(reason, PATH, detail);
  }

  /** Returns the label; the content may be a secret. */
  @Override
  public String toString() {
    return "Pem[" + label + "]";
  }
}
