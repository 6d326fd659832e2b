package org.rats4j.expat.tls;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.crypto.TrustAnchors;

/** How a client opens TLS connections. There are none without trust anchors. Immutable. */
public final class TlsClientSettings {
  private final TrustAnchors trustAnchors;
  private final @Nullable TlsCredentials credentials;
  private final TlsOptions options;

  private TlsClientSettings(
      TrustAnchors trustAnchors, @Nullable TlsCredentials credentials, TlsOptions options) {
    this.trustAnchors = Objects.requireNonNull(trustAnchors, "trustAnchors");
    this.credentials = credentials;
    this.options = Objects.requireNonNull(options, "options");
  }

  /** Returns the settings for servers whose certificates lead to {@code trustAnchors}. */
  public static TlsClientSettings of(TrustAnchors trustAnchors) {
    return new TlsClientSettings(trustAnchors, null, TlsOptions.DEFAULT);
  }

  /** Returns these settings, with {@code value} for servers that ask for a certificate. */
  public TlsClientSettings withCredentials(TlsCredentials value) {
    return new TlsClientSettings(trustAnchors, Objects.requireNonNull(value, "value"), options);
  }

  /** Returns these settings with other options. */
  public TlsClientSettings withOptions(TlsOptions value) {
    return new TlsClientSettings(trustAnchors, credentials, value);
  }

  /** Returns the anchors of server certificates. */
  public TrustAnchors trustAnchors() {
    return trustAnchors;
  }

  /** Returns what is shown to a server that asks for a certificate. */
  public Optional<TlsCredentials> credentials() {
    return Optional.ofNullable(credentials);
  }

  /** Returns the options. */
  public TlsOptions options() {
    return options;
  }
}
