package org.rats4j.core.cose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.HeaderRules.Bucket;
import org.rats4j.core.cose.HeaderRules.Fault;

/**
 * Both buckets of a message or of a signer.
 *
 * <pre>{@code
 * Headers = ( protected : bstr .cbor header_map / bstr .size 0, unprotected : header_map )
 * }</pre>
 */
record CoseLayer(CoseHeaders protectedHeaders, CoseHeaders unprotectedHeaders) {

  /**
   * Reads both buckets.
   *
   * @param signs whether a signature belongs to this layer, so that it needs alg
   */
  static CoseLayer read(CborReader in, boolean signs) throws DecodingException {
    Bytes content = in.readBytes();
    CoseHeaders protectedHeaders =
        content.isEmpty() ? CoseHeaders.EMPTY : readProtected(in.embedded(content), content);
    boolean noAlgorithm = signs && !protectedHeaders.contains(CoseHeaders.ALG);
    String path = noAlgorithm ? in.path() : "";
    CoseHeaders unprotectedHeaders = readUnprotected(in, protectedHeaders, noAlgorithm);
    if (noAlgorithm && !unprotectedHeaders.contains(CoseHeaders.ALG)) {
      in.findings()
          .deviation(
              CoseLeniencies.ALG_MISSING, Reason.UNEXPECTED_STRUCTURE, path, "there is no alg");
    }
    return new CoseLayer(protectedHeaders, unprotectedHeaders);
  }

  /**
   * Creates a layer that is to be written.
   *
   * @throws IllegalArgumentException if a parameter stands in a bucket, or beside another one,
   *     where it must not stand
   */
  static CoseLayer of(CoseHeaders protectedHeaders, CoseHeaders unprotectedHeaders) {
    LongPredicate present =
        label -> protectedHeaders.contains(label) || unprotectedHeaders.contains(label);
    for (Label label : protectedHeaders.entries().keySet()) {
      refuse(HeaderRules.ofPlace(Bucket.PROTECTED, label, present));
    }
    for (Label label : unprotectedHeaders.entries().keySet()) {
      refuse(HeaderRules.ofPlace(Bucket.UNPROTECTED, label, present));
      if (protectedHeaders.entries().containsKey(label)) {
        throw new IllegalArgumentException("label stands in both buckets: " + label);
      }
    }
    if (unprotectedHeaders.contains(CoseHeaders.ALG)) {
      throw new IllegalArgumentException("alg stands in the unprotected bucket");
    }
    for (Label label : protectedHeaders.critical()) {
      if (!protectedHeaders.entries().containsKey(label)) {
        throw new IllegalArgumentException("crit names a label that is not protected: " + label);
      }
    }
    return new CoseLayer(protectedHeaders, unprotectedHeaders);
  }

  void write(CborWriter out) {
    out.writeBytes(protectedHeaders.encoded());
    if (unprotectedHeaders.isEmpty()) {
      out.startMap(0);
    } else {
      out.writeRaw(unprotectedHeaders.encoded());
    }
  }

  private static CoseHeaders readProtected(CborReader in, Bytes content) throws DecodingException {
    int size = in.startMap();
    Map<Label, CborItem> entries = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      readEntry(in, Bucket.PROTECTED, entries, label -> entries.containsKey(Label.of(label)));
    }
    in.endMap();
    CoseHeaders headers = new CoseHeaders(entries, content);
    for (Label label : headers.critical()) {
      if (!entries.containsKey(label)) {
        throw DecodingException.of(
            Reason.INVALID_VALUE,
            CoreCodes.CRIT,
            in.path() + "/" + CoseHeaders.CRIT,
            "crit names a label that is not protected");
      }
    }
    return headers;
  }

  private static CoseHeaders readUnprotected(
      CborReader in, CoseHeaders protectedHeaders, boolean noAlgorithm) throws DecodingException {
    Bytes encoded = in.peekRaw();
    int size = in.startMap();
    Map<Label, CborItem> entries = new LinkedHashMap<>();
    LongPredicate present =
        label -> protectedHeaders.contains(label) || entries.containsKey(Label.of(label));
    for (int i = 0; i < size; i++) {
      Label label = readEntry(in, Bucket.UNPROTECTED, entries, present);
      if (protectedHeaders.entries().containsKey(label)) {
        throw in.fail(Reason.DUPLICATE_KEY, "label stands in both buckets");
      }
      if (noAlgorithm && label.equals(Label.of(CoseHeaders.ALG))) {
        in.deviation(
            CoseLeniencies.ALG_UNPROTECTED,
            Reason.UNEXPECTED_STRUCTURE,
            "alg stands in the unprotected bucket");
      }
    }
    in.endMap();
    return new CoseHeaders(entries, encoded);
  }

  private static Label readEntry(
      CborReader in, Bucket bucket, Map<Label, CborItem> entries, LongPredicate present)
      throws DecodingException {
    Label label = in.readLabel();
    if (label instanceof Label.OfInteger number && !number.fitsLong()) {
      throw in.fail(Reason.INVALID_VALUE, "label is beyond 64 bits");
    }
    CborItem value = in.readItem();
    Optional<Fault> fault =
        HeaderRules.ofValue(label, value).or(() -> HeaderRules.ofPlace(bucket, label, present));
    if (fault.isPresent()) {
      refuse(in, fault.get());
    }
    entries.put(label, value);
    return label;
  }

  private static void refuse(CborReader in, Fault fault) throws DecodingException {
    if (!fault.singleInArray()) {
      throw in.fail(fault.reason(), fault.code(), fault.detail());
    }
    in.deviation(CoseLeniencies.X5CHAIN_SINGLE_IN_ARRAY, fault.reason(), fault.detail());
  }

  private static void refuse(Optional<Fault> fault) {
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get().detail());
    }
  }
}
