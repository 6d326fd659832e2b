package org.rats4j.cmw;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.core.json.JsonWriter;

/** Writes wrappers in JSON, labels in the order of their code points. */
final class JsonCmwWriter {
  private final ContentFormats formats;

  JsonCmwWriter(ContentFormats formats) {
    this.formats = formats;
  }

  Bytes encode(Cmw cmw) throws DecodingException {
    JsonWriter out = new JsonWriter();
    write(cmw, "", out);
    return out.toBytes();
  }

  void write(Cmw cmw, String path, JsonWriter out) throws DecodingException {
    if (cmw instanceof CmwCollection collection) {
      writeCollection(collection, path, out);
    } else if (cmw instanceof CmwTag tag) {
      writeRecord(tag.type(), tag.value(), Optional.empty(), path, out);
    } else if (cmw instanceof CmwRecord recorded) {
      writeRecord(recorded.type(), recorded.value(), recorded.indicator(), path, out);
    }
  }

  private void writeCollection(CmwCollection collection, String path, JsonWriter out)
      throws DecodingException {
    out.startObject();
    if (collection.type().isPresent()) {
      out.writeName(CmwCollection.TYPE_LABEL).writeText(collection.type().get());
    }
    // UTF-8 has the order of code points, which that of Java's strings is not.
    List<Map.Entry<Label, Cmw>> sorted =
        collection.entries().entrySet().stream()
            .sorted(Comparator.comparing(entry -> Bytes.ofUtf8(entry.getKey().toString())))
            .toList();
    for (Map.Entry<Label, Cmw> entry : sorted) {
      String entryPath = Paths.step(path, entry.getKey());
      if (entry.getKey() instanceof Label.OfInteger) {
        throw Conversions.refuse(entryPath, "JSON has no integer labels");
      }
      out.writeName(entry.getKey().toString());
      write(entry.getValue(), entryPath, out);
    }
    out.endObject();
  }

  private void writeRecord(
      CmwType type, Bytes value, Optional<CmwIndicator> indicator, String path, JsonWriter out)
      throws DecodingException {
    if (value.isEmpty()) {
      throw Conversions.refuse(path, "JSON has no empty value");
    }
    MediaType mediaType =
        type.mediaType(formats)
            .orElseThrow(
                () -> Conversions.refuse(path, "no media type is known for content-format"));
    out.startArray().writeText(mediaType.text()).writeBase64Url(value);
    indicator.ifPresent(known -> out.writeInt(known.bits()));
    out.endArray();
  }
}
