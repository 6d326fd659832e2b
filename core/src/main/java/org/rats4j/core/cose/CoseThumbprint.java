package org.rats4j.core.cose;

import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.internal.PublicMaterial;

/** Thumbprints over the required members of a key (RFC 9679, section 4). */
final class CoseThumbprint {
  private CoseThumbprint() {}

  static Bytes of(PublicMaterial material) {
    return hash(CoseKeyWriter.members(material));
  }

  static Bytes ofSymmetric(Bytes k) {
    return hash(CoseKeyWriter.symmetric(k));
  }

  private static Bytes hash(Map<CborItem, CborItem> members) {
    return CoseHash.digest(CoseHash.SHA_256, new CborMap(members).encode()).orElseThrow();
  }
}
