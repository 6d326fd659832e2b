package org.rats4j.eat;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwClaims;
import org.rats4j.core.Bytes;

/**
 * The registered claims, as constants. They name what {@link EatClaims#get} gives and what {@link
 * EatClaims.Builder#put} takes.
 *
 * <p>No claim says that it is true: a token tells what the attester says, and whether that is good
 * enough is another step.
 */
public final class Claims {
  /** Who issued the token ({@code iss}). */
  public static final ClaimKey<String> ISSUER = ClaimKey.of(1, "iss", TokenCodecs.STRING_OR_URI);

  /** What the token is about ({@code sub}). */
  public static final ClaimKey<String> SUBJECT = ClaimKey.of(2, "sub", TokenCodecs.STRING_OR_URI);

  /** Whom the token is for ({@code aud}). */
  public static final ClaimKey<Audience> AUDIENCE = ClaimKey.of(3, "aud", TokenCodecs.AUDIENCE);

  /** When the token ends ({@code exp}). */
  public static final ClaimKey<NumericDate> EXPIRATION =
      ClaimKey.of(4, "exp", TokenCodecs.NUMERIC_DATE);

  /** When the token begins ({@code nbf}). */
  public static final ClaimKey<NumericDate> NOT_BEFORE =
      ClaimKey.of(5, "nbf", TokenCodecs.NUMERIC_DATE);

  /** When the token was made ({@code iat}); never a float. */
  public static final ClaimKey<NumericDate> ISSUED_AT =
      ClaimKey.of(6, "iat", TokenCodecs.ISSUED_AT);

  /** The name of a CWT ({@code cti}). A JWT has {@link #JWT_ID} in its place. */
  public static final ClaimKey<Bytes> CWT_ID = ClaimKey.ofCbor(7, "cti", ClaimCodecs.BYTES);

  /** The name of a JWT ({@code jti}). A CWT has {@link #CWT_ID} in its place. */
  public static final ClaimKey<String> JWT_ID = ClaimKey.ofJson("jti", ClaimCodecs.TEXT);

  /** Which key the sender of the token holds ({@code cnf}). */
  public static final ClaimKey<Confirmation> CONFIRMATION =
      ClaimKey.of(8, "cnf", new ConfirmationCodec());

  /** What the token permits ({@code scope}). */
  public static final ClaimKey<TextOrBytes> SCOPE =
      ClaimKey.of(9, "scope", ClaimCodecs.TEXT_OR_BYTES);

  /** The nonces that make the token fresh ({@code eat_nonce}). */
  public static final ClaimKey<Nonces> NONCE = ClaimKey.of(10, "eat_nonce", EntityCodecs.NONCES);

  /** Which device it is ({@code ueid}). */
  public static final ClaimKey<Ueid> UEID = ClaimKey.of(256, "ueid", EntityCodecs.UEID);

  /** Which device it is, under names that may change ({@code sueids}). */
  public static final ClaimKey<Sueids> SUEIDS = ClaimKey.of(257, "sueids", EntityCodecs.SUEIDS);

  /** Who made the hardware ({@code oemid}). */
  public static final ClaimKey<OemId> OEM_ID = ClaimKey.of(258, "oemid", EntityCodecs.OEM_ID);

  /** The model of the hardware ({@code hwmodel}); only with {@link #OEM_ID}. */
  public static final ClaimKey<HwModel> HARDWARE_MODEL =
      ClaimKey.of(259, "hwmodel", EntityCodecs.HW_MODEL);

  /** The version of the hardware ({@code hwversion}); only with {@link #HARDWARE_MODEL}. */
  public static final ClaimKey<Version> HARDWARE_VERSION =
      ClaimKey.of(260, "hwversion", ClaimCodecs.VERSION);

  /** Seconds since the boot ({@code uptime}). */
  public static final ClaimKey<BigInteger> UPTIME =
      ClaimKey.of(261, "uptime", ClaimCodecs.UNSIGNED_64);

  /** Whether the boot was authorized by the maker ({@code oemboot}); only with {@link #OEM_ID}. */
  public static final ClaimKey<Boolean> OEM_BOOT = ClaimKey.of(262, "oemboot", ClaimCodecs.BOOLEAN);

  /** Whether debug facilities can be used ({@code dbgstat}). */
  public static final ClaimKey<DebugStatus> DEBUG_STATUS =
      ClaimKey.of(263, "dbgstat", EntityCodecs.DEBUG_STATUS);

  /** Where the device is ({@code location}). */
  public static final ClaimKey<Location> LOCATION =
      ClaimKey.of(264, "location", new LocationCodec());

  /** The profile that the token follows ({@code eat_profile}). */
  public static final ClaimKey<ProfileId> PROFILE =
      ClaimKey.of(265, "eat_profile", SoftwareCodecs.PROFILE);

  /** The parts of the device that have claims of their own ({@code submods}). */
  public static final ClaimKey<Submodules> SUBMODULES =
      ClaimKey.of(266, "submods", SubmodulesCodec.CODEC);

  /** How often the device booted ({@code bootcount}). */
  public static final ClaimKey<BigInteger> BOOT_COUNT =
      ClaimKey.of(267, "bootcount", ClaimCodecs.UNSIGNED_64);

  /**
   * A number that is another one after each boot ({@code bootseed}). It is no secret and must not
   * seed a random generator.
   */
  public static final ClaimKey<Bytes> BOOT_SEED = ClaimKey.of(268, "bootseed", ClaimCodecs.BYTES);

  /** Which certifications the device has ({@code dloas}). */
  public static final ClaimKey<List<Dloa>> DLOAS =
      ClaimKey.of(269, "dloas", ComparisonCodecs.DLOAS);

  /** The name of the software ({@code swname}). */
  public static final ClaimKey<String> SOFTWARE_NAME = ClaimKey.of(270, "swname", ClaimCodecs.TEXT);

  /** The version of the software ({@code swversion}); only with {@link #SOFTWARE_NAME}. */
  public static final ClaimKey<Version> SOFTWARE_VERSION =
      ClaimKey.of(271, "swversion", ClaimCodecs.VERSION);

  /** What the software is said to be by its maker ({@code manifests}). */
  public static final ClaimKey<List<ContentFormatBody>> MANIFESTS =
      ClaimKey.of(272, "manifests", SoftwareCodecs.MANIFESTS);

  /** What was found to run ({@code measurements}). */
  public static final ClaimKey<List<ContentFormatBody>> MEASUREMENTS =
      ClaimKey.of(273, "measurements", SoftwareCodecs.MEASUREMENTS);

  /** What came of comparing measurements ({@code measres}). */
  public static final ClaimKey<List<MeasurementResults>> MEASUREMENT_RESULTS =
      ClaimKey.of(274, "measres", ComparisonCodecs.RESULTS);

  /** What the token was made for ({@code intuse}). */
  public static final ClaimKey<IntendedUse> INTENDED_USE =
      ClaimKey.of(275, "intuse", ComparisonCodecs.INTENDED_USE);

  /** A conceptual message ({@code cmw}; RFC 9999). */
  public static final ClaimKey<Cmw> CMW =
      ClaimKey.of(CmwClaims.CWT, CmwClaims.JWT, CmwClaims.CODEC);

  /** All of them, in the order in which JSON is written. */
  static final List<ClaimKey<?>> ALL =
      List.of(
          ISSUER,
          SUBJECT,
          AUDIENCE,
          EXPIRATION,
          NOT_BEFORE,
          ISSUED_AT,
          CWT_ID,
          JWT_ID,
          CONFIRMATION,
          SCOPE,
          NONCE,
          UEID,
          SUEIDS,
          OEM_ID,
          HARDWARE_MODEL,
          HARDWARE_VERSION,
          UPTIME,
          OEM_BOOT,
          DEBUG_STATUS,
          LOCATION,
          PROFILE,
          SUBMODULES,
          BOOT_COUNT,
          BOOT_SEED,
          DLOAS,
          SOFTWARE_NAME,
          SOFTWARE_VERSION,
          MANIFESTS,
          MEASUREMENTS,
          MEASUREMENT_RESULTS,
          INTENDED_USE,
          CMW);

  /** Those that identify a device or a message, which no text for people shows. */
  static final Set<ClaimKey<?>> REDACTED =
      Set.of(CWT_ID, JWT_ID, NONCE, UEID, SUEIDS, LOCATION, BOOT_SEED);

  private Claims() {}
}
