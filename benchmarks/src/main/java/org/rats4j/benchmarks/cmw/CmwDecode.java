package org.rats4j.benchmarks.cmw;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;

/** Decodes a wrapper. Jackson makes a tree that nobody has checked to be one. */
@State(Scope.Benchmark)
public class CmwDecode {
  @Param private Wrapper wrapper = Wrapper.RECORD_CBOR;

  private ObjectMapper jackson = new ObjectMapper();
  private byte[] wire = {};
  private Bytes bytes = Bytes.EMPTY;

  /** Makes the wrapper. */
  @Setup
  public void setUp() throws DecodingException {
    jackson = wrapper.encoding() == Encoding.CBOR ? new CBORMapper() : new ObjectMapper();
    bytes = wrapper.encode();
    wire = bytes.toByteArray();
  }

  /** Ours, every check on. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return Cmw.decode(bytes, wrapper.encoding(), CmwOptions.STRICT);
  }

  /** {@code readTree} of Jackson with its defaults. */
  @Benchmark
  public Object jackson() throws IOException {
    return jackson.readTree(wire);
  }
}
