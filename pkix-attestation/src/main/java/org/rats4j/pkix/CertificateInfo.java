package org.rats4j.pkix;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;
import org.rats4j.core.der.GeneralizedTime;

/** What is needed of an X.509 certificate (RFC 5280, section 4.1) to choose and to judge it. */
final class CertificateInfo {
  private static final Oid KEY_USAGE = Oid.of("2.5.29.15");
  private static final Oid EXTENDED_KEY_USAGE = Oid.of("2.5.29.37");
  private static final int ISSUER = 2;
  private static final int VALIDITY = 3;
  private static final int SUBJECT = 4;
  private static final int KEY = 5;
  private static final int EXTENSIONS = 3;
  private static final int DIGITAL_SIGNATURE = 0x80;
  private static final int PIVOT_DIGIT = '5';

  private final Bytes encoded;
  private final Bytes issuer;
  private final Bytes subject;
  private final Instant notBefore;
  private final Instant notAfter;
  private final PublicKeyInfo publicKey;
  private final @Nullable Bytes keyUsage;
  private final @Nullable Bytes extendedKeyUsage;

  private CertificateInfo(Bytes encoded, List<DerValue> fields) throws DecodingException {
    this.encoded = encoded;
    issuer = fields.get(ISSUER).encoded();
    subject = fields.get(SUBJECT).encoded();
    List<DerValue> validity = fields.get(VALIDITY).members();
    notBefore = time(validity.get(0));
    notAfter = time(validity.get(1));
    publicKey = PublicKeyInfo.read(fields.get(KEY));
    Map<Oid, Bytes> extensions = new HashMap<>();
    for (DerValue extension : extensions(fields)) {
      List<DerValue> parts = extension.sequence();
      Bytes value = parts.get(parts.size() - 1).octets();
      if (extensions.put(parts.get(0).oid(), value) != null) {
        throw DecodingException.of(Reason.DUPLICATE_KEY, "", "an extension twice");
      }
    }
    keyUsage = extensions.get(KEY_USAGE);
    extendedKeyUsage = extensions.get(EXTENDED_KEY_USAGE);
  }

  /** Returns whether a value has the outer shape of a certificate. */
  static boolean looksLike(DerValue value) {
    if (!value.is(DerValue.SEQUENCE)) {
      return false;
    }
    List<DerValue> members = value.members();
    return members.size() == 3
        && members.get(0).is(DerValue.SEQUENCE)
        && members.get(1).is(DerValue.SEQUENCE)
        && members.get(2).is(DerValue.BIT_STRING);
  }

  static CertificateInfo read(DerValue value, String path) throws DecodingException {
    try {
      if (looksLike(value)) {
        List<DerValue> members = value.members().get(0).members();
        boolean saysVersion = !members.isEmpty() && members.get(0).isContext(0);
        List<DerValue> fields = members.subList(saysVersion ? 1 : 0, members.size());
        if (hasShape(fields)) {
          return new CertificateInfo(value.encoded(), fields);
        }
      }
    } catch (DecodingException e) {
      throw Faults.structure(path, "certificate: " + e.detail());
    }
    throw Faults.structure(path, "no certificate");
  }

  private static boolean hasShape(List<DerValue> fields) {
    return fields.size() >= KEY + 1
        && fields.subList(1, KEY + 1).stream().allMatch(field -> field.is(DerValue.SEQUENCE))
        && fields.get(VALIDITY).members().size() == 2
        && fields.stream().filter(field -> field.isContext(EXTENSIONS)).count() <= 1
        && extensions(fields).stream().allMatch(extension -> extension.members().size() >= 2);
  }

  private static List<DerValue> extensions(List<DerValue> fields) {
    return fields.stream()
        .filter(field -> field.isContext(EXTENSIONS))
        .flatMap(field -> field.members().stream())
        .flatMap(list -> list.members().stream())
        .toList();
  }

  static CertificateInfo require(Bytes der) {
    try {
      return decode(der, "certificate");
    } catch (DecodingException e) {
      throw new IllegalArgumentException("not a certificate: " + e.detail(), e);
    }
  }

  static CertificateInfo decode(Bytes der, String path) throws DecodingException {
    return read(DerValue.decode(der, EvidenceOptions.INNER, path), path);
  }

  private static Instant time(DerValue value) throws DecodingException {
    if (!value.is(DerValue.UTC_TIME)) {
      return value.generalizedTime().instant();
    }
    boolean later = value.content().at(0) >= PIVOT_DIGIT;
    return GeneralizedTime.decode(Bytes.ofUtf8(later ? "19" : "20").concat(value.content()))
        .instant();
  }

  Bytes encoded() {
    return encoded;
  }

  PublicKeyInfo publicKey() {
    return publicKey;
  }

  /** Returns the name as which this issues; empty if nobody can read it. */
  Optional<X500Principal> subjectName() {
    return name(subject);
  }

  /** Returns the name of who issued this; empty if nobody can read it. */
  Optional<X500Principal> issuerName() {
    return name(issuer);
  }

  /** Names may differ in string types and case, and still mean the same (RFC 5280, section 7.1). */
  private static Optional<X500Principal> name(Bytes der) {
    try {
      return Optional.of(new X500Principal(der.toByteArray()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean isValidAt(Instant time) {
    return !time.isBefore(notBefore) && !time.isAfter(notAfter);
  }

  /** Returns whether the extension is there and has digitalSignature. */
  boolean isForSignatures() {
    if (keyUsage == null) {
      return false;
    }
    try {
      DerValue bits = DerValue.decode(keyUsage, EvidenceOptions.INNER, "");
      return bits.is(DerValue.BIT_STRING)
          && bits.content().size() > 1
          && (bits.content().at(1) & DIGITAL_SIGNATURE) != 0;
    } catch (DecodingException e) {
      return false;
    }
  }

  /** Returns whether the extension is there and names {@code purpose} itself. */
  boolean isFor(Oid purpose) {
    if (extendedKeyUsage == null) {
      return false;
    }
    try {
      for (DerValue member :
          DerValue.decode(extendedKeyUsage, EvidenceOptions.INNER, "").sequence()) {
        if (member.is(DerValue.OID) && member.oid().equals(purpose)) {
          return true;
        }
      }
      return false;
    } catch (DecodingException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CertificateInfo other && encoded.equals(other.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }
}
