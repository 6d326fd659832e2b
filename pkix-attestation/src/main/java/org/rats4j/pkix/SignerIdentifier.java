package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * What names the key of a signature: at least one of the three.
 *
 * <pre>{@code
 * SignerIdentifier ::= SEQUENCE {
 *   keyId [0] EXPLICIT OCTET STRING OPTIONAL,
 *   subjectPublicKeyInfo [1] EXPLICIT SubjectPublicKeyInfo OPTIONAL,
 *   certificate [2] EXPLICIT Certificate OPTIONAL }
 * }</pre>
 */
public final class SignerIdentifier {
  private static final int KEY_ID = 0;
  private static final int SPKI = 1;
  private static final int CERTIFICATE = 2;

  private final @Nullable Bytes keyId;
  private final @Nullable PublicKeyInfo publicKey;
  private final @Nullable CertificateInfo certificate;

  private SignerIdentifier(
      @Nullable Bytes keyId,
      @Nullable PublicKeyInfo publicKey,
      @Nullable CertificateInfo certificate) {
    this.keyId = keyId;
    this.publicKey = publicKey;
    this.certificate = certificate;
  }

  /** Returns the identifier of a key that the verifier knows by {@code keyId}. */
  public static SignerIdentifier ofKeyId(Bytes keyId) {
    return new SignerIdentifier(Objects.requireNonNull(keyId, "keyId"), null, null);
  }

  /** Returns the identifier of a key as it is. */
  public static SignerIdentifier ofPublicKey(PublicKeyInfo publicKey) {
    return new SignerIdentifier(null, Objects.requireNonNull(publicKey, "publicKey"), null);
  }

  /**
   * Returns the identifier of the key of a certificate.
   *
   * @param certificate an X.509 certificate in DER
   * @throws IllegalArgumentException if it is none
   */
  public static SignerIdentifier ofCertificate(Bytes certificate) {
    return new SignerIdentifier(null, null, CertificateInfo.require(certificate));
  }

  /** Returns this identifier with a key identifier, too. */
  public SignerIdentifier withKeyId(Bytes keyId) {
    return new SignerIdentifier(Objects.requireNonNull(keyId, "keyId"), publicKey, certificate);
  }

  static SignerIdentifier read(DerValue value, String path) throws DecodingException {
    List<DerValue> members = Faults.closed(value, 0, 3, path);
    if (members.isEmpty()) {
      throw Faults.structure(PkixCodes.SID_EMPTY, path, "no member");
    }
    Bytes keyId = null;
    PublicKeyInfo publicKey = null;
    CertificateInfo certificate = null;
    int last = -1;
    for (DerValue member : members) {
      List<DerValue> inner = member.members();
      if (inner.size() != 1
          || !(member.isContext(KEY_ID)
              || member.isContext(SPKI)
              || member.isContext(CERTIFICATE))) {
        throw Faults.structure(path, "member is not under its EXPLICIT tag");
      }
      if (member.tag() <= last) {
        throw Faults.structure(path, "members are not in order, or one stands twice");
      }
      last = member.tag();
      if (member.isContext(KEY_ID)) {
        keyId = octets(inner.get(0), path + "/keyId");
      } else if (member.isContext(SPKI)) {
        publicKey = publicKey(inner.get(0), path + "/subjectPublicKeyInfo");
      } else {
        certificate = CertificateInfo.read(inner.get(0), path + "/certificate");
      }
    }
    return new SignerIdentifier(keyId, publicKey, certificate);
  }

  private static Bytes octets(DerValue value, String path) throws DecodingException {
    try {
      return value.octets();
    } catch (DecodingException e) {
      throw Faults.at(e, path);
    }
  }

  private static PublicKeyInfo publicKey(DerValue value, String path) throws DecodingException {
    try {
      return PublicKeyInfo.read(value);
    } catch (DecodingException e) {
      throw Faults.structure(path, e.detail());
    }
  }

  Bytes encode() {
    List<Bytes> members = new ArrayList<>();
    if (keyId != null) {
      members.add(Der.context(KEY_ID, List.of(Der.octets(keyId))));
    }
    if (publicKey != null) {
      members.add(Der.context(SPKI, List.of(publicKey.encoded())));
    }
    if (certificate != null) {
      members.add(Der.context(CERTIFICATE, List.of(certificate.encoded())));
    }
    return Der.sequence(members);
  }

  /** Returns the key identifier, whose meaning is between signer and verifier. */
  public Optional<Bytes> keyId() {
    return Optional.ofNullable(keyId);
  }

  /** Returns the key. */
  public Optional<PublicKeyInfo> publicKey() {
    return Optional.ofNullable(publicKey);
  }

  /** Returns the certificate in DER. */
  public Optional<Bytes> certificate() {
    return Optional.ofNullable(certificate).map(CertificateInfo::encoded);
  }

  /** Returns the keys of those members that have one, which should be the same. */
  List<PublicKeyInfo> keys() {
    List<PublicKeyInfo> keys = new ArrayList<>();
    if (publicKey != null) {
      keys.add(publicKey);
    }
    if (certificate != null) {
      keys.add(certificate.publicKey());
    }
    return keys;
  }

  @Nullable CertificateInfo certificateInfo() {
    return certificate;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof SignerIdentifier other && encode().equals(other.encode());
  }

  @Override
  public int hashCode() {
    return Objects.hash(keyId, publicKey, certificate);
  }

  /** Returns which members there are. */
  @Override
  public String toString() {
    return "SignerIdentifier[keyId="
        + (keyId != null)
        + ", subjectPublicKeyInfo="
        + (publicKey != null)
        + ", certificate="
        + (certificate != null)
        + "]";
  }
}
