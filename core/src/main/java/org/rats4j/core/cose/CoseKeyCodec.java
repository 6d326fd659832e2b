package org.rats4j.core.cose;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.internal.Curve;
import org.rats4j.core.internal.EdwardsCurve;
import org.rats4j.core.internal.MlDsa;
import org.rats4j.core.internal.PrivateMaterial;
import org.rats4j.core.internal.PublicMaterial;
import org.rats4j.core.internal.RsaRules;
import org.rats4j.core.internal.Unsigned;

/** CBOR codec of {@link CoseKey}; the only place that knows the wire form. */
final class CoseKeyCodec {
  static final long KTY = 1;
  static final long KID = 2;
  static final long ALG = 3;
  private static final long KEY_OPS = 4;
  private static final long BASE_IV = 5;
  private static final long CRV = -1;

  /** For what was decoded once already, whatever the limits were. */
  private static final DecodeOptions AGAIN =
      DecodeOptions.builder()
          .inputBytes(Integer.MAX_VALUE)
          .depth(512)
          .tags(512)
          .mapEntries(Integer.MAX_VALUE)
          .bignumBytes(65536)
          .textBytes(Integer.MAX_VALUE)
          .allow(CoseLeniencies.LENIENT)
          .build();

  /** Algorithms whose kind of key is known; with any other number, nothing can be compared. */
  private static final Set<Long> COMPARED = compared();

  private CoseKeyCodec() {}

  private static Set<Long> compared() {
    Set<Long> all = new HashSet<>(Algorithms.DEFAULT);
    all.addAll(
        List.of(Algorithms.RS256, Algorithms.RS384, Algorithms.RS512, Algorithms.HMAC_256_64));
    return Set.copyOf(all);
  }

  static CoseKey read(CborReader in) throws DecodingException {
    Bytes encoded = in.readRaw();
    CborReader map = CborReader.of(encoded, in.options(), in.path(), in.findings());
    return read(encoded, CoseKeyMembers.read(map));
  }

  private static CoseKey read(Bytes encoded, CoseKeyMembers in) throws DecodingException {
    long keyType = in.takeNumber(KTY, "kty");
    Bytes keyId = in.takeOptionalBytes(KID, "kid");
    Label algorithm = in.takeOptionalLabel(ALG, "alg");
    List<Label> operations = in.takeOptionalLabels(KEY_OPS, "key_ops");
    Bytes baseIv = in.takeOptionalBytes(BASE_IV, "Base IV");
    Content content = Content.NONE;
    if (keyType == CoseKeyType.EC2) {
      content = ec2(in);
    } else if (keyType == CoseKeyType.OKP) {
      content = okp(in);
    } else if (keyType == CoseKeyType.RSA) {
      content = rsa(in);
    } else if (keyType == CoseKeyType.AKP) {
      content = akp(in, algorithm);
    } else if (keyType == CoseKeyType.SYMMETRIC) {
      content = new Content(null, null, symmetric(in));
    } else {
      in.acceptUnknownType(keyType);
    }
    checkAlgorithm(in, algorithm, content);
    CoseKeyParameters parameters =
        new CoseKeyParameters(keyType, keyId, algorithm, operations, baseIv, in.unread());
    return content.toKey(parameters, encoded);
  }

  /** What the members of a key type hold; one of the three, or none. */
  private record Content(
      @Nullable PublicMaterial publicHalf, @Nullable PrivateMaterial both, @Nullable Bytes secret) {
    static final Content NONE = new Content(null, null, null);

    CoseKey toKey(CoseKeyParameters parameters, Bytes encoded) {
      if (both != null) {
        return new CosePrivateKey(parameters, both, encoded);
      }
      if (publicHalf != null) {
        return new CosePublicKey(parameters, publicHalf, encoded);
      }
      return secret != null
          ? new CoseSymmetricKey(parameters, secret, encoded)
          : new CoseOpaqueKey(parameters, encoded);
    }

    boolean fits(long algorithm) {
      if (publicHalf != null) {
        return publicHalf.fits(algorithm);
      }
      return secret == null || Algorithms.isMac(algorithm);
    }
  }

  private static void checkAlgorithm(CoseKeyMembers in, @Nullable Label algorithm, Content content)
      throws DecodingException {
    if (algorithm instanceof Label.OfInteger integer
        && integer.fitsLong()
        && COMPARED.contains(integer.longValue())
        && !content.fits(integer.longValue())) {
      throw in.fail(Reason.INVALID_VALUE, ALG, "alg is not one of this kind of key or curve");
    }
  }

  private static Content ec2(CoseKeyMembers in) throws DecodingException {
    long number = in.takeNumber(CRV, "curve");
    Optional<Curve> known = CoseKeyCurves.ec2(number);
    if (known.isEmpty()) {
      throw CoseKeyCurves.isOfOkp(number)
          ? in.fail(Reason.INVALID_VALUE, CRV, "curve " + number + " is no EC2 curve")
          : in.fail(Reason.UNSUPPORTED, CRV, "curve " + number);
    }
    Curve curve = known.get();
    BigInteger x = Unsigned.value(in.takeBytes(-2, "x", curve.coordinateBytes()));
    ECPoint point = point(in, curve, x);
    PublicMaterial.Ec half = in.build(-2, () -> new PublicMaterial.Ec(curve, point));
    if (!in.has(-4)) {
      return new Content(half, null, null);
    }
    BigInteger d = Unsigned.value(in.takeBytes(-4, "d", curve.coordinateBytes()));
    return new Content(half, in.build(-4, () -> new PrivateMaterial.Ec(half, d)), null);
  }

  private static ECPoint point(CoseKeyMembers in, Curve curve, BigInteger x)
      throws DecodingException {
    Optional<Boolean> odd = in.takeIfBoolean(-3);
    if (odd.isPresent()) {
      return curve
          .decompress(x, odd.get())
          .orElseThrow(() -> in.fail(Reason.INVALID_VALUE, -2, "no point on the curve has this x"));
    }
    return new ECPoint(x, Unsigned.value(in.takeBytes(-3, "y", curve.coordinateBytes())));
  }

  private static Content okp(CoseKeyMembers in) throws DecodingException {
    long number = in.takeNumber(CRV, "curve");
    Optional<EdwardsCurve> known = CoseKeyCurves.okp(number);
    if (known.isEmpty()) {
      throw CoseKeyCurves.isOfEc2(number)
          ? in.fail(Reason.INVALID_VALUE, CRV, "curve " + number + " is no OKP curve")
          : in.fail(Reason.UNSUPPORTED, CRV, "curve " + number);
    }
    EdwardsCurve curve = known.get();
    Bytes x = in.takeBytes(-2, "x", curve.bytes());
    PublicMaterial.Okp half = in.build(-2, () -> new PublicMaterial.Okp(curve, x));
    if (!in.has(-4)) {
      return new Content(half, null, null);
    }
    Bytes d = in.takeBytes(-4, "d", curve.bytes());
    return new Content(half, new PrivateMaterial.Okp(half, d), null);
  }

  private static Content rsa(CoseKeyMembers in) throws DecodingException {
    BigInteger n = in.takeShortest(-1, "n");
    BigInteger e = in.takeShortest(-2, "e");
    try {
      RsaRules.checkModulus(n);
    } catch (IllegalArgumentException weak) {
      throw in.fail(Reason.INVALID_VALUE, "KEY_MISMATCH", -1, String.valueOf(weak.getMessage()));
    }
    PublicMaterial.Rsa half = in.build(-2, () -> new PublicMaterial.Rsa(n, e));
    if (!in.has(-3) && !hasCrt(in)) {
      return new Content(half, null, null);
    }
    BigInteger d = in.takeShortest(-3, "d");
    Optional<PrivateMaterial.Crt> crt = crt(in);
    return new Content(half, in.build(-3, () -> new PrivateMaterial.Rsa(half, d, crt)), null);
  }

  private static Optional<PrivateMaterial.Crt> crt(CoseKeyMembers in) throws DecodingException {
    if (in.has(-9)) {
      throw in.fail(Reason.UNSUPPORTED, -9, "RSA with more than two primes");
    }
    if (!hasCrt(in)) {
      return Optional.empty();
    }
    return Optional.of(
        new PrivateMaterial.Crt(
            in.takeShortest(-4, "p"),
            in.takeShortest(-5, "q"),
            in.takeShortest(-6, "dP"),
            in.takeShortest(-7, "dQ"),
            in.takeShortest(-8, "qInv")));
  }

  /** All or none of them: one that stayed behind would be a secret in a public key. */
  private static boolean hasCrt(CoseKeyMembers in) {
    return in.has(-4) || in.has(-5) || in.has(-6) || in.has(-7) || in.has(-8);
  }

  private static Content akp(CoseKeyMembers in, @Nullable Label algorithm)
      throws DecodingException {
    if (algorithm == null) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, ALG, "alg missing");
    }
    for (MlDsa set : MlDsa.values()) {
      if (algorithm.equals(Label.of(set.algorithm()))) {
        return akp(in, set);
      }
    }
    throw in.fail(Reason.UNSUPPORTED, ALG, "algorithm key pair of another algorithm than ML-DSA");
  }

  private static Content akp(CoseKeyMembers in, MlDsa set) throws DecodingException {
    Bytes pub = in.takeBytes(-1, "pub", set.publicKeyBytes());
    PublicMaterial.Akp half = new PublicMaterial.Akp(set, pub);
    if (!in.has(-2)) {
      return new Content(half, null, null);
    }
    Bytes priv = in.takeBytes(-2, "priv", MlDsa.SEED_BYTES);
    return new Content(half, new PrivateMaterial.Akp(half, priv), null);
  }

  private static Bytes symmetric(CoseKeyMembers in) throws DecodingException {
    Bytes k = in.takeBytes(-1, "k");
    if (k.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, -1, "empty key");
    }
    return k;
  }

  static CosePublicKey of(PublicKey key) {
    return made(CoseKeyWriter.members(PublicMaterial.of(key)), CosePublicKey.class);
  }

  static CosePrivateKey of(PublicKey publicKey, PrivateKey privateKey) {
    PrivateMaterial material = PrivateMaterial.of(PublicMaterial.of(publicKey), privateKey);
    return made(CoseKeyWriter.members(material), CosePrivateKey.class);
  }

  static CoseSymmetricKey ofSymmetric(Bytes k) {
    return made(CoseKeyWriter.symmetric(k), CoseSymmetricKey.class);
  }

  static <K extends CoseKey> K with(K key, Class<K> type, long label, CborItem value) {
    Map<CborItem, CborItem> members = membersOf(key);
    members.put(CborInteger.of(label), value);
    return made(members, type);
  }

  static CosePublicKey publicHalf(CosePrivateKey key, PrivateMaterial material) {
    Map<CborItem, CborItem> members = membersOf(key);
    members.keySet().removeAll(CoseKeyWriter.members(material).keySet());
    members.putAll(CoseKeyWriter.members(material.publicMaterial()));
    CborItem sign = CborInteger.of(CoseKeyOperation.SIGN);
    if (members.get(CborInteger.of(KEY_OPS)) instanceof CborArray operations
        && operations.items().contains(sign)) {
      List<CborItem> verifying = new ArrayList<>(operations.items());
      verifying.replaceAll(
          item -> item.equals(sign) ? CborInteger.of(CoseKeyOperation.VERIFY) : item);
      members.put(CborInteger.of(KEY_OPS), new CborArray(verifying.stream().distinct().toList()));
    }
    return made(members, CosePublicKey.class);
  }

  private static Map<CborItem, CborItem> membersOf(CoseKey key) {
    try {
      return new LinkedHashMap<>(((CborMap) CborItem.decode(key.encode(), AGAIN)).entries());
    } catch (DecodingException e) {
      throw new IllegalStateException("a key does not decode again", e);
    }
  }

  private static <K extends CoseKey> K made(Map<CborItem, CborItem> members, Class<K> type) {
    try {
      return type.cast(CoseKey.decode(new CborMap(members).encode(), AGAIN));
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
