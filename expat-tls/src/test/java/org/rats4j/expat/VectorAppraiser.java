package org.rats4j.expat;

import java.util.Optional;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsExpectations;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonString;

/**
 * Trusts what one key signed, and hands over binder and AIK hash as the signed content has them.
 */
record VectorAppraiser(VerificationKey key) implements AttestationAppraiser {
  private static final long EAT_NONCE = 10;
  private static final long AIK_PUB_HASH = -70001;

  static VectorAppraiser of(Bytes pem) throws DecodingException {
    Bytes spki = Pem.decode(pem, DecodeOptions.STRICT).get(0).content();
    return new VectorAppraiser(VerificationKey.of(EncodedKeys.publicKey(spki)));
  }

  /** A result says so in its media type. */
  AttestationModel modelOf(Authenticator authenticator) {
    Bytes data = authenticator.attestation().orElse(Bytes.EMPTY);
    String text = new String(data.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.contains("rats/ear")
        ? AttestationModel.PASSPORT
        : AttestationModel.BACKGROUND_CHECK;
  }

  @Override
  public Verdict appraise(Cmw attestation, BinderRequest expected)
      throws DecodingException, VerificationException {
    CmwRecord message = (CmwRecord) attestation;
    return message.type().toString().contains("jwt")
        ? ofResult(message.value())
        : ofEvidence(message.value());
  }

  private Verdict ofEvidence(Bytes cose) throws DecodingException, VerificationException {
    Bytes payload =
        CoseSign1.decode(cose, DecodeOptions.STRICT)
            .verify(CoseExpectations.builder().key(key).build())
            .payload();
    CborMap claims = (CborMap) CborItem.decode(payload, DecodeOptions.STRICT);
    return Verdict.accepted(claim(claims.get(EAT_NONCE)), claim(claims.get(AIK_PUB_HASH)));
  }

  private static BoundValue claim(Optional<CborItem> item) {
    return item.map(value -> BoundValue.found(((CborBytes) value).value()))
        .orElse(BoundValue.MISSING);
  }

  private Verdict ofResult(Bytes jws) throws DecodingException, VerificationException {
    Bytes payload =
        Jws.decode(jws, DecodeOptions.STRICT)
            .verify(JwsExpectations.builder().key(key).build())
            .payload();
    JsonObject claims = (JsonObject) JsonReader.of(payload, DecodeOptions.STRICT, "").readValue();
    return Verdict.accepted(text(claims, "eat_nonce"), text(claims, "aik_pub_hash"));
  }

  private static BoundValue text(JsonObject claims, String name) throws DecodingException {
    return claims.get(name).isPresent()
        ? BoundValue.found(Base64Url.decode(((JsonString) claims.get(name).get()).value(), name))
        : BoundValue.MISSING;
  }
}
