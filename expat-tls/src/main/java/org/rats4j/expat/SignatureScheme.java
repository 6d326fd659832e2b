package org.rats4j.expat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers of the IANA TLS SignatureScheme registry (RFC 8446, section 4.2.3).
 *
 * <p>{@link #ALL} are those that may sign a CertificateVerify here. Others may stand in a request,
 * where they say what signatures inside a chain may be.
 */
public final class SignatureScheme {
  /** ECDSA on P-256 with SHA-256. */
  public static final int ECDSA_SECP256R1_SHA256 = 0x0403;

  /** ECDSA on P-384 with SHA-384. */
  public static final int ECDSA_SECP384R1_SHA384 = 0x0503;

  /** ECDSA on P-521 with SHA-512. */
  public static final int ECDSA_SECP521R1_SHA512 = 0x0603;

  /** RSASSA-PSS with SHA-256 and a key of the type rsaEncryption. */
  public static final int RSA_PSS_RSAE_SHA256 = 0x0804;

  /** RSASSA-PSS with SHA-384 and a key of the type rsaEncryption. */
  public static final int RSA_PSS_RSAE_SHA384 = 0x0805;

  /** RSASSA-PSS with SHA-512 and a key of the type rsaEncryption. */
  public static final int RSA_PSS_RSAE_SHA512 = 0x0806;

  /** Ed25519. */
  public static final int ED25519 = 0x0807;

  /** Ed448. */
  public static final int ED448 = 0x0808;

  /** RSASSA-PSS with SHA-256 and a key of the type RSASSA-PSS. */
  public static final int RSA_PSS_PSS_SHA256 = 0x0809;

  /** RSASSA-PSS with SHA-384 and a key of the type RSASSA-PSS. */
  public static final int RSA_PSS_PSS_SHA384 = 0x080a;

  /** RSASSA-PSS with SHA-512 and a key of the type RSASSA-PSS. */
  public static final int RSA_PSS_PSS_SHA512 = 0x080b;

  /** RSASSA-PKCS1-v1_5 with SHA-256; only inside chains. */
  public static final int RSA_PKCS1_SHA256 = 0x0401;

  /** RSASSA-PKCS1-v1_5 with SHA-384; only inside chains. */
  public static final int RSA_PKCS1_SHA384 = 0x0501;

  /** RSASSA-PKCS1-v1_5 with SHA-512; only inside chains. */
  public static final int RSA_PKCS1_SHA512 = 0x0601;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(ECDSA_SECP256R1_SHA256, "ecdsa_secp256r1_sha256"),
          Map.entry(ECDSA_SECP384R1_SHA384, "ecdsa_secp384r1_sha384"),
          Map.entry(ECDSA_SECP521R1_SHA512, "ecdsa_secp521r1_sha512"),
          Map.entry(RSA_PSS_RSAE_SHA256, "rsa_pss_rsae_sha256"),
          Map.entry(RSA_PSS_RSAE_SHA384, "rsa_pss_rsae_sha384"),
          Map.entry(RSA_PSS_RSAE_SHA512, "rsa_pss_rsae_sha512"),
          Map.entry(ED25519, "ed25519"),
          Map.entry(ED448, "ed448"),
          Map.entry(RSA_PSS_PSS_SHA256, "rsa_pss_pss_sha256"),
          Map.entry(RSA_PSS_PSS_SHA384, "rsa_pss_pss_sha384"),
          Map.entry(RSA_PSS_PSS_SHA512, "rsa_pss_pss_sha512"),
          Map.entry(RSA_PKCS1_SHA256, "rsa_pkcs1_sha256"),
          Map.entry(RSA_PKCS1_SHA384, "rsa_pkcs1_sha384"),
          Map.entry(RSA_PKCS1_SHA512, "rsa_pkcs1_sha512"));

  /** All schemes that may sign a CertificateVerify. */
  public static final List<Integer> ALL =
      List.of(
          ECDSA_SECP256R1_SHA256,
          ECDSA_SECP384R1_SHA384,
          ECDSA_SECP521R1_SHA512,
          ED25519,
          ED448,
          RSA_PSS_RSAE_SHA256,
          RSA_PSS_RSAE_SHA384,
          RSA_PSS_RSAE_SHA512,
          RSA_PSS_PSS_SHA256,
          RSA_PSS_PSS_SHA384,
          RSA_PSS_PSS_SHA512);

  /** What our requests offer unless the profile says otherwise, the preferred one first. */
  public static final List<Integer> DEFAULT =
      List.of(
          ECDSA_SECP256R1_SHA256,
          ECDSA_SECP384R1_SHA384,
          ECDSA_SECP521R1_SHA512,
          ED25519,
          RSA_PSS_RSAE_SHA256,
          RSA_PSS_RSAE_SHA384,
          RSA_PSS_RSAE_SHA512);

  private SignatureScheme() {}

  /** Returns the registered name, or the number as {@code 0x} and four digits. */
  public static String name(int scheme) {
    String name = NAMES.get(scheme);
    return name == null ? String.format(Locale.ROOT, "0x%04x", scheme) : name;
  }

  /** Returns whether {@code scheme} may sign a CertificateVerify here. */
  public static boolean isAllowed(int scheme) {
    return ALL.contains(scheme);
  }
}
