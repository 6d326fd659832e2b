package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * Compares our reader with Jackson's strictest. What we accept Jackson accepts with the same
 * values; what it accepts and we do not is refused for a reason that Jackson does not know.
 */
final class JacksonOracle {
  private static final JsonMapper JACKSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private JacksonOracle() {}

  static void compare(byte[] json) {
    Optional<JsonNode> theirs = jackson(json);
    JsonValue ours;
    try {
      ours = JsonValue.decode(json, DecodeOptions.STRICT);
    } catch (DecodingException e) {
      if (theirs.isPresent() && isUtf8(json) && e.reason() != Reason.INVALID_UTF8) {
        assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
      }
      return;
    }
    compare(theirs.orElseThrow(() -> new AssertionError("Jackson refuses")), ours);
  }

  private static Optional<JsonNode> jackson(byte[] json) {
    try {
      JsonNode node = JACKSON.readTree(json);
      return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (IOException | NumberFormatException e) { // the latter for exponents beyond int
      return Optional.empty();
    }
  }

  /** Jackson guesses UTF-16 and UTF-32, by a byte order mark or by zeros. */
  private static boolean isUtf8(byte[] json) {
    for (int i = 0; i < Math.min(4, json.length); i++) {
      if (json[i] == 0 || json[i] == (byte) 0xef || json[i] == (byte) 0xfe || json[i] == -1) {
        return false;
      }
    }
    return true;
  }

  private static void compare(JsonNode theirs, JsonValue ours) {
    if (ours instanceof JsonObject object) {
      assertEquals(theirs.size(), object.members().size());
      Iterator<Map.Entry<String, JsonNode>> fields = theirs.properties().iterator();
      object
          .members()
          .forEach(
              (name, value) -> {
                Map.Entry<String, JsonNode> field = fields.next();
                assertEquals(field.getKey(), name);
                compare(field.getValue(), value);
              });
    } else if (ours instanceof JsonArray array) {
      assertEquals(theirs.size(), array.items().size());
      for (int i = 0; i < theirs.size(); i++) {
        compare(theirs.get(i), array.items().get(i));
      }
    } else if (ours instanceof JsonNumber number) {
      assertEquals(0, theirs.decimalValue().compareTo(number.value()));
    } else if (ours instanceof JsonString string) {
      assertEquals(theirs.textValue(), string.value());
    } else if (ours instanceof JsonBoolean bool) {
      assertEquals(theirs.booleanValue(), bool.value());
    } else {
      assertEquals(true, theirs.isNull());
    }
  }
}
