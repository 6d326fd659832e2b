package org.rats4j.core.cose;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.internal.PrivateMaterial;
import org.rats4j.core.internal.PublicMaterial;
import org.rats4j.core.internal.Unsigned;

/** Turns keys into the members of a COSE_Key. */
final class CoseKeyWriter {
  private CoseKeyWriter() {}

  /** Returns the members that a public key must have, which are those of its thumbprint. */
  static Map<CborItem, CborItem> members(PublicMaterial material) {
    Map<CborItem, CborItem> members = new LinkedHashMap<>();
    if (material instanceof PublicMaterial.Ec ec) {
      put(members, CoseKeyCodec.KTY, CoseKeyType.EC2);
      put(members, -1, CoseKeyCurves.number(ec.curve()));
      put(members, -2, ec.x());
      put(members, -3, ec.y());
    } else if (material instanceof PublicMaterial.Okp okp) {
      put(members, CoseKeyCodec.KTY, CoseKeyType.OKP);
      put(members, -1, CoseKeyCurves.number(okp.curve()));
      put(members, -2, okp.x());
    } else if (material instanceof PublicMaterial.Rsa rsa) {
      put(members, CoseKeyCodec.KTY, CoseKeyType.RSA);
      put(members, -1, Unsigned.shortest(rsa.n()));
      put(members, -2, Unsigned.shortest(rsa.e()));
    } else if (material instanceof PublicMaterial.Akp akp) {
      put(members, CoseKeyCodec.KTY, CoseKeyType.AKP);
      put(members, CoseKeyCodec.ALG, akp.set().algorithm());
      put(members, -1, akp.pub());
    }
    return members;
  }

  /** Returns the members of both halves. */
  static Map<CborItem, CborItem> members(PrivateMaterial material) {
    Map<CborItem, CborItem> members = members(material.publicMaterial());
    if (material instanceof PrivateMaterial.Ec ec) {
      put(members, -4, ec.d());
    } else if (material instanceof PrivateMaterial.Okp okp) {
      put(members, -4, okp.d());
    } else if (material instanceof PrivateMaterial.Rsa rsa) {
      put(members, -3, Unsigned.shortest(rsa.d()));
      rsa.crt().ifPresent(crt -> putCrt(members, crt));
    } else if (material instanceof PrivateMaterial.Akp akp) {
      put(members, -2, akp.priv());
    }
    return members;
  }

  private static void putCrt(Map<CborItem, CborItem> members, PrivateMaterial.Crt crt) {
    put(members, -4, Unsigned.shortest(crt.p()));
    put(members, -5, Unsigned.shortest(crt.q()));
    put(members, -6, Unsigned.shortest(crt.dp()));
    put(members, -7, Unsigned.shortest(crt.dq()));
    put(members, -8, Unsigned.shortest(crt.qi()));
  }

  static Map<CborItem, CborItem> symmetric(Bytes k) {
    Map<CborItem, CborItem> members = new LinkedHashMap<>();
    put(members, CoseKeyCodec.KTY, CoseKeyType.SYMMETRIC);
    put(members, -1, k);
    return members;
  }

  private static void put(Map<CborItem, CborItem> members, long label, long value) {
    members.put(CborInteger.of(label), CborInteger.of(value));
  }

  private static void put(Map<CborItem, CborItem> members, long label, Bytes value) {
    members.put(CborInteger.of(label), new CborBytes(value));
  }
}
