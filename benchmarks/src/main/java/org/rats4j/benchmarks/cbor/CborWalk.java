package org.rats4j.benchmarks.cbor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.rats4j.benchmarks.Goal;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;

/** Visits every value of a document by its type: what a codec does. */
@State(Scope.Benchmark)
@Goal(peer = "jackson", speed = 2.0, allocation = 0.5)
public class CborWalk {
  private final CBORFactory jackson = new CBORFactory();

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
  public void rats4j(Blackhole hole) throws DecodingException {
    walk(CborReader.of(bytes, DecodeOptions.STRICT, "document"), hole);
  }

  private static void walk(CborReader in, Blackhole hole) throws DecodingException {
    switch (in.peekType()) {
      case MAP -> {
        in.startMap();
        while (in.hasNext()) {
          hole.consume(in.readLabel());
          walk(in, hole);
        }
        in.endMap();
      }
      case ARRAY -> {
        in.startArray();
        while (in.hasNext()) {
          walk(in, hole);
        }
        in.endArray();
      }
      case TAG -> {
        hole.consume(in.readTag());
        walk(in, hole);
      }
      case UNSIGNED_INTEGER, NEGATIVE_INTEGER -> hole.consume(in.readLong());
      case BYTE_STRING -> hole.consume(in.readBytes());
      case TEXT_STRING -> hole.consume(in.readText());
      case FLOAT -> hole.consume(in.readDouble());
      case BOOLEAN -> hole.consume(in.readBoolean());
      default -> throw new IllegalStateException("the documents have no " + in.peekType());
    }
  }

  /** The token stream of jackson-dataformat-cbor. */
  @Benchmark
  public void jackson(Blackhole hole) throws IOException {
    try (JsonParser in = jackson.createParser(cbor)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        switch (token) {
          case FIELD_NAME -> hole.consume(in.currentName());
          case VALUE_NUMBER_INT -> hole.consume(in.getLongValue());
          case VALUE_EMBEDDED_OBJECT -> hole.consume(in.getBinaryValue());
          case VALUE_STRING -> hole.consume(in.getText());
          case VALUE_NUMBER_FLOAT -> hole.consume(in.getDoubleValue());
          case VALUE_TRUE, VALUE_FALSE -> hole.consume(in.getBooleanValue());
          default -> hole.consume(token);
        }
      }
    }
  }
}
