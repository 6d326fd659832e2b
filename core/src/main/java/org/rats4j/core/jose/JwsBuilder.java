package org.rats4j.core.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.core.json.JsonWriter;

/**
 * Builds a JWS. The header begins with the {@code alg} of the signer; the rest follows in the order
 * of the calls. Not safe for use by several threads.
 */
public final class JwsBuilder {
  private static final Set<Long> VERIFY_ONLY =
      Set.of(Algorithms.RS256, Algorithms.RS384, Algorithms.RS512);

  private static final DecodeOptions OWN_HEADER =
      DecodeOptions.builder().inputBytes(Integer.MAX_VALUE).textBytes(Integer.MAX_VALUE).build();

  private final Map<String, JsonValue> protectedMembers = new LinkedHashMap<>();
  private final Map<String, JsonValue> unprotectedMembers = new LinkedHashMap<>();
  private @Nullable Bytes payload;

  JwsBuilder() {}

  /** Sets the payload. */
  public JwsBuilder payload(Bytes value) {
    payload = Objects.requireNonNull(value, "value");
    return this;
  }

  /** Sets {@code typ}, the type of the whole message, such as {@code "JWT"}. */
  public JwsBuilder typ(String value) {
    return protectedMember("typ", new JsonString(value));
  }

  /** Sets {@code cty}, the type of the payload. */
  public JwsBuilder cty(String value) {
    return protectedMember("cty", new JsonString(value));
  }

  /** Sets {@code kid}. */
  public JwsBuilder kid(String value) {
    return protectedMember("kid", new JsonString(value));
  }

  /** Sets {@code x5c} to certificates in DER, the signer's first. */
  public JwsBuilder x5c(List<Bytes> certificates) {
    Stream<JsonValue> texts =
        certificates.stream()
            .map(Bytes::toByteArray)
            .map(Base64.getEncoder()::encodeToString)
            .map(JsonString::new);
    return protectedMember("x5c", new JsonArray(texts.toList()));
  }

  /** Sets {@code x5t#S256} to the SHA-256 hash of the signer's certificate. */
  public JwsBuilder x5tS256(Bytes hash) {
    return protectedMember("x5t#S256", new JsonString(Base64Url.encode(hash)));
  }

  /** Sets {@code crit}: the names of members that a verifier has to understand. */
  public JwsBuilder critical(String... names) {
    Stream<JsonValue> texts = Stream.of(names).map(JsonString::new);
    return protectedMember("crit", new JsonArray(texts.toList()));
  }

  /**
   * Sets a member of the protected header.
   *
   * @throws IllegalArgumentException if {@code name} is {@code alg}, which the signer says
   */
  public JwsBuilder protectedMember(String name, JsonValue value) {
    if (name.equals("alg")) {
      throw new IllegalArgumentException("the signer says alg");
    }
    protectedMembers.put(name, Objects.requireNonNull(value, "value"));
    return this;
  }

  /** Sets a member of the unprotected header, which only the flattened serialization has. */
  public JwsBuilder unprotectedMember(String name, JsonValue value) {
    unprotectedMembers.put(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Returns the compact serialization with the signature of {@code signer}.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws IllegalArgumentException if the algorithm is RS* or has no name in JOSE, a header
   *     member is not as RFC 7515 says, or there are unprotected ones
   * @throws IllegalStateException if there is no payload
   */
  public String sign(Signer signer) throws GeneralSecurityException {
    if (!unprotectedMembers.isEmpty()) {
      throw new IllegalArgumentException("the compact serialization has no unprotected header");
    }
    String signingInput = header(signer) + "." + encodedPayload();
    return signingInput + "." + signature(signer, signingInput);
  }

  /**
   * Returns the flattened JSON serialization with the signature of {@code signer}.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws IllegalArgumentException if the algorithm is RS* or has no name in JOSE, a header
   *     member is not as RFC 7515 says, or one stands in both headers
   * @throws IllegalStateException if there is no payload
   */
  public Bytes signFlattened(Signer signer) throws GeneralSecurityException {
    String header = header(signer);
    String payloadText = encodedPayload();
    JsonObject unprotected = new JsonObject(unprotectedMembers);
    for (String name : unprotectedMembers.keySet()) {
      if (protectedMembers.containsKey(name)) {
        throw new IllegalArgumentException("member stands in both headers");
      }
    }
    checked(() -> JwsHeaderReader.readUnprotected(reader(unprotected)));
    JsonWriter out = new JsonWriter().startObject();
    out.writeName("payload").writeText(payloadText);
    out.writeName("protected").writeText(header);
    if (!unprotectedMembers.isEmpty()) {
      out.writeName("header").writeValue(unprotected);
    }
    out.writeName("signature").writeText(signature(signer, header + "." + payloadText));
    return out.endObject().toBytes();
  }

  private String header(Signer signer) {
    long algorithm = signer.algorithm();
    if (VERIFY_ONLY.contains(algorithm)) {
      throw new IllegalArgumentException(Algorithms.name(algorithm) + " is not written");
    }
    String name =
        Algorithms.joseName(algorithm)
            .orElseThrow(
                () -> new IllegalArgumentException("no name in JOSE: algorithm " + algorithm));
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("alg", new JsonString(name));
    members.putAll(protectedMembers);
    JsonObject header = new JsonObject(members);
    checked(() -> JwsHeaderReader.readProtected(reader(header)));
    return Base64Url.encode(header.encode());
  }

  private interface Check {
    JwsHeader read() throws DecodingException;
  }

  /** The rules of a header stand in its reader, so what is written is read. */
  private static void checked(Check check) {
    try {
      check.read();
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static JsonReader reader(JsonObject header) throws DecodingException {
    return JsonReader.of(header.encode(), OWN_HEADER, "jws");
  }

  private String encodedPayload() {
    if (payload == null) {
      throw new IllegalStateException("no payload is set");
    }
    return Base64Url.encode(payload);
  }

  private static String signature(Signer signer, String signingInput)
      throws GeneralSecurityException {
    byte[] signature = signer.sign(signingInput.getBytes(StandardCharsets.US_ASCII));
    if (signature.length == 0) {
      throw new SignatureException("the signer answered with nothing");
    }
    return Base64Url.encode(Bytes.copyOf(signature));
  }
}
