package org.rats4j.cmw;

import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;

/** Writes wrappers in CBOR. */
final class CborCmwWriter {
  private final CmwForm form;
  private final CmwConversion conversion;

  CborCmwWriter(CmwForm form, CmwConversion conversion) {
    this.form = form;
    this.conversion = conversion;
  }

  Bytes encode(Cmw cmw) throws DecodingException {
    CborWriter out = new CborWriter();
    write(cmw, "", out);
    return out.toBytes();
  }

  void write(Cmw cmw, String path, CborWriter out) throws DecodingException {
    if (cmw instanceof CmwCollection collection) {
      writeCollection(collection, path, out);
    } else if (cmw instanceof CmwTag tag) {
      if (form == CmwForm.CBOR_RECORD) {
        writeRecord(CmwRecord.received(tag.type(), tag.value(), null), out);
      } else {
        writeTag(tag.contentFormat(), tag.value(), out);
      }
    } else if (cmw instanceof CmwRecord recorded) {
      if (form == CmwForm.CBOR_TAG) {
        writeAsTag(recorded, path, out);
      } else {
        writeRecord(recorded, out);
      }
    }
  }

  private void writeCollection(CmwCollection collection, String path, CborWriter out)
      throws DecodingException {
    out.startMap();
    if (collection.type().isPresent()) {
      out.writeText(CmwCollection.TYPE_LABEL).writeText(collection.type().get());
    }
    for (Map.Entry<Label, Cmw> entry : collection.entries().entrySet()) {
      out.writeLabel(entry.getKey());
      write(entry.getValue(), Paths.step(path, entry.getKey()), out);
    }
    out.endMap();
  }

  private void writeRecord(CmwRecord recorded, CborWriter out) {
    out.startArray(recorded.indicator().isPresent() ? 3 : 2);
    Optional<ContentFormat> format = numericType(recorded.type());
    if (format.isPresent()) {
      out.writeInt(format.get().number());
    } else {
      out.writeText(recorded.type().toString());
    }
    out.writeBytes(recorded.value());
    recorded.indicator().ifPresent(indicator -> out.writeInt(indicator.bits()));
  }

  private Optional<ContentFormat> numericType(CmwType type) {
    return type instanceof CmwType.OfContentFormat || conversion.prefersContentFormats()
        ? type.contentFormat(conversion.formats())
        : Optional.empty();
  }

  private void writeAsTag(CmwRecord recorded, String path, CborWriter out)
      throws DecodingException {
    if (recorded.indicator().isPresent() && !conversion.dropsIndicators()) {
      throw Conversions.refuse(path, "a tag has no place for the indicator");
    }
    ContentFormat format =
        recorded
            .type()
            .contentFormat(conversion.formats())
            .filter(known -> known.number() <= TagNumbers.CONTENT_FORMAT_MAX)
            .orElseThrow(() -> Conversions.refuse(path, "no content-format with a tag is known"));
    writeTag(format, recorded.value(), out);
  }

  private static void writeTag(ContentFormat format, Bytes value, CborWriter out) {
    out.writeTag(TagNumbers.of(format)).writeBytes(value);
  }
}
