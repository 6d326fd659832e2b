package org.rats4j.benchmarks.eat;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatOptions;

/** Decodes a set of claims. Jackson makes a tree whose claims nobody has checked. */
@State(Scope.Benchmark)
@Goal(peer = "jackson", speed = 2.0)
public class EatDecode {
  private final CBORMapper jackson = new CBORMapper();

  @Param private ClaimsSet set = ClaimsSet.PLATFORM;

  private byte[] wire = {};
  private Bytes bytes = Bytes.EMPTY;

  /** Makes the set. */
  @Setup
  public void setUp() {
    bytes = set.encode();
    wire = bytes.toByteArray();
  }

  /** Ours, every check on. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return EatClaims.decode(bytes, Encoding.CBOR, EatOptions.STRICT);
  }

  /** {@code readTree} of jackson-dataformat-cbor with its defaults. */
  @Benchmark
  public Object jackson() throws IOException {
    return jackson.readTree(wire);
  }
}
