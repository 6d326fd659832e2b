package org.rats4j.verifier;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.MediaType;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.SecureChannelAssertion;

/** Evidence, and how a verifier can tell that it is fresh. */
public final class AppraisalRequest {
  private static final MediaType WRAPPER = MediaType.of("application/cmw+cbor");

  private final Bytes evidence;
  private final @Nullable MediaType type;
  private final @Nullable Bytes nonce;
  private final @Nullable Bytes resultNonce;
  private final @Nullable Duration maxAge;
  private final @Nullable SecureChannelAssertion channel;

  private AppraisalRequest(Builder builder) {
    evidence = builder.evidence;
    type = builder.type;
    nonce = builder.nonce;
    resultNonce = builder.resultNonce == null ? builder.nonce : builder.resultNonce;
    maxAge = builder.maxAge;
    channel = builder.channel;
  }

  /**
   * Returns a builder.
   *
   * @param evidence a conceptual message wrapper with evidence in it, or evidence alone
   */
  public static Builder builder(Bytes evidence) {
    return new Builder(evidence);
  }

  /**
   * Returns a builder, for a caller who has decoded the wrapper, such as an end of attested TLS. It
   * goes into the request in CBOR, a form that every wrapper has.
   *
   * @param evidence the wrapper with the evidence in it
   */
  public static Builder builder(Cmw evidence) {
    Builder builder = new Builder(encoded(evidence));
    builder.type = WRAPPER;
    builder.wrapped = true;
    return builder;
  }

  private static Bytes encoded(Cmw evidence) {
    try {
      return evidence.encode(CmwForm.CBOR);
    } catch (DecodingException e) {
      throw new IllegalStateException("every wrapper has a form in CBOR", e);
    }
  }

  /** Returns the evidence as it was received, or the wrapper in CBOR. */
  public Bytes evidence() {
    return evidence;
  }

  /** Returns what it came as; empty if its first bytes are to tell. */
  public Optional<MediaType> type() {
    return Optional.ofNullable(type);
  }

  /** Returns the nonce that the evidence has to have. */
  public Optional<Bytes> nonce() {
    return Optional.ofNullable(nonce);
  }

  /** Returns the nonce that the result will have. */
  public Optional<Bytes> resultNonce() {
    return Optional.ofNullable(resultNonce);
  }

  /** Returns how old the evidence may be by its own word. */
  public Optional<Duration> maxAge() {
    return Optional.ofNullable(maxAge);
  }

  /** Returns the channel that protected the evidence, in place of a signature. */
  public Optional<SecureChannelAssertion> channel() {
    return Optional.ofNullable(channel);
  }

  /** Builds {@link AppraisalRequest}. Not safe for use by several threads. */
  public static final class Builder {
    private final Bytes evidence;
    private @Nullable MediaType type;
    private @Nullable Bytes nonce;
    private @Nullable Bytes resultNonce;
    private @Nullable Duration maxAge;
    private @Nullable SecureChannelAssertion channel;
    private boolean wrapped;
    private boolean freshnessHandledElsewhere;

    private Builder(Bytes evidence) {
      this.evidence = Objects.requireNonNull(evidence, "evidence");
    }

    /**
     * Says what the evidence came as.
     *
     * @throws IllegalStateException if the evidence is a decoded wrapper, which says it itself
     */
    public Builder type(MediaType value) {
      if (wrapped) {
        throw new IllegalStateException("the wrapper says what is in it");
      }
      type = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Says what the evidence came as, in the words of the message around it, such as the
     * Content-Type of HTTP.
     *
     * @throws DecodingException if it is not a media type
     * @throws IllegalStateException if the evidence is a decoded wrapper, which says it itself
     */
    public Builder type(String value) throws DecodingException {
      MediaType said;
      try {
        said = MediaType.of(value);
      } catch (IllegalArgumentException e) {
        throw DecodingException.of(Reason.INVALID_VALUE, "", "the type is not a media type");
      }
      return type(said);
    }

    /**
     * Demands this nonce of the evidence; the result has it, too, unless another one is set.
     *
     * @throws IllegalArgumentException if it has less than 8 or more than 64 bytes
     */
    public Builder nonce(Bytes value) {
      nonce = checked(value);
      return this;
    }

    /**
     * Sets the nonce of the result: that of a relying party that asked for it.
     *
     * @throws IllegalArgumentException if it has less than 8 or more than 64 bytes
     */
    public Builder resultNonce(Bytes value) {
      resultNonce = checked(value);
      return this;
    }

    private static Bytes checked(Bytes nonce) {
      return Nonce.ofBytes(nonce).bytes().orElseThrow();
    }

    /** Demands that the evidence says when it was made, and that this is not longer ago. */
    public Builder maxAge(Duration value) {
      maxAge = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Accepts claims without signature (UCCS and UJCS of RFC 9781), since the channel over which
     * they came protected them; without this they are refused. They count as said by the peer of
     * the channel, and the standard policy recognizes no instance by them.
     */
    public Builder receivedOver(SecureChannelAssertion value) {
      channel = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Says that something outside makes sure that the evidence is fresh. */
    public Builder freshnessHandledElsewhere() {
      freshnessHandledElsewhere = true;
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalStateException if nothing makes sure that the evidence is fresh
     */
    public AppraisalRequest build() {
      if (nonce == null && maxAge == null && !freshnessHandledElsewhere) {
        throw new IllegalStateException(
            "nothing makes sure that the evidence is fresh: demand a nonce or a maximum age, or say"
                + " that freshness is handled elsewhere");
      }
      return new AppraisalRequest(this);
    }
  }
}
