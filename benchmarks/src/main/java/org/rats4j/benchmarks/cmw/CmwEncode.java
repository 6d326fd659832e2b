package org.rats4j.benchmarks.cmw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;

/** Encodes a wrapper. Jackson writes the tree that it read, in whatever order it came. */
@State(Scope.Benchmark)
public class CmwEncode {
  @Param private Wrapper wrapper = Wrapper.RECORD_CBOR;

  private ObjectMapper jackson = new ObjectMapper();
  private Cmw cmw = Wrapper.RECORD_CBOR.cmw();
  private JsonNode tree = NullNode.instance;

  /** Makes the wrapper. */
  @Setup
  public void setUp() throws DecodingException, IOException {
    jackson = wrapper.encoding() == Encoding.CBOR ? new CBORMapper() : new ObjectMapper();
    cmw = wrapper.cmw();
    tree = jackson.readTree(wrapper.encode().toByteArray());
  }

  /** Ours, deterministic. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return cmw.encode(wrapper.form());
  }

  /** {@code writeValueAsBytes} of Jackson with its defaults. */
  @Benchmark
  public Object jackson() throws IOException {
    return jackson.writeValueAsBytes(tree);
  }
}
