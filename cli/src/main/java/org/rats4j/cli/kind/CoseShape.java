package org.rats4j.cli.kind;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.CborText;

/**
 * A CBOR item that looks like a COSE message (RFC 9052), seen before anything is checked.
 *
 * @param tags the tags in front, outermost first
 * @param tag the COSE tag, or 0 if there is none
 * @param protectedHeader the protected header of the body
 * @param unprotectedHeader the unprotected header of the body
 * @param payload the payload; empty if it is detached
 */
record CoseShape(
    List<Long> tags,
    long tag,
    CborMap protectedHeader,
    CborMap unprotectedHeader,
    Optional<Bytes> payload) {

  private static final List<Long> COSE_TAGS = List.of(18L, 98L, 17L, 97L, 16L, 96L);

  /** Returns the COSE message that {@code item} looks like. */
  static Optional<CoseShape> of(CborItem item) {
    List<Long> tags = new java.util.ArrayList<>();
    CborItem inner = item;
    while (inner instanceof CborTagged tagged && tags.size() < 4) {
      tags.add(tagged.tag());
      inner = tagged.content();
    }
    long tag = tags.isEmpty() ? 0 : tags.get(tags.size() - 1);
    if (!(inner instanceof CborArray array) || array.items().size() < 3) {
      return Optional.empty();
    }
    if (!tags.isEmpty() && !COSE_TAGS.contains(tag)) {
      return Optional.empty();
    }
    List<CborItem> parts = array.items();
    if (!(parts.get(0) instanceof CborBytes header)
        || !(parts.get(1) instanceof CborMap unprotected)
        || (tags.isEmpty() && parts.size() != 4)) {
      return Optional.empty();
    }
    return Optional.of(
        new CoseShape(
            List.copyOf(tags),
            COSE_TAGS.contains(tag) ? tag : 0,
            header(header.value()),
            unprotected,
            parts.get(2) instanceof CborBytes payload
                ? Optional.of(payload.value())
                : Optional.empty()));
  }

  private static CborMap header(Bytes encoded) {
    return Content.parseCbor(encoded)
        .filter(CborMap.class::isInstance)
        .map(CborMap.class::cast)
        .orElse(new CborMap(java.util.Map.of()));
  }

  /** Returns the payload as CBOR, if it is. */
  Optional<CborItem> payloadItem() {
    return payload.flatMap(Content::parseCbor);
  }

  /** Returns the content type (label 3) as text or decimal number. */
  Optional<String> contentType() {
    return protectedHeader
        .get(3)
        .map(
            type ->
                type instanceof CborText text
                    ? text.value()
                    : type instanceof CborInteger number ? number.value().toString() : "");
  }
}
