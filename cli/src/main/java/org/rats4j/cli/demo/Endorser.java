package org.rats4j.cli.demo;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.crypto.Signer;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** The endorser: says in a signed CoRIM what the files of the program should be. */
final class Endorser {
  /** What the program is in the words of CoRIM. */
  static final EnvironmentClass PROGRAM =
      EnvironmentClass.builder().vendor("https://github.com/rats4j/rats4j").model("rats").build();

  private final Signer key;

  /** Creates an endorser that signs with {@code key}. */
  Endorser(Signer key) {
    this.key = Objects.requireNonNull(key, "key");
  }

  /**
   * Returns reference values, one triple for each file, so that a verifier can tell which one is
   * not as it should be.
   *
   * @throws GeneralSecurityException if the key cannot sign
   * @throws IllegalArgumentException if {@code reference} has no file
   */
  Bytes endorse(Reference reference) throws GeneralSecurityException {
    Triples.Builder triples = Triples.builder();
    reference
        .digests()
        .forEach(
            (file, digest) ->
                triples.reference(
                    new ValuesTriple(Environment.of(PROGRAM), List.of(measurement(file, digest)))));
    Comid files = Comid.builder(TagIdentity.of(TagId.of("rats-files")), triples.build()).build();
    Corim corim = Corim.builder(TagId.of("rats-build")).tag(ConciseTag.of(files)).build();
    return SignedCorim.builder(corim, SignerInfo.of(CorimMeta.of("rats demo"))).sign(key);
  }

  private static Measurement measurement(String file, Bytes digest) {
    return Measurement.of(
        MeasurementKey.of(Attester.FILE + file),
        MeasurementValues.builder().digests(Digest.sha256(digest)).build());
  }
}
