package org.rats4j.benchmarks.pkix;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceOptions;

/** Decodes evidence on keys. BouncyCastle visits every value, and checks none of the rules. */
@State(Scope.Benchmark)
public class EvidenceDecode {
  @Param({"1", "10", "1000"})
  private int keys = 1;

  private Bytes der = Bytes.EMPTY;
  private byte[] wire = {};

  /** Makes the evidence. */
  @Setup
  public void setUp() throws Exception {
    der = new HsmModule().evidence(keys, "EC", Algorithms.ES256).encoded();
    wire = der.toByteArray();
  }

  /** Ours, every check on. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return Evidence.decode(der, EvidenceOptions.STRICT);
  }

  /** The bare parse. */
  @Benchmark
  public Object bouncycastle() throws IOException {
    return visit(ASN1Primitive.fromByteArray(wire));
  }

  private static int visit(ASN1Encodable value) {
    int values = 1;
    if (value instanceof ASN1Sequence members) {
      for (ASN1Encodable member : members) {
        values += visit(member);
      }
    } else if (value instanceof ASN1TaggedObject tagged) {
      values += visit(tagged.getExplicitBaseObject());
    }
    return values;
  }
}
