package org.rats4j.pkix;

import static org.rats4j.pkix.ElementKind.KEY;
import static org.rats4j.pkix.ElementKind.PLATFORM;
import static org.rats4j.pkix.ElementKind.TRANSACTION;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerCodec;
import org.rats4j.core.der.DerValue;
import org.rats4j.core.der.GeneralizedTime;

/** The claims of the draft (sections 4.1.2, 4.2 and 4.3). */
public final class EvidenceClaims {
  private static final DerCodec<PublicKeyInfo> KEY_INFO =
      DerCodec.of(
          value -> PublicKeyInfo.decode(value.octets()), info -> Der.octets(info.encoded()));

  private static final DerCodec<BigInteger> COUNT =
      DerCodec.of(
          value -> atLeastZero(value.integer()),
          count -> {
            if (count.signum() < 0) {
              throw new IllegalArgumentException("negative");
            }
            return Der.integer(count);
          });

  private static final DerCodec<List<Oid>> PURPOSES =
      DerCodec.of(
          EvidenceClaims::oids, purposes -> Der.sequence(purposes.stream().map(Der::oid).toList()));

  /** Transaction: what the request gave, so that the answer is fresh. */
  public static final EvidenceClaimKey<Bytes> NONCE =
      EvidenceClaimKey.once(TRANSACTION, 0, "nonce", DerCodec.OCTETS);

  /** Transaction: the clock of the device, which says nothing about freshness. */
  public static final EvidenceClaimKey<GeneralizedTime> TIMESTAMP =
      EvidenceClaimKey.once(TRANSACTION, 1, "timestamp", DerCodec.TIME);

  /** Transaction: an attestation key that signs; one claim for each. */
  public static final EvidenceClaimKey<PublicKeyInfo> AK_SPKI =
      EvidenceClaimKey.some(TRANSACTION, 2, "ak-spki", KEY_INFO);

  /** Platform: who made it, for people. */
  public static final EvidenceClaimKey<String> VENDOR =
      EvidenceClaimKey.once(PLATFORM, 0, "vendor", DerCodec.UTF8);

  /** Platform: who made it, as RFC 9711 has it in bytes. */
  public static final EvidenceClaimKey<Bytes> OEMID =
      EvidenceClaimKey.once(PLATFORM, 1, "oemid", DerCodec.OCTETS);

  /** Platform: the model, unique within the oemid. */
  public static final EvidenceClaimKey<Bytes> HWMODEL =
      EvidenceClaimKey.once(PLATFORM, 2, "hwmodel", DerCodec.OCTETS);

  /** Platform: the version of the hardware. */
  public static final EvidenceClaimKey<String> HWVERSION =
      EvidenceClaimKey.once(PLATFORM, 3, "hwversion", DerCodec.UTF8);

  /** Platform: the serial number. */
  public static final EvidenceClaimKey<String> HWSERIAL =
      EvidenceClaimKey.once(PLATFORM, 4, "hwserial", DerCodec.UTF8);

  /** Platform: the name of the firmware or software. */
  public static final EvidenceClaimKey<String> SWNAME =
      EvidenceClaimKey.once(PLATFORM, 5, "swname", DerCodec.UTF8);

  /** Platform: the version of the firmware or software. */
  public static final EvidenceClaimKey<String> SWVERSION =
      EvidenceClaimKey.once(PLATFORM, 6, "swversion", DerCodec.UTF8);

  /**
   * Platform: whether it can be debugged; 0 enabled, 1 disabled, 2 since boot, 3 permanently, 4
   * fully and permanently.
   */
  public static final EvidenceClaimKey<Integer> DBGSTAT =
      EvidenceClaimKey.once(PLATFORM, 7, "dbgstat", range(0, 4));

  /** Platform: seconds since it started. */
  public static final EvidenceClaimKey<BigInteger> UPTIME =
      EvidenceClaimKey.once(PLATFORM, 8, "uptime", COUNT);

  /** Platform: how often it started. */
  public static final EvidenceClaimKey<BigInteger> BOOTCOUNT =
      EvidenceClaimKey.once(PLATFORM, 9, "bootcount", COUNT);

  /** Platform: whether it is in FIPS mode now. */
  public static final EvidenceClaimKey<Boolean> FIPSBOOT =
      EvidenceClaimKey.once(PLATFORM, 10, "fipsboot", DerCodec.BOOLEAN);

  /** Platform: the edition of the standard, such as {@code FIPS 140-3}. */
  public static final EvidenceClaimKey<String> FIPSVER =
      EvidenceClaimKey.once(PLATFORM, 11, "fipsver", DerCodec.UTF8);

  /** Platform: the level, 1 to 4; without meaning unless fipsboot is true. */
  public static final EvidenceClaimKey<Integer> FIPSLEVEL =
      EvidenceClaimKey.once(PLATFORM, 12, "fipslevel", range(1, 4));

  /** Platform: the name of the module in the list of validated ones. */
  public static final EvidenceClaimKey<String> FIPSMODULE =
      EvidenceClaimKey.once(PLATFORM, 13, "fipsmodule", DerCodec.UTF8);

  /** Key: what names it in the module; at least one. */
  public static final EvidenceClaimKey<String> IDENTIFIER =
      EvidenceClaimKey.some(KEY, 0, "identifier", DerCodec.UTF8);

  /** Key: the public key; a symmetric key has none. */
  public static final EvidenceClaimKey<PublicKeyInfo> SPKI =
      EvidenceClaimKey.once(KEY, 1, "spki", KEY_INFO);

  /** Key: whether it can leave the module; CKA_EXTRACTABLE. */
  public static final EvidenceClaimKey<Boolean> EXTRACTABLE =
      EvidenceClaimKey.once(KEY, 2, "extractable", DerCodec.BOOLEAN);

  /** Key: whether it can leave only wrapped; CKA_SENSITIVE. */
  public static final EvidenceClaimKey<Boolean> SENSITIVE =
      EvidenceClaimKey.once(KEY, 3, "sensitive", DerCodec.BOOLEAN);

  /** Key: whether it never could leave; CKA_NEVER_EXTRACTABLE. */
  public static final EvidenceClaimKey<Boolean> NEVER_EXTRACTABLE =
      EvidenceClaimKey.once(KEY, 4, "never-extractable", DerCodec.BOOLEAN);

  /** Key: whether the module made it; CKA_LOCAL. */
  public static final EvidenceClaimKey<Boolean> LOCAL =
      EvidenceClaimKey.once(KEY, 5, "local", DerCodec.BOOLEAN);

  /** Key: when it ends, as advice. */
  public static final EvidenceClaimKey<GeneralizedTime> EXPIRY =
      EvidenceClaimKey.once(KEY, 6, "expiry", DerCodec.TIME);

  /** Key: what it can be used for; {@link EvidenceOids#capability} has those of the draft. */
  public static final EvidenceClaimKey<List<Oid>> PURPOSE =
      EvidenceClaimKey.once(KEY, 7, "purpose", PURPOSES);

  /** All of them. */
  public static final List<EvidenceClaimKey<?>> ALL =
      List.of(
          NONCE,
          TIMESTAMP,
          AK_SPKI,
          VENDOR,
          OEMID,
          HWMODEL,
          HWVERSION,
          HWSERIAL,
          SWNAME,
          SWVERSION,
          DBGSTAT,
          UPTIME,
          BOOTCOUNT,
          FIPSBOOT,
          FIPSVER,
          FIPSLEVEL,
          FIPSMODULE,
          IDENTIFIER,
          SPKI,
          EXTRACTABLE,
          SENSITIVE,
          NEVER_EXTRACTABLE,
          LOCAL,
          EXPIRY,
          PURPOSE);

  private EvidenceClaims() {}

  private static BigInteger atLeastZero(BigInteger value) throws DecodingException {
    if (value.signum() < 0) {
      throw outOfRange("negative");
    }
    return value;
  }

  private static DerCodec<Integer> range(int min, int max) {
    return DerCodec.of(
        value -> {
          BigInteger number = value.integer();
          if (number.compareTo(BigInteger.valueOf(min)) < 0
              || number.compareTo(BigInteger.valueOf(max)) > 0) {
            throw outOfRange("not in " + min + ".." + max);
          }
          return number.intValue();
        },
        number -> {
          if (number < min || number > max) {
            throw new IllegalArgumentException("not in " + min + ".." + max);
          }
          return Der.integer(number);
        });
  }

  private static DecodingException outOfRange(String detail) {
    return DecodingException.of(Reason.INVALID_VALUE, "", detail);
  }

  private static List<Oid> oids(DerValue value) throws DecodingException {
    List<Oid> purposes = new ArrayList<>();
    for (DerValue member : value.sequence()) {
      purposes.add(member.oid());
    }
    return List.copyOf(purposes);
  }
}
