package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;

/**
 * Compares with an independent reader and writer, save where {@link CborTrapsTest} says that it is
 * wrong: keys that are neither text nor integer, keys beyond long, keys 1 and "1" in one map, tags,
 * undefined and simple values. It writes integers below those of long one too low, as tag 3.
 */
class JacksonDifferentialTest {
  private static final CBORMapper JACKSON = new CBORMapper();

  @Tag("seeded")
  @RepeatedTest(500)
  void jacksonReadsWhatWeWrite(RepetitionInfo repetition) throws Exception {
    CborItem item = shared(new RandomItems(repetition.getCurrentRepetition()).item());

    assertEquals(withTextKeys(item), ofJackson(JACKSON.readTree(item.encode().toByteArray())));
  }

  @Tag("seeded")
  @RepeatedTest(500)
  void weReadWhatJacksonWrites(RepetitionInfo repetition) throws Exception {
    CborItem item = shared(new RandomItems(repetition.getCurrentRepetition()).item());

    byte[] written = JACKSON.writeValueAsBytes(JACKSON.readTree(item.encode().toByteArray()));

    assertEquals(withTextKeys(item), withTextKeys(decode(written)));
  }

  @Tag("seeded")
  @RepeatedTest(2000)
  void bothReadTheSameInMutatedInput(RepetitionInfo repetition) throws Exception {
    int seed = repetition.getCurrentRepetition();
    CborItem item = shared(new RandomItems(seed).item());
    byte[] mutated = new Mutation(seed).of(item.encode().toByteArray());
    Optional<CborItem> ours = tryDecode(mutated);

    if (ours.isPresent() && shared(ours.get()).equals(ours.get())) {
      assertEquals(withTextKeys(ours.get()), ofJackson(JACKSON.readTree(mutated)));
    }
  }

  @Tag("seeded")
  @RepeatedTest(300)
  void bothRefuseWhatWasCut(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    Bytes whole = shared(new RandomItems(seed).item()).encode();
    byte[] cut = whole.slice(0, new Random(seed).nextInt(whole.size())).toByteArray();

    assertThrows(DecodingException.class, () -> decode(cut));
    if (cut.length > 0) {
      assertThrows(IOException.class, () -> JACKSON.readTree(cut));
    }
  }

  private static CborItem decode(byte[] cbor) throws DecodingException {
    return CborItem.decode(cbor, DecodeOptions.STRICT);
  }

  private static Optional<CborItem> tryDecode(byte[] cbor) {
    try {
      return Optional.of(decode(cbor));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  /** Returns {@code item} with null in the place of what the two data models do not share. */
  private static CborItem shared(CborItem item) {
    if (item instanceof CborArray array) {
      return new CborArray(array.items().stream().map(JacksonDifferentialTest::shared).toList());
    }
    if (item instanceof CborMap map) {
      Map<CborItem, CborItem> entries = new LinkedHashMap<>();
      List<String> names = new ArrayList<>();
      map.entries()
          .forEach(
              (key, value) -> {
                if (isShared(key) && !names.contains(name(key))) {
                  names.add(name(key));
                  entries.put(key, shared(value));
                }
              });
      return new CborMap(entries);
    }
    if (item instanceof CborSimple simple && (simple.value() < 20 || simple.value() > 22)) {
      return CborSimple.NULL;
    }
    boolean writtenWrong =
        item instanceof CborInteger integer && integer.isNegative() && !integer.fitsLong();
    return writtenWrong || item instanceof CborTagged ? CborSimple.NULL : item;
  }

  private static boolean isShared(CborItem key) {
    return key instanceof CborText || (key instanceof CborInteger integer && integer.fitsLong());
  }

  private static String name(CborItem key) {
    return key instanceof CborText text ? text.value() : key.toString();
  }

  /** Returns {@code item} with names for keys and bignums untagged, which is all Jackson knows. */
  private static CborItem withTextKeys(CborItem item) {
    if (item instanceof CborArray array) {
      return new CborArray(
          array.items().stream().map(JacksonDifferentialTest::withTextKeys).toList());
    }
    if (item instanceof CborMap map) {
      Map<CborItem, CborItem> entries = new LinkedHashMap<>();
      map.entries()
          .forEach((key, value) -> entries.put(new CborText(name(key)), withTextKeys(value)));
      return new CborMap(entries);
    }
    if (item instanceof CborTagged tagged && tagged.content() instanceof CborBytes bytes) {
      BigInteger magnitude = new BigInteger(1, bytes.value().toByteArray());
      return CborInteger.orBignum(tagged.tag() == 2 ? magnitude : magnitude.not());
    }
    return item;
  }

  private static CborItem ofJackson(JsonNode node) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT:
        Map<CborItem, CborItem> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
          entries.put(new CborText(property.getKey()), ofJackson(property.getValue()));
        }
        return new CborMap(entries);
      case ARRAY:
        List<CborItem> items = new ArrayList<>();
        for (JsonNode element : node) {
          items.add(ofJackson(element));
        }
        return new CborArray(items);
      case BINARY:
        return new CborBytes(Bytes.copyOf(node.binaryValue()));
      case STRING:
        return new CborText(node.textValue());
      case NUMBER:
        return node.isIntegralNumber()
            ? CborInteger.orBignum(node.bigIntegerValue())
            : new CborFloat(node.doubleValue());
      case BOOLEAN:
        return node.booleanValue() ? CborSimple.TRUE : CborSimple.FALSE;
      case NULL:
        return CborSimple.NULL;
      default:
        throw new AssertionError(node.getNodeType());
    }
  }
}
