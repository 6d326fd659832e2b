package org.rats4j.cli.kind;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.VerificationException;

/** What a file can be: a message of one data model, or a key. */
public abstract class Kind {
  private final String name;
  private final String title;

  /**
   * Creates a kind.
   *
   * @param name the name after {@code --as}, which is that of the vector manifests
   * @param title what it is, for people
   */
  protected Kind(String name, String title) {
    this.name = Objects.requireNonNull(name, "name");
    this.title = Objects.requireNonNull(title, "title");
  }

  /** Returns the name after {@code --as}. */
  public final String name() {
    return name;
  }

  /** Returns what it is, for people. */
  public final String title() {
    return title;
  }

  /** Returns whether this build can decode it. */
  public boolean isSupported() {
    return true;
  }

  /**
   * Returns whether {@code content} looks like this kind. Looking is not trusting: the answer picks
   * a decoder, nothing else.
   */
  public abstract boolean detects(Content content);

  /**
   * Decodes {@code content} without verifying anything.
   *
   * @param lenient whether all named leniencies of the kind are allowed
   * @throws DecodingException if it is not of this kind
   */
  public abstract Decoded decode(Content content, boolean lenient) throws DecodingException;

  /**
   * Verifies {@code content}, and judges it by the policy if there is one.
   *
   * @throws DecodingException if it is not of this kind
   * @throws VerificationException if it is not what {@code checks} expect
   */
  public Decoded verify(Content content, Checks checks)
      throws DecodingException, VerificationException {
    decode(content, checks.lenient());
    throw VerificationException.of(
        VerificationException.Reason.UNPROTECTED, name + " has no signature of its own");
  }

  /**
   * Checks that {@code policy} is one for messages of this kind, which {@link #verify} then goes
   * by.
   *
   * @throws DecodingException if it is not
   */
  public void checkPolicy(PolicyFile policy) throws DecodingException {
    throw unsupported("there are no policies for " + name);
  }

  /**
   * Returns this kind, which reads messages of these profiles, too; empty if all the profiles that
   * it reads are fixed.
   */
  public Optional<Kind> accepting(List<String> profiles) {
    return Optional.empty();
  }

  /**
   * Returns {@code content} in another notation.
   *
   * @throws DecodingException if it is not of this kind, or has no such notation
   */
  public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
    decode(content, lenient);
    throw unsupported(
        name + " cannot be written as " + to.name().toLowerCase(java.util.Locale.ROOT));
  }

  /**
   * Returns {@code content}, which is not signed yet, in a signed envelope.
   *
   * @throws DecodingException if it is not of this kind, or has no such envelope
   */
  public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
    decode(content, false);
    throw unsupported(
        name + " cannot be signed as " + to.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** Returns whether {@code content} looks like DER or PEM, and decodes. */
  final boolean decodesDer(Content content) {
    if (!content.looksLikeDer() && !content.looksLikePem()) {
      return false;
    }
    try {
      decode(content, true);
      return true;
    } catch (DecodingException e) {
      return false;
    }
  }

  static DecodingException unsupported(String detail) {
    return DecodingException.of(Reason.UNSUPPORTED, "", detail);
  }

  @Override
  public final String toString() {
    return name;
  }
}
