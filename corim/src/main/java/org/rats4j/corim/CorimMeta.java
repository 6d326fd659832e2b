package org.rats4j.corim;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a CoRIM, and for how long that counts (COSE header 8).
 *
 * <pre>{@code
 * corim-meta-map = {
 *   &(signer: 0) => corim-signer-map
 *   ? &(signature-validity: 1) => validity-map
 * }
 * corim-signer-map = {
 *   &(signer-name: 0) => text
 *   ? &(signer-uri: 1) => uri
 *   * $$corim-signer-map-extension
 * }
 * }</pre>
 */
public final class CorimMeta {
  private final String signerName;
  private final @Nullable String signerUri;
  private final RawEntries signerExtensions;
  private final @Nullable Validity validity;
  private final RawEntries unknown;

  private CorimMeta(
      String signerName,
      @Nullable String signerUri,
      RawEntries signerExtensions,
      @Nullable Validity validity,
      RawEntries unknown) {
    this.signerName = Objects.requireNonNull(signerName, "signerName");
    this.signerUri = signerUri;
    this.signerExtensions = Objects.requireNonNull(signerExtensions, "signerExtensions");
    this.validity = validity;
    this.unknown = Objects.requireNonNull(unknown, "unknown");
  }

  /** Returns the data of a signer of this name. */
  public static CorimMeta of(String signerName) {
    return new CorimMeta(signerName, null, RawEntries.EMPTY, null, RawEntries.EMPTY);
  }

  /** Returns these data with a URI of the signer. */
  public CorimMeta withSignerUri(String uri) {
    Objects.requireNonNull(uri, "uri");
    return new CorimMeta(signerName, uri, signerExtensions, validity, unknown);
  }

  /** Returns these data with these extensions of the signer in place of others. */
  public CorimMeta withSignerExtensions(RawEntries entries) {
    return new CorimMeta(signerName, signerUri, entries, validity, unknown);
  }

  /** Returns these data with the time in which the signature counts. */
  public CorimMeta withValidity(Validity validity) {
    Objects.requireNonNull(validity, "validity");
    return new CorimMeta(signerName, signerUri, signerExtensions, validity, unknown);
  }

  /** Returns these data with entries that a newer draft defines. */
  public CorimMeta withUnknown(RawEntries entries) {
    return new CorimMeta(signerName, signerUri, signerExtensions, validity, entries);
  }

  /** Returns the name of the signer. */
  public String signerName() {
    return signerName;
  }

  /** Returns the URI of the signer. */
  public Optional<String> signerUri() {
    return Optional.ofNullable(signerUri);
  }

  /** Returns the entries of the signer that the specification does not define. */
  public RawEntries signerExtensions() {
    return signerExtensions;
  }

  /** Returns when the signature counts; empty if the signer does not say. */
  public Optional<Validity> validity() {
    return Optional.ofNullable(validity);
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CorimMeta other
        && signerName.equals(other.signerName)
        && Objects.equals(signerUri, other.signerUri)
        && signerExtensions.equals(other.signerExtensions)
        && Objects.equals(validity, other.validity)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return Objects.hash(signerName, signerUri, validity);
  }

  @Override
  public String toString() {
    return signerName
        + (signerUri == null ? "" : " <" + signerUri + ">")
        + (validity == null ? "" : " " + validity);
  }
}
