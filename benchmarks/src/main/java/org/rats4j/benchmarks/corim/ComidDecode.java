package org.rats4j.benchmarks.corim;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.Comid;

/** Decodes a CoMID of 1 KB and checks its rules. */
@State(Scope.Benchmark)
@Goal(peer = "jackson", speed = 0)
public class ComidDecode {
  private final CBORMapper jackson = new CBORMapper();

  private byte[] wire = {};
  private Bytes bytes = Bytes.EMPTY;

  /** Makes the CoMID. */
  @Setup
  public void setUp() {
    bytes = Manifest.TRIPLES_8.comid().encode();
    wire = bytes.toByteArray();
  }

  /** Ours, every check on. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return Comid.decode(bytes, CorimOptions.STRICT).check();
  }

  /** {@code readTree} of jackson-dataformat-cbor with its defaults. */
  @Benchmark
  public Object jackson() throws IOException {
    return jackson.readTree(wire);
  }
}
