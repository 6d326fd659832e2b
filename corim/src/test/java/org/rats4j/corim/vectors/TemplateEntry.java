package org.rats4j.corim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.template.ComidTemplate;
import org.rats4j.test.vectors.VectorEntry;

/** Kinds of JSON templates. */
public final class TemplateEntry {
  /** The one template whose compiled form is listed and was made by the rules of today. */
  private static final String COMPILED = "json/cocli-comid-psa-refval.json";

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
