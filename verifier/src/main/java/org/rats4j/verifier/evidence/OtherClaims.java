package org.rats4j.verifier.evidence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.ClaimRegistry;
import org.rats4j.eat.ConvertedClaims;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.RawClaim;

/**
 * The claims of a token that its mapping says nothing else of, by the names that policies and
 * results have for them. None is left out: one that JSON has no form for is there as {@link
 * PlainJson} has it.
 */
final class OtherClaims {
  private static final DecodeOptions AS_READ =
      DecodeOptions.builder().inputBytes(Integer.MAX_VALUE).depth(512).build();

  private final EatClaims claims;
  private final Collection<ClaimKey<?>> said;
  private final Collection<ClaimKey<?>> named;

  /** The names of claims that are known, by whatever label. */
  private final Set<String> taken;

  private OtherClaims(
      EatClaims claims, Collection<ClaimKey<?>> said, Collection<ClaimKey<?>> named) {
    this.claims = claims;
    this.said = said;
    this.named = named;
    taken = new HashSet<>();
    for (Collection<ClaimKey<?>> keys : List.of(ClaimRegistry.EAT.keys(), said, named)) {
      keys.forEach(key -> taken.add(key.name()));
    }
  }

  /**
   * Adds the claims.
   *
   * @param said the claims that are said otherwise, or are not to be repeated
   * @param named claims that no registry knows, under their names
   * @throws DecodingException if one of {@code named} that both encodings have is no value of it
   */
  static void add(
      EatClaims claims,
      Collection<ClaimKey<?>> said,
      Collection<ClaimKey<?>> named,
      EvidenceComponent.Builder into)
      throws DecodingException {
    OtherClaims others = new OtherClaims(claims, said, named);
    others.addUnknown(into);
    others.addKnown(into);
  }

  private void addKnown(EvidenceComponent.Builder into) throws DecodingException {
    ConvertedClaims converted = claims.convertTo(Encoding.JSON);
    Set<String> names = new HashSet<>();
    claims.keys().forEach(key -> names.add(key.name()));
    said.forEach(key -> names.remove(key.name()));
    JsonObject json = object(converted.claims());
    for (ClaimKey<?> key : claims.keys()) {
      if (!names.contains(key.name())) {
        continue;
      }
      Optional<JsonValue> value = json.get(key.name());
      if (value.isEmpty()) {
        value = claims.raw(key).map(OtherClaims::value);
      }
      value.ifPresent(present -> into.claim(key.name(), present));
    }
    into.findings(partsLost(converted.losses(), names));
  }

  private static JsonObject object(EatClaims claims) throws DecodingException {
    return (JsonObject)
        JsonValue.decode(claims.encode(Encoding.JSON).toByteArray(), EatOptions.STRICT);
  }

  /** Of a claim as a whole nothing is lost. */
  private static List<Finding> partsLost(List<Finding> losses, Set<String> names) {
    return losses.stream()
        .filter(loss -> loss.path().contains("/"))
        .filter(loss -> names.contains(loss.path().substring(0, loss.path().indexOf('/'))))
        .toList();
  }

  /** Of two labels that go by one name, as an old and a new one do, the second keeps its own. */
  private void addUnknown(EvidenceComponent.Builder into) throws DecodingException {
    Set<String> told = new HashSet<>();
    for (Map.Entry<Label, RawClaim> claim : claims.unknown().entrySet()) {
      Encoding encoding = claim.getValue().encoding();
      if (find(said, encoding, claim.getKey()).isPresent()) {
        continue;
      }
      Optional<ClaimKey<?>> key = find(named, encoding, claim.getKey());
      if (key.isPresent() && told.add(key.get().name())) {
        Optional<JsonValue> value = json(key.get());
        if (value.isPresent()) {
          into.key(key.get());
        }
        into.claim(key.get().name(), value.orElseGet(() -> value(claim.getValue())));
      } else {
        into.claim(name(claim.getKey()), value(claim.getValue()));
      }
    }
  }

  /** Returns the claim as tokens in JSON have it; empty if they have it not. */
  private <T> Optional<JsonValue> json(ClaimKey<T> key) throws DecodingException {
    if (key.labelIn(Encoding.JSON).isEmpty()) {
      return Optional.empty();
    }
    T value = claims.get(key).orElseThrow();
    JsonWriter out = new JsonWriter();
    try {
      key.codec().writeJson(value, out);
    } catch (IllegalArgumentException noForm) {
      return Optional.empty();
    }
    return Optional.of(JsonValue.decode(out.toBytes().toByteArray(), EatOptions.STRICT));
  }

  private static Optional<ClaimKey<?>> find(
      Collection<ClaimKey<?>> keys, Encoding encoding, Label label) {
    return keys.stream()
        .filter(key -> key.labelIn(encoding).filter(label::equals).isPresent())
        .findFirst();
  }

  /** A text that reads as another label, or as the name of a known claim, is quoted. */
  private String name(Label label) {
    String text = label.toString();
    boolean otherwise = taken.contains(text) || text.startsWith("\"") || text.matches("-?[0-9]+");
    return label instanceof Label.OfText && otherwise ? '"' + text + '"' : text;
  }

  private static JsonValue value(RawClaim raw) {
    if (raw instanceof RawClaim.OfJson json) {
      return json.value();
    }
    try {
      return PlainJson.of(((RawClaim.OfCbor) raw).item(AS_READ));
    } catch (DecodingException e) {
      throw new IllegalStateException("a claim that was received is not well-formed", e);
    }
  }
}
