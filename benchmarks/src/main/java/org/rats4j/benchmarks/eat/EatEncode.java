package org.rats4j.benchmarks.eat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.core.Encoding;
import org.rats4j.eat.EatClaims;

/**
 * Encodes a set of claims. Jackson writes its tree as it is: text for each key, neither sorted nor
 * checked.
 */
@State(Scope.Benchmark)
public class EatEncode {
  private final CBORMapper jackson = new CBORMapper();

  @Param private ClaimsSet set = ClaimsSet.PLATFORM;

  private EatClaims claims = EatClaims.builder().build();
  private JsonNode tree = jackson.nullNode();

  /** Makes the set. */
  @Setup
  public void setUp() throws IOException {
    claims = set.claims();
    tree = jackson.readTree(set.encode().toByteArray());
  }

  /** Ours. */
  @Benchmark
  public Object rats4j() {
    return claims.encode(Encoding.CBOR);
  }

  /** {@code writeValueAsBytes} of jackson-dataformat-cbor with its defaults. */
  @Benchmark
  public Object jackson() throws IOException {
    return jackson.writeValueAsBytes(tree);
  }
}
