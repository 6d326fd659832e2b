package org.rats4j.expat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/**
 * The exported authenticators of one TLS connection, in both directions (RFC 9261).
 *
 * <pre>{@code
 * AuthenticatorRequest request = ours.request(RequestOptions.ATTESTED);      // send request.encoded()
 * Bytes answer = theirs.authenticate(theirs.accept(received), identities, provider);
 * Authenticator peer = ours.validate(request, answer, chainValidator).authenticator();
 * AttestedAuthenticator attested = ours.appraise(peer, BACKGROUND_CHECK, appraiser);
 * }</pre>
 *
 * <p>Holds the state of the connection: which contexts were used, which requests are open. After
 * the first exception it is closed for good, and the connection must be closed with it. Safe for
 * use by several threads; no lock is held while a signer, provider, validator or appraiser runs.
 */
public final class ExportedAuthenticators implements AutoCloseable {
  private final TlsInfo info;
  private final ExpatOptions options;
  private final Attestation attestation;
  private final AuthenticatorState state;

  private ExportedAuthenticators(
      TlsInfo info, ExpatOptions options, Attestation attestation, AuthenticatorState state) {
    this.info = info;
    this.options = options;
    this.attestation = attestation;
    this.state = state;
  }

  /**
   * Returns the authenticators of a connection whose handshake is complete; for a server that means
   * that the client's Finished was verified.
   *
   * @throws VerificationException with the code {@link ExpatCodes#TLS_VERSION} if the connection is
   *     not TLS 1.3, {@link ExpatCodes#UNKNOWN_SUITE}, {@link ExpatCodes#RESUMED} if it resumes a
   *     session or nobody knows, {@link ExpatCodes#NO_EXPORTER} if it cannot export
   */
  public static ExportedAuthenticators of(TlsExporter exporter, ExpatOptions options)
      throws VerificationException {
    TlsInfo info = exporter.info();
    SuiteHash hash = ConnectionCheck.check(info, options.fullHandshakeVouched());
    Map<TlsRole, AuthenticatorKeys> keys = new EnumMap<>(TlsRole.class);
    for (TlsRole sender : TlsRole.values()) {
      keys.put(sender, AuthenticatorKeys.of(exporter, hash, sender));
    }
    AuthenticatorState state = new AuthenticatorState(keys, options.limits().contexts());
    Attestation attestation = new Attestation(exporter, hash, options);
    return new ExportedAuthenticators(info, options, attestation, state);
  }

  /** Returns what is known of the connection. */
  public TlsInfo info() {
    return info;
  }

  /** Returns profile and limits. */
  public ExpatOptions options() {
    return options;
  }

  /**
   * Returns a request of ours, to be sent over this connection. Its first answer counts.
   *
   * @throws VerificationException with the code {@link ExpatCodes#CONTEXT_REUSED} if its context
   *     was used on this connection before, in either direction, {@link ExpatCodes#LIMIT_EXCEEDED}
   *     if too many were, {@link ExpatCodes#CLOSED}
   * @throws IllegalArgumentException if the options make no request, such as a server_name in one
   *     of a server, or a context that is too short
   */
  public AuthenticatorRequest request(RequestOptions request) throws VerificationException {
    ExpatProfile profile = options.profile();
    Bytes context = request.context().orElseGet(this::randomContext);
    if (context.size() < profile.minContextLength() && !request.isShortContextAllowed()) {
      throw new IllegalArgumentException(
          "context has less than " + profile.minContextLength() + " bytes");
    }
    AuthenticatorRequest ours =
        AuthenticatorRequest.create(info.role(), context, request.extensions(profile), profile);
    open(ours);
    return ours;
  }

  /** Expects an answer to a request of ours that exists already. */
  void open(AuthenticatorRequest ours) throws VerificationException {
    try (Attempt attempt = new Attempt()) {
      state.open(ours);
      attempt.succeed(ours);
    }
  }

  private Bytes randomContext() {
    byte[] context = new byte[options.profile().contextLength()];
    options.random().nextBytes(context);
    return Bytes.copyOf(context);
  }

  /**
   * Decodes a request of the peer and marks its context as used.
   *
   * @throws DecodingException as {@link AuthenticatorRequest#decode}
   * @throws VerificationException as {@link AuthenticatorRequest#decode}; with the code {@link
   *     ExpatCodes#CONTEXT_REUSED} if its context was used on this connection before, in either
   *     direction, {@link ExpatCodes#LIMIT_EXCEEDED} if too many were, {@link ExpatCodes#CLOSED}
   */
  public AuthenticatorRequest accept(Bytes received)
      throws DecodingException, VerificationException {
    try (Attempt attempt = new Attempt()) {
      state.checkOpen();
      AuthenticatorRequest theirs =
          AuthenticatorRequest.decode(
              received, info.role().peer(), options.profile(), options.limits());
      state.accept(theirs);
      return attempt.succeed(theirs);
    }
  }

  /**
   * Answers a request with the first of our identities that fits it, without attestation; if none
   * fits, with an empty authenticator.
   *
   * @param accepted a request that {@link #accept} returned; it gets one answer
   * @throws VerificationException with the code {@link ExpatCodes#SIGNER_FAILED} if the signer
   *     fails, {@link ExpatCodes#ATTESTATION_TOO_LARGE} if the extensions of the identity are too
   *     large, {@link ExpatCodes#CLOSED}
   * @throws IllegalStateException if the request was not accepted here, or is answered
   */
  public Bytes authenticate(AuthenticatorRequest accepted, List<Identity> identities)
      throws VerificationException {
    try (Attempt attempt = new Attempt()) {
      AuthenticatorMaker maker = answer(accepted);
      Optional<Identity> identity = IdentityChoice.of(identities, accepted);
      return made(
          attempt,
          identity.isPresent() ? maker.make(identity.get(), Optional.empty()) : maker.refuse());
    }
  }

  /**
   * Answers a request with the first of our identities that fits it, and with attestation if the
   * request offers it; if no identity fits, with an empty authenticator.
   *
   * @param accepted a request that {@link #accept} returned; it gets one answer
   * @param provider attests to the binder of this connection, this request and the chosen key
   * @throws VerificationException as {@link #authenticate(AuthenticatorRequest, List)}; with the
   *     code {@link ExpatCodes#PROVIDER_FAILED} if the provider fails or its CMW has no such form,
   *     {@link ExpatCodes#ATTESTATION_TOO_LARGE} if it does not fit into a certificate entry
   * @throws IllegalStateException if the request was not accepted here, or is answered
   */
  public Bytes authenticate(
      AuthenticatorRequest accepted, List<Identity> identities, AttestationProvider provider)
      throws VerificationException {
    Objects.requireNonNull(provider, "provider");
    try (Attempt attempt = new Attempt()) {
      AuthenticatorMaker maker = answer(accepted);
      Optional<Identity> identity = IdentityChoice.of(identities, accepted);
      if (identity.isEmpty()) {
        return made(attempt, maker.refuse());
      }
      Optional<TlsExtension> extension = Optional.empty();
      if (accepted.offersAttestation()) {
        BinderRequest binder = attestation.binder(accepted.context(), identity.get().leaf());
        extension = Optional.of(attestation.attest(binder, provider));
      }
      state.checkOpen();
      return made(attempt, maker.make(identity.get(), extension));
    }
  }

  /**
   * Answers a request with an empty authenticator.
   *
   * @throws VerificationException with the code {@link ExpatCodes#CLOSED}
   * @throws IllegalStateException if the request was not accepted here, or is answered
   */
  public Bytes refuse(AuthenticatorRequest accepted) throws VerificationException {
    try (Attempt attempt = new Attempt()) {
      return made(attempt, answer(accepted).refuse());
    }
  }

  /** Who closes meanwhile clears the keys: what was made of cleared keys does not leave. */
  private <T> T made(Attempt attempt, T answer) throws VerificationException {
    state.checkOpen();
    return attempt.succeed(answer);
  }

  private AuthenticatorMaker answer(AuthenticatorRequest accepted) throws VerificationException {
    AuthenticatorKeys keys = state.keys(info.role());
    if (!state.consumeAccepted(accepted)) {
      throw new IllegalStateException("request was not accepted here, or is answered");
    }
    return AuthenticatorMaker.answering(keys, accepted);
  }

  /**
   * Validates the answer to a request of ours. Whether good or bad, it consumes the request.
   *
   * @param ours a request that {@link #request} returned
   * @return an authenticator, whose attestation nobody has looked at, or an authentic refusal
   * @throws DecodingException as {@link Authenticator#decode} and {@link
   *     UnverifiedAuthenticator#verify}
   * @throws VerificationException as {@link UnverifiedAuthenticator#verify}; with the code {@link
   *     ExpatCodes#NOT_REQUESTED} if the request is not open, {@link ExpatCodes#CLOSED}
   */
  public AuthenticatorResult validate(
      AuthenticatorRequest ours, Bytes answer, ChainValidator chainValidator)
      throws DecodingException, VerificationException {
    Objects.requireNonNull(chainValidator, "chainValidator");
    try (Attempt attempt = new Attempt()) {
      AuthenticatorKeys keys = state.keys(info.role().peer());
      boolean requested = state.consumeSent(ours);
      Flight flight = Flight.read(answer, options.limits());
      if (!requested) {
        throw Fault.NOT_REQUESTED.verification("no request is open that this could answer");
      }
      // The context of an open request is in the set by nature, and by no other use.
      AuthenticatorResult result =
          check(keys, Offer.of(ours), context -> false, chainValidator)
              .check(UnverifiedAuthenticator.of(flight, options.limits()));
      state.checkOpen();
      state.addValid(result);
      return attempt.succeed(result);
    }
  }

  private AuthenticatorCheck check(
      AuthenticatorKeys keys, Offer offer, Predicate<Bytes> used, ChainValidator chainValidator) {
    return new AuthenticatorCheck(
        keys, info.role().peer(), offer, used, chainValidator, options.profile().extensionType());
  }

  /**
   * Has the attestation of a valid authenticator appraised, and demands that it is bound to this
   * connection, the request and the key.
   *
   * @param authenticator what {@link #validate} returned on this connection
   * @param model whether evidence or an attestation result is due
   * @throws DecodingException with the code {@link ExpatCodes#BAD_ATTESTATION} if the attestation
   *     is no CMW, or says that it is of the other model
   * @throws VerificationException with the code ATTESTATION_MISSING, APPRAISAL_REJECTED,
   *     BINDER_MISMATCH, AIK_HASH_MISMATCH, BINDER_NOT_CONFIRMED, KEY_NOT_CONFIRMED or CLOSED
   * @throws IllegalArgumentException if {@code authenticator} was validated elsewhere
   */
  public AttestedAuthenticator appraise(
      Authenticator authenticator, AttestationModel model, AttestationAppraiser appraiser)
      throws DecodingException, VerificationException {
    Objects.requireNonNull(appraiser, "appraiser");
    try (Attempt attempt = new Attempt()) {
      state.checkOpen();
      if (!state.isValid(authenticator)) {
        throw new IllegalArgumentException("authenticator was not validated on this connection");
      }
      BinderRequest expected = attestation.binder(authenticator.context(), authenticator.leaf());
      AttestationCheck check =
          new AttestationCheck(model, options.profile().passportBinding(), appraiser);
      AttestedAuthenticator attested = check.check(authenticator, expected);
      state.checkOpen();
      return attempt.succeed(attested);
    }
  }

  /**
   * Makes an authenticator that no request asks for; only on a server. It carries no attestation.
   *
   * @param context the context, never used on this connection in either direction; 0 to 255 bytes
   * @param hello what the client offered
   * @return the authenticator; empty if no identity fits
   * @throws VerificationException with the code {@link ExpatCodes#CONTEXT_REUSED}, {@link
   *     ExpatCodes#SIGNER_FAILED} or {@link ExpatCodes#CLOSED}
   * @throws IllegalStateException if our side is the client
   */
  public Optional<Bytes> authenticateSpontaneously(
      Bytes context, ClientHelloOffer hello, List<Identity> identities)
      throws VerificationException {
    requireRole(TlsRole.SERVER);
    try (Attempt attempt = new Attempt()) {
      AuthenticatorKeys keys = state.keys(TlsRole.SERVER);
      Offer offer = Offer.of(hello, options.profile());
      Optional<Identity> identity = IdentityChoice.of(identities, offer);
      if (identity.isEmpty()) {
        return attempt.succeed(Optional.empty());
      }
      state.use(context);
      AuthenticatorMaker maker = new AuthenticatorMaker(keys, offer, context);
      return made(attempt, Optional.of(maker.make(identity.get(), Optional.empty())));
    }
  }

  /**
   * Validates an authenticator of the server that we did not ask for; only on a client. A
   * connection that demands attestation has no use for it.
   *
   * @param hello what our ClientHello offered
   * @throws DecodingException as {@link #validate}; with the code {@link
   *     ExpatCodes#UNEXPECTED_MESSAGE} if it is empty, since there is nothing to refuse
   * @throws VerificationException as {@link #validate}
   * @throws IllegalStateException if our side is the server
   */
  public Authenticator validateSpontaneous(
      Bytes authenticator, ClientHelloOffer hello, ChainValidator chainValidator)
      throws DecodingException, VerificationException {
    requireRole(TlsRole.CLIENT);
    Objects.requireNonNull(chainValidator, "chainValidator");
    try (Attempt attempt = new Attempt()) {
      AuthenticatorKeys keys = state.keys(TlsRole.SERVER);
      Offer offer = Offer.of(hello, options.profile());
      Authenticator valid =
          check(keys, offer, state::isUsed, chainValidator)
              .check(Authenticator.decode(authenticator, options.limits()))
              .authenticator();
      state.use(valid.context());
      state.addValid(valid);
      return attempt.succeed(valid);
    }
  }

  private void requireRole(TlsRole role) {
    if (info.role() != role) {
      throw new IllegalStateException("only a server authenticates without being asked");
    }
  }

  /** Returns whether this was closed, by its owner or by a violation. */
  public boolean isClosed() {
    return state.isClosed();
  }

  /** Ends all exchanges and clears the keys; whatever is called later fails. */
  @Override
  public void close() {
    state.close();
  }

  /** Closes the connection unless the attempt succeeds. */
  private final class Attempt implements AutoCloseable {
    private boolean succeeded;

    <T> T succeed(T result) {
      succeeded = true;
      return result;
    }

    @Override
    public void close() {
      if (!succeeded) {
        state.close();
      }
    }
  }
}
