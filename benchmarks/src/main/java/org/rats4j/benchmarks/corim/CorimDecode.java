package org.rats4j.benchmarks.corim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.corim.Corim;

/** Decodes a CoRIM with its CoMID, and checks its rules. Jackson makes trees that nobody checks. */
@State(Scope.Benchmark)
@Goal(peer = "jackson", speed = 0)
public class CorimDecode {
  private final CBORMapper jackson = new CBORMapper();

  @Param private Manifest manifest = Manifest.TRIPLES_8;

  private byte[] wire = {};
  private Bytes bytes = Bytes.EMPTY;

  /** Makes the CoRIM. */
  @Setup
  public void setUp() {
    bytes = manifest.corim().encode();
    wire = bytes.toByteArray();
  }

  /** Ours, every check on, and the rules that findings come from. */
  @Benchmark
  public List<Finding> rats4j() throws DecodingException {
    return Corim.decode(bytes).check();
  }

  /** {@code readTree} of the CoRIM and of the CoMID in it. */
  @Benchmark
  public JsonNode jackson() throws IOException {
    return jackson.readTree(jackson.readTree(wire).get("1").get(0).binaryValue());
  }
}
