package org.rats4j.expat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;

/**
 * What a request asks for. {@link #ATTESTED} asks for an authenticator with attestation, by a
 * context of our own choice.
 */
public final class RequestOptions {
  /** Offers attestation; a random context, the schemes of the profile, any certificate. */
  public static final RequestOptions ATTESTED = builder().build();

  private final @Nullable Bytes context;
  private final boolean shortContextAllowed;
  private final boolean attestation;
  private final List<TlsExtension> extensions;

  private RequestOptions(Builder builder) {
    context = builder.context;
    shortContextAllowed = builder.shortContextAllowed;
    attestation = builder.attestation;
    extensions = List.copyOf(builder.extensions);
  }

  /** Returns a builder with the values of {@link #ATTESTED}. */
  public static Builder builder() {
    return new Builder();
  }

  Optional<Bytes> context() {
    return Optional.ofNullable(context);
  }

  boolean isShortContextAllowed() {
    return shortContextAllowed;
  }

  /** Returns the extensions of a request: the schemes first, the offer last. */
  List<TlsExtension> extensions(ExpatProfile profile) {
    List<TlsExtension> all = new ArrayList<>();
    all.add(schemes(TlsExtension.SIGNATURE_ALGORITHMS, profile.signatureSchemes()));
    all.addAll(extensions);
    if (attestation) {
      all.add(new TlsExtension(profile.extensionType(), Bytes.EMPTY));
    }
    return all;
  }

  private static TlsExtension schemes(int type, List<Integer> schemes) {
    WireWriter list = new WireWriter();
    schemes.forEach(list::uint16);
    return new TlsExtension(type, new WireWriter().vector16(list.toBytes()).toBytes());
  }

  /** Builds {@link RequestOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable Bytes context;
    private boolean shortContextAllowed;
    private boolean attestation = true;
    private final List<TlsExtension> extensions = new ArrayList<>();

    private Builder() {}

    /**
     * Sets the context, such as the nonce of a verifier. It must be one that was never used on this
     * connection, in either direction. By default it is random.
     *
     * @throws IllegalArgumentException if {@code value} has more than 255 bytes
     */
    public Builder context(Bytes value) {
      if (value.size() > 255) {
        throw new IllegalArgumentException("context has " + value.size() + " bytes");
      }
      context = value;
      return this;
    }

    /** Allows a context that is shorter than the profile says. */
    public Builder allowShortContext() {
      shortContextAllowed = true;
      return this;
    }

    /** Leaves out the offer: the answer must not carry attestation. */
    public Builder withoutAttestation() {
      attestation = false;
      return this;
    }

    /** Names the server whose certificate is asked for; only in requests of a client. */
    public Builder serverName(String host) {
      Bytes name = new WireWriter().uint8(0).vector16(Bytes.ofUtf8(host)).toBytes();
      return extension(
          new TlsExtension(TlsExtension.SERVER_NAME, new WireWriter().vector16(name).toBytes()));
    }

    /** Names the acceptable issuers. */
    public Builder certificateAuthorities(List<X500Principal> names) {
      WireWriter list = new WireWriter();
      names.forEach(name -> list.vector16(Bytes.copyOf(name.getEncoded())));
      return extension(
          new TlsExtension(
              TlsExtension.CERTIFICATE_AUTHORITIES,
              new WireWriter().vector16(list.toBytes()).toBytes()));
    }

    /** Names extensions that the certificate must have. */
    public Builder oidFilters(List<OidFilter> filters) {
      WireWriter list = new WireWriter();
      filters.forEach(filter -> list.vector8(filter.oid()).vector16(filter.values()));
      return extension(
          new TlsExtension(
              TlsExtension.OID_FILTERS, new WireWriter().vector16(list.toBytes()).toBytes()));
    }

    /** Names the schemes that may sign certificates, if these are others than those of the peer. */
    public Builder certificateSignatureSchemes(List<Integer> schemes) {
      return extension(schemes(TlsExtension.SIGNATURE_ALGORITHMS_CERT, schemes));
    }

    /** Adds any other extension. Each type may stand only once. */
    public Builder extension(TlsExtension extension) {
      if (extensions.stream().anyMatch(other -> other.type() == extension.type())) {
        throw new IllegalArgumentException("extension stands twice: " + extension.type());
      }
      extensions.add(extension);
      return this;
    }

    /** Returns the options. */
    public RequestOptions build() {
      return new RequestOptions(this);
    }
  }
}
