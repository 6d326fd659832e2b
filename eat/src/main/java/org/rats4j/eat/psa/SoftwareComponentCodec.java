package org.rats4j.eat.psa;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.eat.CborCodec;
import org.rats4j.eat.ClaimCodecs;

/** CBOR codec of {@link SoftwareComponent}; the only place that knows the wire form. */
final class SoftwareComponentCodec implements CborCodec<SoftwareComponent> {
  private static final Label MEASUREMENT_TYPE = Label.of(1);
  private static final Label MEASUREMENT_VALUE = Label.of(2);
  private static final Label VERSION = Label.of(4);
  private static final Label SIGNER_ID = Label.of(5);
  private static final Label MEASUREMENT_DESCRIPTION = Label.of(6);

  @Override
  public SoftwareComponent readCbor(CborReader in) throws DecodingException {
    Map<Label, Bytes> hashes = new LinkedHashMap<>();
    Map<Label, String> texts = new LinkedHashMap<>();
    Map<Label, CborItem> unknown = new LinkedHashMap<>();
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readLabel();
      if (label.equals(MEASUREMENT_VALUE) || label.equals(SIGNER_ID)) {
        Bytes hash = in.readBytes();
        hashes.put(label, in.build(() -> PsaHash.check(hash, "hash")));
      } else if (label.equals(MEASUREMENT_TYPE)
          || label.equals(VERSION)
          || label.equals(MEASUREMENT_DESCRIPTION)) {
        texts.put(label, ClaimCodecs.TEXT.readCbor(in));
      } else {
        unknown.put(label, in.readItem());
      }
    }
    in.endMap();
    return build(in, hashes, texts, unknown);
  }

  private static SoftwareComponent build(
      CborReader in, Map<Label, Bytes> hashes, Map<Label, String> texts, Map<Label, CborItem> more)
      throws DecodingException {
    @Nullable Bytes value = hashes.get(MEASUREMENT_VALUE);
    @Nullable Bytes signer = hashes.get(SIGNER_ID);
    if (value == null || signer == null) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          "a component without " + (value == null ? "measurement value" : "signer id"));
    }
    SoftwareComponent.Builder component = SoftwareComponent.builder(value, signer);
    if (texts.containsKey(MEASUREMENT_TYPE)) {
      component.measurementType(texts.get(MEASUREMENT_TYPE));
    }
    if (texts.containsKey(VERSION)) {
      component.version(texts.get(VERSION));
    }
    if (texts.containsKey(MEASUREMENT_DESCRIPTION)) {
      component.measurementDescription(texts.get(MEASUREMENT_DESCRIPTION));
    }
    more.forEach(component::unknown);
    return component.build();
  }

  @Override
  public void writeCbor(SoftwareComponent value, CborWriter out) {
    out.startMap();
    value.measurementType().ifPresent(text -> out.writeLabel(MEASUREMENT_TYPE).writeText(text));
    out.writeLabel(MEASUREMENT_VALUE).writeBytes(value.measurementValue());
    value.version().ifPresent(text -> out.writeLabel(VERSION).writeText(text));
    out.writeLabel(SIGNER_ID).writeBytes(value.signerId());
    value
        .measurementDescription()
        .ifPresent(text -> out.writeLabel(MEASUREMENT_DESCRIPTION).writeText(text));
    value.unknown().forEach((label, item) -> out.writeLabel(label).writeItem(item));
    out.endMap();
  }
}
