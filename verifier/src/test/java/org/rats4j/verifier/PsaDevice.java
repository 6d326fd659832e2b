package org.rats4j.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.TaggedUeid;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.eat.psa.SoftwareComponent;
import org.rats4j.verifier.evidence.CryptoKeys;

/** A device with a PSA root of trust, and what its maker says of it. */
final class PsaDevice {
  static final Bytes NONCE = Bytes.copyOf(new byte[32]);
  static final Bytes SIGNER_ID = filled(0x51);

  private static final MeasurementKey COMPONENT = MeasurementKey.of("psa.software-component");

  final KeyPair key = newKey();
  final Bytes implementationId = filled(0xac);
  final Bytes instanceId;
  SecurityLifecycle.State state = SecurityLifecycle.State.SECURED;

  PsaDevice(int serial) {
    instanceId = Bytes.of(1).concat(filled(serial));
  }

  static Bytes filled(int value) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) value);
    return Bytes.copyOf(bytes);
  }

  static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  Signer signer() {
    return Signers.of(key.getPrivate(), Algorithms.ES256);
  }

  /** Returns evidence of software with these digests. */
  Bytes token(Bytes... digests) throws GeneralSecurityException {
    List<SoftwareComponent> software = new ArrayList<>();
    for (Bytes digest : digests) {
      software.add(
          SoftwareComponent.builder(digest, SIGNER_ID)
              .measurementType("PRoT")
              .version("1.2.3")
              .build());
    }
    EatClaims claims =
        EatClaims.builder()
            .put(PsaClaims.NONCE, Nonces.of(Nonce.ofBytes(NONCE)))
            .put(PsaClaims.INSTANCE_ID, new Ueid(instanceId))
            .put(Claims.PROFILE, ProfileId.of("tag:psacertified.org,2023:psa#tfm"))
            .put(PsaClaims.CLIENT_ID, 1L)
            .put(PsaClaims.SECURITY_LIFECYCLE, state.lifecycle())
            .put(PsaClaims.IMPLEMENTATION_ID, implementationId)
            .put(PsaClaims.SOFTWARE_COMPONENTS, software)
            .build();
    return Eat.cwt(claims).withoutCwtTag().sign(signer());
  }

  Environment environmentClass() {
    return Environment.of(EnvironmentClass.of(new TaggedBytes(implementationId)));
  }

  Environment environment() {
    return Environment.builder()
        .environmentClass(EnvironmentClass.of(new TaggedBytes(implementationId)))
        .instance(new TaggedUeid(instanceId))
        .build();
  }

  /** Returns reference values of the class, one triple for each of these digests. */
  Corim referenceValues(Bytes... digests) {
    Triples.Builder triples = Triples.builder();
    for (Bytes digest : digests) {
      triples.reference(new ValuesTriple(environmentClass(), List.of(measurement(digest))));
    }
    return corim("reference-values", triples.build());
  }

  /** Returns reference values of this device alone. */
  Corim ownReferenceValues(Bytes... digests) {
    Triples.Builder triples = Triples.builder();
    for (Bytes digest : digests) {
      triples.reference(new ValuesTriple(environment(), List.of(measurement(digest))));
    }
    return corim("own-reference-values", triples.build());
  }

  /** Returns the key of this device. */
  Corim keys() {
    return corim(
        "keys",
        Triples.builder()
            .attestKey(KeyTriple.of(environment(), List.of(CryptoKeys.of(key.getPublic()))))
            .build());
  }

  static Measurement measurement(Bytes digest) {
    return Measurement.of(
        COMPONENT,
        MeasurementValues.builder()
            .digests(Digest.sha256(digest))
            .cryptoKeys(List.of(new TaggedBytes(SIGNER_ID)))
            .build());
  }

  static Corim corim(String name, Triples triples) {
    return Corim.builder(TagId.of(name))
        .profile(CorimProfileId.of("tag:arm.com,2025:psa#1.0.0"))
        .tag(ConciseTag.of(Comid.builder(TagIdentity.of(TagId.of(name + "-tag")), triples).build()))
        .build();
  }
}
