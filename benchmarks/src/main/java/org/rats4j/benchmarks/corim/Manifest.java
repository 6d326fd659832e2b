package org.rats4j.benchmarks.corim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** A CoRIM with one CoMID of so many reference triples, each about another class of devices. */
public enum Manifest {
  /** About 1 KB. */
  TRIPLES_8(8),
  /** About 110 KB. */
  TRIPLES_1000(1_000),
  /** About 11 MB. */
  TRIPLES_100000(100_000);

  private final int triples;

  Manifest(int triples) {
    this.triples = triples;
  }

  /** Returns how many triples there are. */
  public int triples() {
    return triples;
  }

  Comid comid() {
    Random random = new Random(triples);
    List<ValuesTriple> references = new ArrayList<>();
    for (int i = 0; i < triples; i++) {
      references.add(reference(random));
    }
    Triples all = Triples.builder().reference(references).build();
    return Comid.builder(TagIdentity.of(TagId.of("acme.example/firmware"), 1), all).build();
  }

  /** Returns the CoRIM. */
  public Corim corim() {
    return Corim.builder(TagId.of("acme.example/2026")).tag(ConciseTag.of(comid())).build();
  }

  private static ValuesTriple reference(Random random) {
    Environment environment =
        Environment.of(
            EnvironmentClass.builder()
                .id(new TaggedBytes(random(16, random)))
                .vendor("ACME Ltd.")
                .model("RoadRunner")
                .build());
    MeasurementValues values =
        MeasurementValues.builder()
            .svn(Svn.minimum(random.nextInt(100)))
            .digests(Digest.sha256(random(32, random)))
            .build();
    Measurement measurement = Measurement.of(MeasurementKey.of("firmware"), values);
    return new ValuesTriple(environment, List.of(measurement));
  }

  private static Bytes random(int size, Random random) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }
}
