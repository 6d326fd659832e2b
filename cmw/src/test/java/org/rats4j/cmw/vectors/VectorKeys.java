package org.rats4j.cmw.vectors;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.test.vectors.VectorEntry;

/** The keys of the area: public JWKs, and public keys of elliptic curves in PEM. */
final class VectorKeys {
  private VectorKeys() {}

  static VerificationKey of(VectorEntry entry) throws Exception {
    Bytes jwk = Bytes.copyOf(entry.contentNamedBy("key").orElseThrow());
    return Jwk.decode(jwk, DecodeOptions.STRICT).toVerificationKey();
  }

  static PublicKey ofPem(byte[] pem) throws Exception {
    String text = new String(pem, StandardCharsets.US_ASCII).replaceAll("-----[^-]+-----", "");
    byte[] der = Base64.getMimeDecoder().decode(text);
    return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
  }
}
