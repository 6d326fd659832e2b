package org.rats4j.test.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON object of a vector folder: a row of a table, a case, or an object inside one of these.
 *
 * <p>A member that is null counts as absent. A member of another type than the one asked for is a
 * fault of the vectors and ends the test as {@link AssertionError}.
 */
public sealed class VectorRow permits VectorEntry {
  private static final Pattern CODE =
      Pattern.compile("([A-Z][A-Z0-9_]+)(?![A-Za-z0-9_-])(?:,? +(?:and +)?)?");

  private final String where;
  private final JsonNode node;

  VectorRow(String where, JsonNode node) {
    if (!node.isObject()) {
      throw new AssertionError(where + " is not a JSON object");
    }
    this.where = where;
    this.node = node;
  }

  /** Returns what names this row in messages: its {@code name}, else its position in the file. */
  public String where() {
    return where;
  }

  /** Returns the names of all members, in the order of the file. */
  public Set<String> members() {
    Set<String> names = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return Collections.unmodifiableSet(names);
  }

  /**
   * Checks that this row has no other members than these.
   *
   * @throws AssertionError if it has: what the test does not know, it does not test
   */
  public void hasNoOtherMembersThan(Set<String> known) {
    Set<String> unknown = new TreeSet<>(members());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new AssertionError("members that this test does not know: " + unknown);
    }
  }

  /** Returns whether the member is there and not null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Returns a text member. */
  public Optional<String> text(String name) {
    return member(name).map(value -> typed(name, value, value.isTextual()).textValue());
  }

  /** Returns a text member that has to be there. */
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> new AssertionError("no member " + name));
  }

  /** Returns the bytes of a member that is hexadecimal text. */
  public Optional<byte[]> hex(String name) {
    return text(name).map(HexFormat.of()::parseHex);
  }

  /** Returns the bytes of a hexadecimal member that has to be there. */
  public byte[] requiredHex(String name) {
    return HexFormat.of().parseHex(requiredText(name));
  }

  /** Returns a boolean member. */
  public Optional<Boolean> flag(String name) {
    return member(name).map(value -> typed(name, value, value.isBoolean()).booleanValue());
  }

  /** Returns an integer member. */
  public OptionalLong integer(String name) {
    Optional<JsonNode> value = member(name);
    return value.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            typed(name, value.get(), value.get().canConvertToExactIntegral()).longValue());
  }

  /**
   * Returns the values of a member that is one text or integer or an array of them; integers as
   * decimal text. Empty if the member is absent.
   */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : elements(name)) {
      texts.add(typed(name, value, value.isTextual() || value.isIntegralNumber()).asText());
    }
    return List.copyOf(texts);
  }

  /** Returns a member that is an object. */
  public Optional<VectorRow> object(String name) {
    return member(name).map(value -> new VectorRow(where + "/" + name, value));
  }

  /** Returns the objects of a member that is an array of objects; empty if it is absent. */
  public List<VectorRow> objects(String name) {
    List<VectorRow> objects = new ArrayList<>();
    for (JsonNode value : elements(name)) {
      objects.add(new VectorRow(where + "/" + name + "/" + objects.size(), value));
    }
    return List.copyOf(objects);
  }

  /** Returns a member of any type as compact JSON text. */
  public Optional<String> json(String name) {
    return member(name).map(JsonNode::toString);
  }

  /** Returns the names and text values of a member that is an object of texts. */
  public Map<String, String> textMap(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(name)
        .ifPresent(
            object -> object.members().forEach(key -> texts.put(key, object.requiredText(key))));
    return Collections.unmodifiableMap(texts);
  }

  /** Returns {@code expect}. */
  public Expect expect() {
    return Expect.of(requiredText("expect"));
  }

  /** Returns {@code reason}, empty text if it is absent. */
  public String reason() {
    return text("reason").orElse("");
  }

  /**
   * Returns the codes at the start of {@code reason}: words in upper case with underscores,
   * separated by blanks or "and". The prose behind them is not compared.
   */
  public Set<String> reasonCodes() {
    Set<String> codes = new LinkedHashSet<>();
    Matcher matcher = CODE.matcher(reason());
    while (matcher.lookingAt()) {
      codes.add(matcher.group(1));
      matcher.region(matcher.end(), matcher.regionEnd());
    }
    return Collections.unmodifiableSet(codes);
  }

  /** Returns {@code verifies}; empty if it is null or absent, which means "not asked". */
  public Optional<Boolean> verifies() {
    return flag("verifies");
  }

  @Override
  public String toString() {
    return where;
  }

  private Optional<JsonNode> member(String name) {
    return has(name) ? Optional.of(node.get(name)) : Optional.empty();
  }

  private List<JsonNode> elements(String name) {
    Optional<JsonNode> value = member(name);
    List<JsonNode> elements = new ArrayList<>();
    if (value.isPresent() && value.get().isArray()) {
      value.get().forEach(elements::add);
    } else {
      value.ifPresent(elements::add);
    }
    return elements;
  }

  private static JsonNode typed(String name, JsonNode value, boolean fits) {
    if (!fits) {
      throw new AssertionError("member " + name + " is of another type: " + value.getNodeType());
    }
    return value;
  }
}
