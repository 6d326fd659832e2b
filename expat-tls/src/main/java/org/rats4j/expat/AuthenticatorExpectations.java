package org.rats4j.expat;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsRole;

/** What an authenticator of the peer must be, for callers who keep the state of a connection. */
public final class AuthenticatorExpectations {
  private final TlsExporter exporter;
  private final ExpatOptions options;
  private final Offer offer;
  private final Set<Bytes> usedContexts;
  private final ChainValidator chainValidator;

  private AuthenticatorExpectations(Builder builder, Offer offer) {
    this.offer = offer;
    exporter = Objects.requireNonNull(builder.exporter, "exporter");
    options = Objects.requireNonNull(builder.options, "options");
    chainValidator = Objects.requireNonNull(builder.chainValidator, "chainValidator");
    usedContexts = Set.copyOf(builder.usedContexts);
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  AuthenticatorCheck check() throws VerificationException {
    SuiteHash hash = ConnectionCheck.check(exporter.info(), options.fullHandshakeVouched());
    TlsRole sender = exporter.info().role().peer();
    return new AuthenticatorCheck(
        AuthenticatorKeys.of(exporter, hash, sender),
        sender,
        offer,
        usedContexts::contains,
        chainValidator,
        options.profile().extensionType());
  }

  /** Builds {@link AuthenticatorExpectations}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable TlsExporter exporter;
    private @Nullable ExpatOptions options;
    private @Nullable AuthenticatorRequest request;
    private @Nullable ClientHelloOffer clientHello;
    private @Nullable ChainValidator chainValidator;
    private Set<Bytes> usedContexts = Set.of();

    private Builder() {}

    /** Sets our side of the connection; required. */
    public Builder exporter(TlsExporter value) {
      exporter = value;
      return this;
    }

    /** Sets profile and limits; required. */
    public Builder options(ExpatOptions value) {
      options = value;
      return this;
    }

    /** Sets the request of ours, as it was sent. */
    public Builder request(AuthenticatorRequest value) {
      request = value;
      return this;
    }

    /** Takes an authenticator of a server that nobody asked for; instead of a request. */
    public Builder spontaneous(ClientHelloOffer value) {
      clientHello = value;
      return this;
    }

    /** Sets the contexts of earlier authenticators of this connection, in both directions. */
    public Builder usedContexts(Set<Bytes> value) {
      usedContexts = value;
      return this;
    }

    /** Sets what the chain must be; required. */
    public Builder chainValidator(ChainValidator value) {
      chainValidator = value;
      return this;
    }

    /**
     * Returns the expectations.
     *
     * @throws IllegalArgumentException if there is not exactly one of request and ClientHello, the
     *     request was not made by our side, or our side is a server and nobody asked
     * @throws NullPointerException if another required part is missing
     */
    public AuthenticatorExpectations build() {
      TlsRole us = Objects.requireNonNull(exporter, "exporter").info().role();
      ExpatProfile profile = Objects.requireNonNull(options, "options").profile();
      Optional<Offer> asked =
          Optional.ofNullable(request).filter(made -> made.requester() == us).map(Offer::of);
      Optional<Offer> hello =
          Optional.ofNullable(clientHello)
              .filter(offered -> us == TlsRole.CLIENT)
              .map(offered -> Offer.of(offered, profile));
      if (asked.isPresent() == hello.isPresent()) {
        throw new IllegalArgumentException(
            "there must be either a request of ours, or a ClientHello of ours");
      }
      return new AuthenticatorExpectations(this, asked.or(() -> hello).get());
    }
  }
}
