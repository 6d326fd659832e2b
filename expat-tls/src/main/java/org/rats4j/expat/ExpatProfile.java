package org.rats4j.expat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What draft-fossati-seat-expat-03 leaves open. Both sides must have the same profile: another
 * label shows as {@link ExpatCodes#BINDER_MISMATCH}. Nothing of it is ever taken from the peer.
 *
 * @param extensionType the number of {@code cmw_attestation}, 0 to 65535; none is assigned yet
 * @param binderLabel the label of the exported value, 1 to 249 characters of ASCII
 * @param exportLength how many bytes are exported, 32 to 255
 * @param keyEncoding which bytes stand for the key of the leaf
 * @param minContextLength how many bytes the context of a request of ours has at least, 0 to 255
 * @param contextLength how many bytes a context has that we choose ourselves, up to 255
 * @param signatureSchemes what our requests offer, of {@link SignatureScheme#ALL}, the preferred
 *     one first
 * @param passportBinding what binds an attestation result to the connection
 */
public record ExpatProfile(
    int extensionType,
    String binderLabel,
    int exportLength,
    KeyEncoding keyEncoding,
    int minContextLength,
    int contextLength,
    List<Integer> signatureSchemes,
    PassportBinding passportBinding) {
  /** A number for private use: a placeholder until one is assigned. */
  public static final int PLACEHOLDER_TYPE = 0xff00;

  private static final int LABEL_MAX = 249;
  private static final int EXPORT_MIN = 32;
  private static final int CONTEXT_MAX = 255;

  /**
   * Creates a profile.
   *
   * @throws IllegalArgumentException if a value is out of its range, or {@code extensionType} is
   *     one of the extensions that RFC 8446 and RFC 9261 name
   */
  public ExpatProfile {
    Objects.requireNonNull(binderLabel, "binderLabel");
    Objects.requireNonNull(keyEncoding, "keyEncoding");
    Objects.requireNonNull(passportBinding, "passportBinding");
    signatureSchemes = List.copyOf(signatureSchemes);
    range("extensionType", extensionType, 0, 0xffff);
    range("length of binderLabel", binderLabel.length(), 1, LABEL_MAX);
    range("exportLength", exportLength, EXPORT_MIN, CONTEXT_MAX);
    range("minContextLength", minContextLength, 0, CONTEXT_MAX);
    range("contextLength", contextLength, minContextLength, CONTEXT_MAX);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(binderLabel)) {
      throw new IllegalArgumentException("binderLabel is not ASCII");
    }
    if (signatureSchemes.isEmpty() || !SignatureScheme.ALL.containsAll(signatureSchemes)) {
      throw new IllegalArgumentException("signatureSchemes are not some of SignatureScheme.ALL");
    }
    if (RequestExtensions.isKnown(extensionType)) {
      throw new IllegalArgumentException("extensionType has another meaning: " + extensionType);
    }
  }

  /** Returns the profile of draft -03, with a number that both sides agreed on. */
  public static ExpatProfile draft03(int extensionType) {
    return builder(extensionType).build();
  }

  /**
   * Returns the profile of the Go implementation cocos. Its exported authenticators and binders are
   * ours; what it carries in them is a JSON object of its own, no CMW.
   */
  public static ExpatProfile cocos() {
    return draft03(PLACEHOLDER_TYPE);
  }

  /** Returns a builder with the values of draft -03. */
  public static Builder builder(int extensionType) {
    return new Builder(extensionType);
  }

  private static void range(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " is not in " + min + ".." + max + ": " + value);
    }
  }

  /** Builds {@link ExpatProfile}. Not safe for use by several threads. */
  public static final class Builder {
    private final int extensionType;
    private String binderLabel = "Attestation";
    private int exportLength = 32;
    private KeyEncoding keyEncoding = KeyEncoding.SPKI_DER;
    private int minContextLength = 8;
    private int contextLength = 32;
    private List<Integer> signatureSchemes = SignatureScheme.DEFAULT;
    private PassportBinding passportBinding = PassportBinding.NONCE_OR_KEY;

    private Builder(int extensionType) {
      this.extensionType = extensionType;
    }

    /** Sets the label of the exported value; {@code Attestation} by default. */
    public Builder binderLabel(String value) {
      binderLabel = value;
      return this;
    }

    /** Sets how many bytes are exported; 32 by default, whatever the suite. */
    public Builder exportLength(int value) {
      exportLength = value;
      return this;
    }

    /** Sets which bytes stand for the key; {@link KeyEncoding#SPKI_DER} by default. */
    public Builder keyEncoding(KeyEncoding value) {
      keyEncoding = value;
      return this;
    }

    /** Sets how many bytes the context of a request of ours has at least; 8 by default. */
    public Builder minContextLength(int value) {
      minContextLength = value;
      return this;
    }

    /** Sets how many bytes a context has that we choose ourselves; 32 by default. */
    public Builder contextLength(int value) {
      contextLength = value;
      return this;
    }

    /** Sets what requests offer; {@link SignatureScheme#DEFAULT} by default. */
    public Builder signatureSchemes(List<Integer> value) {
      signatureSchemes = value;
      return this;
    }

    /** Sets what binds a result; {@link PassportBinding#NONCE_OR_KEY} by default. */
    public Builder passportBinding(PassportBinding value) {
      passportBinding = value;
      return this;
    }

    /**
     * Takes attestation results that nothing binds to the connection: {@link
     * PassportBinding#UNBOUND}.
     */
    public Builder allowUnboundAttestationResults() {
      return passportBinding(PassportBinding.UNBOUND);
    }

    /**
     * Returns the profile.
     *
     * @throws IllegalArgumentException as the constructor says
     */
    public ExpatProfile build() {
      return new ExpatProfile(
          extensionType,
          binderLabel,
          exportLength,
          keyEncoding,
          minContextLength,
          contextLength,
          signatureSchemes,
          passportBinding);
    }
  }
}
