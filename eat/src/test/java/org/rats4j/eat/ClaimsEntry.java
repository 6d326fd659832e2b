package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.test.vectors.VectorEntry;

/** A bare set of claims, or a document that stands in one. */
final class ClaimsEntry {
  private static final long TAG_COSWID = 1398229316;

  private ClaimsEntry() {}

  private static Encoding encoding(VectorEntry entry) {
    return entry.encoding().equals("cbor") ? Encoding.CBOR : Encoding.JSON;
  }

  static void check(VectorEntry entry) throws Exception {
    EntryReading.check(entry, options -> decode(entry, options));
  }

  private static List<Finding> decode(VectorEntry entry, DecodeOptions options) throws Exception {
    Encoding encoding = encoding(entry);
    EatClaims claims = EatClaims.decode(Bytes.copyOf(entry.content()), encoding, options);
    if (options.leniencies().isEmpty()) {
      EatClaims again = EatClaims.decode(claims.encode(encoding), encoding, options);
      assertEquals(claims, again);
    }
    if (entry.notes().startsWith("Findings expected")) {
      assertFalse(claims.findings().isEmpty());
    }
    return claims.findings();
  }

  static void checkComponent(VectorEntry entry) throws Exception {
    EntryReading.check(
        entry,
        options -> {
          Findings findings = new Findings(options);
          MeasuredComponent component =
              MeasuredComponent.decode(Bytes.copyOf(entry.content()), encoding(entry), findings);
          Bytes again = component.encode(encoding(entry));
          assertEquals(component, MeasuredComponent.decode(again, encoding(entry), options));
          return findings.toList();
        });
  }

  /** Only the shape: what is in it, another module reads. */
  static void checkCoswid(VectorEntry entry) throws Exception {
    EntryReading.check(
        entry,
        options -> {
          CborReader in = CborReader.of(entry.content(), options, "coswid");
          in.tryTag(TAG_COSWID);
          in.startMap();
          EatClaims claims =
              EatClaims.builder()
                  .put(
                      Claims.MANIFESTS,
                      List.of(
                          ContentFormatBody.ofBytes(
                              ContentFormat.of(258), Bytes.copyOf(entry.content()))))
                  .build();
          assertEquals(
              claims, EatClaims.decode(claims.encode(Encoding.CBOR), Encoding.CBOR, options));
          return List.of();
        });
  }
}
