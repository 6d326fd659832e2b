package org.rats4j.benchmarks.cmw;

import java.util.Random;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;

/** A wrapper in one of the encodings. */
public enum Wrapper {
  /** A record of 1 KiB. */
  RECORD_CBOR(Encoding.CBOR),
  /** A record of 1 KiB. */
  RECORD_JSON(Encoding.JSON),
  /** Three levels, 20 records of 256 bytes. */
  COLLECTION_CBOR(Encoding.CBOR),
  /** Three levels, 20 records of 256 bytes. */
  COLLECTION_JSON(Encoding.JSON);

  private static final MediaType EAT = MediaType.of("application/eat+cwt");

  private final Encoding encoding;

  Wrapper(Encoding encoding) {
    this.encoding = encoding;
  }

  Encoding encoding() {
    return encoding;
  }

  CmwForm form() {
    return encoding == Encoding.CBOR ? CmwForm.CBOR : CmwForm.JSON;
  }

  Cmw cmw() {
    boolean collection = this == COLLECTION_CBOR || this == COLLECTION_JSON;
    return collection ? collection() : leaf(1024);
  }

  Bytes encode() throws DecodingException {
    return cmw().encode(form());
  }

  private static Cmw leaf(int size) {
    byte[] value = new byte[size];
    new Random(size).nextBytes(value);
    return CmwRecord.of(EAT, Bytes.copyOf(value)).withIndicator(CmwIndicator.EVIDENCE);
  }

  /** Four entries on the first level, and below each of two others eight on the third. */
  private static Cmw collection() {
    CmwCollection.Builder second = CmwCollection.builder().type("tag:example.com,2026:boards");
    for (int board = 0; board < 2; board++) {
      second.put("board " + board, records(8).build());
    }
    return records(4).type("tag:example.com,2026:rack").put("boards", second.build()).build();
  }

  private static CmwCollection.Builder records(int count) {
    CmwCollection.Builder records = CmwCollection.builder();
    for (int i = 0; i < count; i++) {
      records.put("attester " + i, leaf(256));
    }
    return records;
  }
}
