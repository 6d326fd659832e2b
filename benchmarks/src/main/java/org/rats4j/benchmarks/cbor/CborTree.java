package org.rats4j.benchmarks.cbor;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborItem;

/**
 * Decodes a document into a tree. Jackson's tree has no tags and makes text of every key; ours and
 * authlete's keep both.
 */
@State(Scope.Benchmark)
@Goal(peer = "jackson", speed = 2.0, allocation = 0.5)
public class CborTree {
  private final CBORMapper jackson = new CBORMapper();

  @Param private Document document = Document.EAT;

  private byte[] cbor = {};
  private Bytes bytes = Bytes.EMPTY;

  /** Makes the document. */
  @Setup
  public void setUp() {
    cbor = document.encode();
    bytes = Bytes.copyOf(cbor);
  }

  /** Ours, every check on. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return CborItem.decode(bytes, DecodeOptions.STRICT);
  }

  /** {@code readTree} of jackson-dataformat-cbor with its defaults. */
  @Benchmark
  public Object jackson() throws IOException {
    return jackson.readTree(cbor);
  }

  /** The decoder of com.authlete:cbor with its defaults. */
  @Benchmark
  public Object authlete() throws IOException {
    return new com.authlete.cbor.CBORDecoder(cbor).next();
  }
}
