package org.rats4j.benchmarks.ear;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.EarOptions;

/** Reads the claims of a JWT. The peers make maps that nobody has checked to be a result. */
@State(Scope.Benchmark)
@Goal(peer = "nimbus", speed = 3)
public class EarDecode {
  private static final ObjectMapper JACKSON = new ObjectMapper();

  private Bytes payload = Bytes.EMPTY;
  private byte[] wire = {};

  /** Makes the payload. */
  @Setup
  public void setUp() {
    payload = Result.claims().encode(Encoding.JSON);
    wire = payload.toByteArray();
  }

  /** Ours, every check on. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return EarClaims.decode(payload, Encoding.JSON, EarOptions.STRICT);
  }

  /** Nimbus, from the bytes that its JWT has. */
  @Benchmark
  public Object nimbus() throws ParseException {
    return JWTClaimsSet.parse(new String(wire, StandardCharsets.UTF_8));
  }

  /** {@code readTree} of Jackson with its defaults. */
  @Benchmark
  public Object jackson() throws IOException {
    return JACKSON.readTree(wire);
  }
}
