package org.rats4j.corim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.template.ComidTemplate;
import org.rats4j.corim.template.CorimTemplate;
import org.rats4j.test.vectors.VectorEntry;

/** Kinds of JSON templates. */
public final class TemplateEntry {
  /** The one template whose compiled form is listed and was made by the rules of today. */
  private static final String COMPILED = "json/cocli-comid-psa-refval.json";

  private static final ConciseTag TAG =
      ConciseTag.of(
          Cotl.of(
              TagIdentity.of(TagId.of("list")),
              List.of(TagIdentity.of(TagId.of("tag"))),
              Validity.until(EpochTime.of(1))));

  private TemplateEntry() {}

  /** Kind {@code comid-json}. */
  public static void checkComid(VectorEntry entry) throws Exception {
    Bytes json = Bytes.copyOf(entry.content());
    Decoding.check(entry, findings -> readComid(json, findings));
    if (entry.file().equals(COMPILED)) {
      Bytes cbor = Bytes.copyOf(entry.contentOf("cocli/comid-psa-refval.cbor"));
      assertEquals(
          Comid.decode(cbor, CorimOptions.LENIENT),
          ComidTemplate.decode(json, CorimOptions.LENIENT));
    }
  }

  private static void readComid(Bytes json, Findings findings) throws DecodingException {
    Comid comid = ComidTemplate.decode(json, findings);
    checkSame(comid, findings);
  }

  /** Kinds {@code corim-json} and {@code corim-template-json}. */
  public static void checkCorim(VectorEntry entry) throws Exception {
    Bytes json = Bytes.copyOf(entry.content());
    Decoding.check(
        entry,
        findings -> {
          CorimTemplate template = CorimTemplate.decode(json, findings);
          assertEquals(List.of(), template.tags());
          assertThrows(IllegalArgumentException.class, template::build);
          checkSame(template.withTags(List.of(TAG)).build());
        });
  }

  /** Kind {@code corim}, through a template and back. */
  public static void checkCorimThroughTemplate(VectorEntry entry) throws Exception {
    Bytes cbor = Bytes.copyOf(entry.content());
    Corim corim;
    try {
      Findings findings = new Findings(CorimOptions.LENIENT);
      corim = Corim.decode(cbor, CorimEntry.profiles(entry), findings);
    } catch (DecodingException e) {
      return;
    }
    checkSame(corim);
  }

  private static void checkSame(Corim corim) throws DecodingException {
    Bytes json = CorimTemplate.of(corim).encode();
    Corim read = CorimTemplate.decode(json, CorimOptions.LENIENT).build();
    assertEquals(corim, read);
    assertEquals(json, CorimTemplate.of(read).encode());
  }

  /** Kind {@code comid}, through a template and back. */
  public static void checkThroughTemplate(VectorEntry entry) throws Exception {
    Bytes cbor = Bytes.copyOf(entry.content());
    Comid comid;
    try {
      comid = Comid.decode(cbor, CorimOptions.LENIENT);
    } catch (DecodingException e) {
      return;
    }
    checkSame(comid, new Findings(CorimOptions.LENIENT));
  }

  private static void checkSame(Comid comid, Findings findings) throws DecodingException {
    Bytes json = ComidTemplate.encode(comid);
    Comid read = ComidTemplate.decode(json, findings.options());
    assertEquals(comid, read);
    assertEquals(comid.encode(), read.encode());
    assertEquals(json, ComidTemplate.encode(read));
  }
}
