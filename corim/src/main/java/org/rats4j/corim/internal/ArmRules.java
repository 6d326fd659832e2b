package org.rats4j.corim.internal;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.comid.ClassId;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.PkixKey;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.TaggedUeid;
import org.rats4j.corim.comid.Triples;

/** The rules that the profiles of PSA and CCA have in common. */
public final class ArmRules {
  private static final int IMPLEMENTATION_ID = 32;
  private static final int INSTANCE_ID = 33;

  private ArmRules() {}

  /** Returns the path of a reference triple. */
  public static String reference(int index) {
    return "comid/4/" + Triples.REFERENCE + "/" + index;
  }

  /** Returns whether {@code size} is that of SHA-256, SHA-384 or SHA-512. */
  public static boolean isHashSize(int size) {
    return size == 32 || size == 48 || size == 64;
  }

  /** Returns the bytes of the class-id, of no size if it is none of tagged bytes. */
  public static Bytes classId(Environment environment) {
    ClassId id = environment.environmentClass().flatMap(EnvironmentClass::id).orElse(null);
    return id instanceof TaggedBytes bytes ? bytes.value() : Bytes.EMPTY;
  }

  /** Holds an environment to be named by an implementation id. */
  public static void checkImplementation(Environment environment, String path, Faults faults) {
    faults.demand(
        classId(environment).size() == IMPLEMENTATION_ID,
        path,
        "/0",
        "class-id is not an implementation id, tagged bytes of 32");
  }

  /** Holds the keys that devices attest with to their form. */
  public static void checkAttestKeys(Triples triples, Faults faults) {
    for (int i = 0; i < triples.attestKey().size(); i++) {
      KeyTriple triple = triples.attestKey().get(i);
      String path = "comid/4/" + Triples.ATTEST_KEY + "/" + i;
      checkImplementation(triple.environment(), path, faults);
      faults.demand(
          triple.environment().instance().orElse(null) instanceof TaggedUeid ueid
              && ueid.value().size() == INSTANCE_ID
              && ueid.value().at(0) == 1,
          path,
          "/0",
          "instance is not an instance id, a UEID of 33 bytes that begins with 01");
      faults.demand(
          triple.keys().size() == 1 && triple.keys().get(0) instanceof PkixKey,
          path,
          "/1",
          "there is not exactly one key, in PEM, tag 554");
    }
  }

  /** Returns the key of a measurement, empty if it is no text. */
  public static String key(Measurement measurement) {
    MeasurementKey key = measurement.key().orElse(null);
    return key instanceof MeasurementKey.OfText text ? text.text() : "";
  }

  /** Holds a measurement of software to its form. */
  public static void checkSoftware(Measurement measurement, String path, Faults faults) {
    MeasurementValues values = measurement.values();
    checkDigests(values, path, faults);
    List<CryptoKey> signers = values.cryptoKeys();
    faults.demand(
        signers.size() == 1
            && signers.get(0) instanceof TaggedBytes signer
            && isHashSize(signer.value().size()),
        path,
        "/1/13",
        "cryptokeys is not one signer id, tagged bytes of 32, 48 or 64");
    faults.demand(
        values.version().flatMap(version -> version.scheme()).isEmpty(),
        path,
        "/1/0",
        "version has a scheme");
  }

  /** Holds a measurement to have digests, all of the size of a hash. */
  public static void checkDigests(MeasurementValues values, String path, Faults faults) {
    faults.demand(!values.digests().isEmpty(), path, "/1", "digests are missing");
    for (int i = 0; i < values.digests().size(); i++) {
      Digest digest = values.digests().get(i);
      String at = path + "/1/2/" + i;
      faults.demand(
          isHashSize(digest.value().size()), at, "", "digest is not of 32, 48 or 64 bytes");
      if (digest.algorithm() instanceof Label.OfInteger) {
        faults.remark(
            CorimCodes.PROFILE_DIGEST_ALG_INT, at, "profile wants the algorithm named by text");
      }
    }
  }

  /** Holds a measurement to name nobody who authorizes it. */
  public static void checkNobodyAuthorizes(Measurement measurement, String path, Faults faults) {
    faults.demand(measurement.authorizedBy().isEmpty(), path, "/2", "authorized-by is not allowed");
  }
}
