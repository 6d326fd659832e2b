package org.rats4j.expat.tls;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.crypto.TrustAnchors;

/** How a server answers TLS clients. Immutable. */
public final class TlsServerSettings {
  private final TlsCredentials credentials;
  private final @Nullable TrustAnchors trustAnchors;
  private final TlsOptions options;

  private TlsServerSettings(
      TlsCredentials credentials, @Nullable TrustAnchors trustAnchors, TlsOptions options) {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.trustAnchors = trustAnchors;
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
  public TlsServerSettings withTrustAnchors(TrustAnchors value) {
    return new TlsServerSettings(credentials, Objects.requireNonNull(value, "value"), options);
  }

  /** Returns these settings with other options. */
  public TlsServerSettings withOptions(TlsOptions value) {
    return new TlsServerSettings(credentials, trustAnchors, value);
  }

  /** Returns what is shown to clients. */
  public TlsCredentials credentials() {
    return credentials;
  }

  /** Returns the anchors of client certificates; empty if none is asked for. */
  public Optional<TrustAnchors> trustAnchors() {
    return Optional.ofNullable(trustAnchors);
  }

  /** Returns the options. */
  public TlsOptions options() {
    return options;
  }
}
