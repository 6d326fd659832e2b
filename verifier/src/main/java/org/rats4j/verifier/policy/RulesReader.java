package org.rats4j.verifier.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.ear.Ar4siValue;
import org.rats4j.ear.Category;
import org.rats4j.verifier.evidence.KeySource;

/** Reads policies. */
final class RulesReader {
  private static final String ROOT = "policy";
  private static final String NO_SUCH_MEMBER = "no such member";

  private final JsonReader in;
  private final Map<String, NamedAuthority> authorities = new LinkedHashMap<>();
  private int conditions;

  RulesReader(Bytes json, DecodeOptions options) throws DecodingException {
    in = JsonReader.of(json, options, ROOT);
    // Members come in any order, and rules need the names.
    Authorities.read(in.fork(), authorities);
  }

  PolicyRules read() throws DecodingException {
    String id = "";
    List<Rule> rules = new ArrayList<>();
    Map<Category, Integer> otherwise = Map.of();
    in.startObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "id" -> id = in.readText();
        case "rules" -> readRules(rules);
        case "authorities" -> in.skip();
        case "otherwise" -> otherwise = readClaims();
        default -> throw in.fail(Reason.UNEXPECTED_STRUCTURE, NO_SUCH_MEMBER);
      }
    }
    in.endObject();
    String name = id;
    Map<Category, Integer> left = otherwise;
    return in.build(() -> new PolicyRules(name, rules, left, authorities.values()));
  }

  private void readRules(List<Rule> into) throws DecodingException {
    in.startArray(1, PolicyRules.RULES_MAX);
    while (in.hasNext()) {
      into.add(readRule());
    }
    in.endArray();
  }

  private Rule readRule() throws DecodingException {
    String component = "*";
    Condition when = Condition.ALWAYS;
    Map<Category, Integer> claims = Map.of();
    in.startObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "component" -> component = in.readText();
        case "when" -> when = readCondition(1);
        case "set" -> claims = readClaims();
        default -> throw in.fail(Reason.UNEXPECTED_STRUCTURE, NO_SUCH_MEMBER);
      }
    }
    in.endObject();
    String pattern = component;
    Condition condition = when;
    Map<Category, Integer> set = claims;
    return in.build(() -> new Rule(pattern, condition, set));
  }

  private Map<Category, Integer> readClaims() throws DecodingException {
    Map<Category, Integer> claims = new LinkedHashMap<>();
    in.startObject();
    while (in.hasNext()) {
      Category category =
          Category.ofWireName(in.readName())
              .orElseThrow(() -> in.fail(Reason.INVALID_VALUE, "no such category"));
      claims.put(category, readClaim(category));
    }
    in.endObject();
    if (claims.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, "claims nothing");
    }
    return claims;
  }

  private int readClaim(Category category) throws DecodingException {
    if (in.peekType() != JsonType.STRING) {
      return in.readInt(-128, 127);
    }
    String symbol = in.readText();
    return Ar4siValue.ofSymbol(category, symbol)
        .map(Ar4siValue::value)
        .orElseThrow(() -> in.fail(Reason.INVALID_VALUE, "no such claim of the category"));
  }

  private Condition readCondition(int depth) throws DecodingException {
    if (depth > PolicyRules.DEPTH_MAX || ++conditions > PolicyRules.CONDITIONS_MAX) {
      throw in.fail(Reason.LIMIT_EXCEEDED, "too many conditions, or too deep");
    }
    in.startObject();
    if (!in.hasNext()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "condition is empty");
    }
    Condition condition = readCondition(in.readName(), depth);
    if (in.hasNext()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "condition has two members");
    }
    in.endObject();
    return condition;
  }

  private Condition readCondition(String name, int depth) throws DecodingException {
    switch (name) {
      case "all":
        return new Condition.All(readConditions(depth));
      case "any":
        return new Condition.Any(readConditions(depth));
      case "not":
        return new Condition.Not(readCondition(depth + 1));
      case "corroborated":
        Elements corroborated = readElements();
        return new Condition.Corroborated(
            corroborated.patterns, corroborated.codePoints, corroborated.by);
      case "measured":
        return new Condition.Measured(readTexts());
      case "endorsed":
        Elements endorsed = readElements();
        return new Condition.Endorsed(endorsed.patterns, endorsed.codePoints, endorsed.by);
      case "known":
        return readKnown();
      case "key":
        return new Condition.Key(readSources());
      case "profile":
        return new Condition.Profile(readProfiles());
      case "claim":
        return readClaimCondition();
      default:
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, "no such condition");
    }
  }

  private List<Condition> readConditions(int depth) throws DecodingException {
    List<Condition> all = new ArrayList<>();
    in.startArray(1, PolicyRules.CONDITIONS_MAX);
    while (in.hasNext()) {
      all.add(readCondition(depth + 1));
    }
    in.endArray();
    return all;
  }

  private Condition readKnown() throws DecodingException {
    if (in.peekType() != JsonType.OBJECT) {
      return new Condition.Known(in.readBoolean());
    }
    List<NamedAuthority> by = new ArrayList<>();
    in.startObject();
    while (in.hasNext()) {
      if (!in.readName().equals("by")) {
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, NO_SUCH_MEMBER);
      }
      readAuthorities(by);
    }
    in.endObject();
    return in.build(() -> new Condition.KnownBy(by));
  }

  private record Elements(List<String> patterns, Set<Label> codePoints, List<NamedAuthority> by) {}

  private Elements readElements() throws DecodingException {
    if (in.peekType() != JsonType.OBJECT) {
      return new Elements(readTexts(), Set.of(), List.of());
    }
    List<String> patterns = List.of();
    Set<Label> codePoints = new LinkedHashSet<>();
    List<NamedAuthority> by = new ArrayList<>();
    in.startObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "elements" -> patterns = readTexts();
        case "codePoints" -> readCodePoints(codePoints);
        case "by" -> readAuthorities(by);
        default -> throw in.fail(Reason.UNEXPECTED_STRUCTURE, NO_SUCH_MEMBER);
      }
    }
    in.endObject();
    if (patterns.isEmpty()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "elements are absent");
    } else if (codePoints.isEmpty() && by.isEmpty()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "codePoints and by are absent");
    }
    return new Elements(patterns, codePoints, by);
  }

  private void readAuthorities(List<NamedAuthority> into) throws DecodingException {
    if (in.peekType() == JsonType.STRING) {
      into.add(readAuthority());
      return;
    }
    in.startArray(1, PolicyRules.RULES_MAX);
    while (in.hasNext()) {
      into.add(readAuthority());
    }
    in.endArray();
  }

  private NamedAuthority readAuthority() throws DecodingException {
    NamedAuthority named = authorities.get(in.readText());
    if (named == null) {
      throw in.fail(Reason.INVALID_VALUE, "no such name in authorities");
    }
    return named;
  }

  private void readCodePoints(Set<Label> into) throws DecodingException {
    in.startArray(1, PolicyRules.RULES_MAX);
    while (in.hasNext()) {
      into.add(Label.of(in.readLong()));
    }
    in.endArray();
  }

  /** Reads a text, or a list of them. */
  private List<String> readTexts() throws DecodingException {
    if (in.peekType() == JsonType.STRING) {
      return List.of(in.readText());
    }
    List<String> texts = new ArrayList<>();
    in.startArray(1, PolicyRules.RULES_MAX);
    while (in.hasNext()) {
      texts.add(in.readText());
    }
    in.endArray();
    return List.copyOf(texts);
  }

  private Set<KeySource> readSources() throws DecodingException {
    Set<KeySource> sources = EnumSet.noneOf(KeySource.class);
    for (String name : readTexts()) {
      KeySource found = null;
      for (KeySource source : KeySource.values()) {
        found = source.wireName().equals(name) ? source : found;
      }
      if (found == null) {
        throw in.fail(Reason.INVALID_VALUE, "no such source of keys");
      }
      sources.add(found);
    }
    return sources;
  }

  private Set<CorimProfileId> readProfiles() throws DecodingException {
    Set<CorimProfileId> profiles = new HashSet<>();
    for (String uri : readTexts()) {
      profiles.add(in.build(() -> CorimProfileId.of(uri)));
    }
    return profiles;
  }

  private Condition readClaimCondition() throws DecodingException {
    @Nullable String name = null;
    List<JsonValue> values = new ArrayList<>();
    in.startObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "name" -> name = in.readText();
        case "in" -> readValues(values);
        default -> throw in.fail(Reason.UNEXPECTED_STRUCTURE, NO_SUCH_MEMBER);
      }
    }
    in.endObject();
    if (name == null) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "claim without name");
    }
    return values.isEmpty() ? new Condition.Claims(name) : new Condition.Claim(name, values);
  }

  private void readValues(List<JsonValue> into) throws DecodingException {
    in.startArray(1, PolicyRules.CONDITIONS_MAX);
    while (in.hasNext()) {
      JsonValue value = in.readValue();
      boolean plain =
          value instanceof JsonString
              || value instanceof JsonBoolean
              || (value instanceof JsonNumber number && number.isInteger());
      if (!plain) {
        throw in.fail(Reason.INVALID_VALUE, "neither text nor integer nor boolean");
      }
      into.add(value);
    }
    in.endArray();
  }
}
