package org.rats4j.expat;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.crypto.TrustAnchors;

/** How a server answers TLS clients. Immutable. */
public final class TlsServerSettings {
  private final TlsCredentials credentials;
  private final @Nullable TrustAnchors clientAnchors;
  private final TlsOptions options;

  private TlsServerSettings(
      TlsCredentials credentials, @Nullable TrustAnchors clientAnchors, TlsOptions options) {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.clientAnchors = clientAnchors;
    this.options = Objects.requireNonNull(options, "options");
  }

  /** Returns the settings of a server that shows {@code credentials} to anybody. */
  public static TlsServerSettings of(TlsCredentials credentials) {
    return new TlsServerSettings(credentials, null, TlsOptions.DEFAULT);
  }

  /**
   * Returns these settings for clients that have a certificate which leads to {@code value} (mutual
   * TLS); others are refused.
   */
  public TlsServerSettings withClientAnchors(TrustAnchors value) {
    return new TlsServerSettings(credentials, Objects.requireNonNull(value, "value"), options);
  }

  /** Returns these settings with other options. */
  public TlsServerSettings withOptions(TlsOptions value) {
    return new TlsServerSettings(credentials, clientAnchors, value);
  }

  /** Returns what is shown to clients. */
  public TlsCredentials credentials() {
    return credentials;
  }

  /** Returns the anchors of client certificates; empty if none is asked for. */
  public Optional<TrustAnchors> clientAnchors() {
    return Optional.ofNullable(clientAnchors);
  }

  /** Returns the options. */
  public TlsOptions options() {
    return options;
  }
}
