package org.rats4j.benchmarks.cbor;

import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORItem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborSimple;

/**
 * Encodes the tree of a document. Ours sorts the keys and chooses the shortest forms; Jackson
 * writes neither tags nor integer keys, and so about a tenth less.
 */
@State(Scope.Benchmark)
public class CborEncode {
  private final CBORMapper jackson = new CBORMapper();

  @Param private Document document = Document.EAT;

  private CborItem item = CborSimple.NULL;
  private JsonNode jacksonTree = NullNode.instance;
  private CBORItem authleteItem = com.authlete.cbor.CBORNull.INSTANCE;

  /** Makes the document and the three trees of it. */
  @Setup
  public void setUp() throws DecodingException, IOException {
    byte[] cbor = document.encode();
    item = CborItem.decode(cbor, DecodeOptions.STRICT);
    jacksonTree = jackson.readTree(cbor);
    authleteItem = new CBORDecoder(cbor).next();
  }

  /** Ours, deterministic. */
  @Benchmark
  public Object rats4j() {
    return item.encode();
  }

  /** jackson-dataformat-cbor with its defaults. */
  @Benchmark
  public Object jackson() throws IOException {
    return jackson.writeValueAsBytes(jacksonTree);
  }

  /** com.authlete:cbor. */
  @Benchmark
  public Object authlete() {
    return authleteItem.encode();
  }
}
