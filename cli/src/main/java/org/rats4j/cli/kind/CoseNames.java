package org.rats4j.cli.kind;

import static org.rats4j.cli.view.Meanings.listOf;
import static org.rats4j.cli.view.Meanings.map;
import static org.rats4j.cli.view.Meanings.named;
import static org.rats4j.cli.view.Meanings.tuple;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.View;
import org.rats4j.cli.view.Vocabulary;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;

/** Names of COSE header parameters, keys and algorithms (RFC 9052, RFC 9053, RFC 9360). */
final class CoseNames {
  private static final Meaning ALGORITHM =
      named(
          Map.ofEntries(
              Map.entry(-7L, "ES256"),
              Map.entry(-35L, "ES384"),
              Map.entry(-36L, "ES512"),
              Map.entry(-9L, "ESP256"),
              Map.entry(-51L, "ESP384"),
              Map.entry(-52L, "ESP512"),
              Map.entry(-8L, "EdDSA"),
              Map.entry(-19L, "Ed25519"),
              Map.entry(-53L, "Ed448"),
              Map.entry(-37L, "PS256"),
              Map.entry(-38L, "PS384"),
              Map.entry(-39L, "PS512"),
              Map.entry(-257L, "RS256"),
              Map.entry(-258L, "RS384"),
              Map.entry(-259L, "RS512"),
              Map.entry(-48L, "ML-DSA-44"),
              Map.entry(-49L, "ML-DSA-65"),
              Map.entry(-50L, "ML-DSA-87"),
              Map.entry(-47L, "ES256K"),
              Map.entry(-46L, "HSS-LMS"),
              Map.entry(-65535L, "RS1"),
              Map.entry(-16L, "SHA-256"),
              Map.entry(-43L, "SHA-384"),
              Map.entry(-44L, "SHA-512"),
              Map.entry(4L, "HMAC 256/64"),
              Map.entry(5L, "HMAC 256/256"),
              Map.entry(6L, "HMAC 384/384"),
              Map.entry(7L, "HMAC 512/512"),
              Map.entry(10L, "AES-CCM-16-64-128")));

  private static final Map<Long, String> CURVES =
      Map.of(
          1L,
          "P-256",
          2L,
          "P-384",
          3L,
          "P-521",
          4L,
          "X25519",
          5L,
          "X448",
          6L,
          "Ed25519",
          7L,
          "Ed448",
          8L,
          "secp256k1");

  private static final Vocabulary KEY =
      Vocabulary.builder()
          .term(
              1, "kty", named(Map.of(1L, "OKP", 2L, "EC2", 3L, "RSA", 4L, "Symmetric", 7L, "AKP")))
          .term(2, "kid")
          .term(3, "alg", ALGORITHM)
          .term(
              4,
              "key_ops",
              listOf(named(Map.of(1L, "sign", 2L, "verify", 9L, "MAC create", 10L, "MAC verify"))))
          .term(5, "Base IV")
          .build();

  private static final Vocabulary ELLIPTIC_KEY =
      Vocabulary.builder().term(-1, "crv", named(CURVES)).term(-2, "x").term(-3, "y").build();
  private static final Vocabulary RSA_KEY =
      Vocabulary.builder().term(-1, "n").term(-2, "e").build();
  private static final Vocabulary AKP_KEY = Vocabulary.builder().term(-1, "pub").build();

  private CoseNames() {}

  /** Returns the names of header parameters; {@code level} is that of the message. */
  static Vocabulary headers(int level) {
    Map<String, Meaning> thumbprint = new LinkedHashMap<>();
    thumbprint.put("hash", ALGORITHM);
    thumbprint.put("value", Meaning.PLAIN);
    return Vocabulary.builder()
        .term(1, "alg", ALGORITHM)
        .term(2, "crit")
        .term(3, "content type", Nested.contentType())
        .term(4, "kid")
        .term(5, "IV")
        .term(6, "Partial IV")
        .term(7, "counter signature")
        .term(8, "corim-meta", SignedCorimKind.META)
        .term(9, "CounterSignature0")
        .term(11, "Countersignature version 2")
        .term(12, "Countersignature0 version 2")
        .term(15, "CWT Claims", map(EatNames.claims(level)))
        .term(16, "typ", Nested.contentType())
        .term(32, "x5bag", CertificateView.CERTIFICATES)
        .term(33, "x5chain", CertificateView.CERTIFICATES)
        .term(34, "x5t", tuple(thumbprint))
        .term(35, "x5u")
        .term(258, "payload-hash-alg", ALGORITHM)
        .term(259, "payload-preimage-content-type", Nested.contentType())
        .term(260, "payload-location")
        .term(394, "receipts")
        .term(395, "vds")
        .term(396, "vdp")
        .build();
  }

  /** Shows a COSE_Key without its secret members. */
  static final Meaning COSE_KEY =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          return item instanceof CborMap key ? publicMembers(key) : Meaning.PLAIN.show(item);
        }
      };

  /** Shows a COSE_Key, or each one of a COSE_KeySet, without secret members. */
  static final Meaning COSE_KEYS =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          return item instanceof CborArray ? listOf(COSE_KEY).show(item) : COSE_KEY.show(item);
        }
      };

  private static View publicMembers(CborMap key) {
    long type = key.get(1).flatMap(org.rats4j.cli.view.Meanings::small).orElse(0L);
    Vocabulary members = type == 3 ? RSA_KEY : type == 7 ? AKP_KEY : ELLIPTIC_KEY;
    Map<CborItem, CborItem> common = new LinkedHashMap<>();
    Map<CborItem, CborItem> specific = new LinkedHashMap<>();
    boolean secret = false;
    for (Map.Entry<CborItem, CborItem> entry : key.entries().entrySet()) {
      long label = org.rats4j.cli.view.Meanings.small(entry.getKey()).orElse(Long.MIN_VALUE);
      if (isSecret(type, label)) {
        secret = true;
      } else if (label < 0 && label > -65536 && members.knows(label)) {
        specific.put(entry.getKey(), entry.getValue());
      } else {
        common.put(entry.getKey(), entry.getValue());
      }
    }
    View.Builder view = View.Group.builder();
    ((View.Group) KEY.show(new CborMap(common))).entries().forEach(view::put);
    ((View.Group) members.show(new CborMap(specific))).entries().forEach(view::put);
    return view.put("private", new View.Flag(secret)).build();
  }

  /** Of a type that is not known here, every type-specific member might be secret. */
  private static boolean isSecret(long type, long label) {
    if (label >= 0 || label <= -65536) {
      return false;
    }
    return switch ((int) type) {
      case 1, 2 -> label <= -4;
      case 3 -> label <= -3;
      case 7 -> label <= -2;
      default -> true;
    };
  }
}
