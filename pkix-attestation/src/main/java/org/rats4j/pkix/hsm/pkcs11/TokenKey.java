package org.rats4j.pkix.hsm.pkcs11;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Oid;
import org.rats4j.core.der.GeneralizedTime;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.KeyCapability;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.hsm.ClaimValues;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/**
 * A private or secret key of a token. Its attributes are read from this object, and never from the
 * public one, which would say of a key that was imported that it is local.
 */
final class TokenKey {
  private static final List<Long> CLASSES =
      List.of(PKCS11Constants.CKO_PRIVATE_KEY, PKCS11Constants.CKO_SECRET_KEY);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private final long handle;
  private final boolean secret;
  private final byte @Nullable [] id;
  private final List<String> identifiers;

  private TokenKey(long handle, boolean secret, byte @Nullable [] id, List<String> identifiers) {
    this.handle = handle;
    this.secret = secret;
    this.id = id;
    this.identifiers = List.copyOf(identifiers);
  }

  /** Returns the keys that have an identifier which no other key has. */
  static List<TokenKey> list(Session session) throws PKCS11Exception {
    List<TokenKey> all = new ArrayList<>();
    Map<String, Integer> uses = new HashMap<>();
    for (long type : CLASSES) {
      for (long handle : session.findAllObjectsSingle(new AttributeVector().class_(type))) {
        AttributeVector names =
            session.getAttrValues(handle, PKCS11Constants.CKA_ID, PKCS11Constants.CKA_LABEL);
        TokenKey key =
            new TokenKey(handle, type == PKCS11Constants.CKO_SECRET_KEY, names.id(), names(names));
        key.identifiers.forEach(identifier -> uses.merge(identifier, 1, Integer::sum));
        all.add(key);
      }
    }
    return all.stream()
        .map(key -> key.withIdentifiersUsedOnce(uses))
        .filter(key -> !key.identifiers.isEmpty())
        .toList();
  }

  private static List<String> names(AttributeVector attributes) {
    List<String> names = new ArrayList<>();
    byte[] id = attributes.id();
    if (id != null && id.length > 0) {
      names.add(HexFormat.of().formatHex(id));
    }
    String label = attributes.label();
    if (label != null && !label.isEmpty() && !names.contains(label)) {
      names.add(label);
    }
    return names;
  }

  private TokenKey withIdentifiersUsedOnce(Map<String, Integer> uses) {
    return new TokenKey(
        handle,
        secret,
        id,
        identifiers.stream().filter(identifier -> uses.getOrDefault(identifier, 0) == 1).toList());
  }

  long handle() {
    return handle;
  }

  List<String> identifiers() {
    return identifiers;
  }

  ClaimValues observe(Session session, EvidenceOids oids) throws PKCS11Exception {
    AttributeVector own =
        session.getAttrValues(
            handle,
            PKCS11Constants.CKA_EXTRACTABLE,
            PKCS11Constants.CKA_SENSITIVE,
            PKCS11Constants.CKA_NEVER_EXTRACTABLE,
            PKCS11Constants.CKA_LOCAL,
            PKCS11Constants.CKA_END_DATE);
    Optional<Long> publicObject = publicObject(session);
    ClaimValues.Builder values = ClaimValues.builder();
    identifiers.forEach(identifier -> values.add(EvidenceClaims.IDENTIFIER, identifier));
    values.addIfPresent(EvidenceClaims.SPKI, publicKey(session, publicObject));
    return values
        .addIfPresent(EvidenceClaims.EXTRACTABLE, Optional.ofNullable(own.extractable()))
        .addIfPresent(EvidenceClaims.SENSITIVE, Optional.ofNullable(own.sensitive()))
        .addIfPresent(EvidenceClaims.NEVER_EXTRACTABLE, Optional.ofNullable(own.neverExtractable()))
        .addIfPresent(EvidenceClaims.LOCAL, Optional.ofNullable(own.local()))
        .addIfPresent(EvidenceClaims.EXPIRY, expiry(own))
        .addIfPresent(EvidenceClaims.PURPOSE, purposes(session, publicObject, oids))
        .build();
  }

  private Optional<PublicKeyInfo> publicKey(Session session, Optional<Long> publicObject)
      throws PKCS11Exception {
    if (secret) {
      return Optional.empty();
    }
    Optional<PublicKeyInfo> own = TokenPublicKey.ofPrivate(session, handle);
    return own.isPresent() || publicObject.isEmpty()
        ? own
        : TokenPublicKey.ofPair(session, handle, publicObject.get());
  }

  /** A date means its whole day. */
  private static Optional<GeneralizedTime> expiry(AttributeVector own) {
    return Optional.ofNullable(own.endDate())
        .map(day -> LocalDate.ofInstant(day, ZoneOffset.UTC))
        .map(day -> GeneralizedTime.of(day.atTime(LAST_SECOND).toInstant(ZoneOffset.UTC)));
  }

  private Optional<Long> publicObject(Session session) throws PKCS11Exception {
    if (secret || id == null || id.length == 0) {
      return Optional.empty();
    }
    long[] found =
        session.findAllObjectsSingle(
            new AttributeVector().class_(PKCS11Constants.CKO_PUBLIC_KEY).id(id));
    return found.length == 1 ? Optional.of(found[0]) : Optional.empty();
  }

  private Optional<List<Oid>> purposes(
      Session session, Optional<Long> publicObject, EvidenceOids oids) throws PKCS11Exception {
    Map<Integer, Long> ofPrivate =
        Map.of(
            KeyCapability.DECRYPT, PKCS11Constants.CKA_DECRYPT,
            KeyCapability.UNWRAP, PKCS11Constants.CKA_UNWRAP,
            KeyCapability.SIGN, PKCS11Constants.CKA_SIGN,
            KeyCapability.SIGN_RECOVER, PKCS11Constants.CKA_SIGN_RECOVER,
            KeyCapability.DERIVE, PKCS11Constants.CKA_DERIVE);
    Map<Integer, Long> ofPublic =
        Map.of(
            KeyCapability.ENCRYPT, PKCS11Constants.CKA_ENCRYPT,
            KeyCapability.WRAP, PKCS11Constants.CKA_WRAP,
            KeyCapability.VERIFY, PKCS11Constants.CKA_VERIFY,
            KeyCapability.VERIFY_RECOVER, PKCS11Constants.CKA_VERIFY_RECOVER);
    Map<Integer, Boolean> said = new HashMap<>(read(session, handle, ofPrivate));
    if (secret) {
      said.putAll(read(session, handle, ofPublic));
    } else if (publicObject.isPresent()) {
      said.putAll(read(session, publicObject.get(), ofPublic));
    }
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        said.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .sorted()
            .map(oids::capability)
            .toList());
  }

  private static Map<Integer, Boolean> read(
      Session session, long handle, Map<Integer, Long> attributes) throws PKCS11Exception {
    AttributeVector values = session.getAttrValues(handle, new ArrayList<>(attributes.values()));
    Map<Integer, Boolean> said = new HashMap<>();
    attributes.forEach(
        (capability, attribute) -> {
          Boolean value = values.getBooleanAttrValue(attribute);
          if (value != null) {
            said.put(capability, value);
          }
        });
    return said;
  }
}
