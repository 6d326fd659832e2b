package org.rats4j.corim.template;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.Locator;
import org.rats4j.corim.RawEntries;

/** Places where other CoRIMs are. */
final class LocatorText {
  private LocatorText() {}

  static Locator read(TemplateReader in) throws DecodingException {
    List<String> hrefs = null;
    List<Digest> thumbprints = List.of();
    boolean hrefIsList = false;
    boolean thumbprintIsList = false;
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "href" -> {
          hrefIsList = in.peekType() == JsonType.ARRAY;
          hrefs = hrefIsList ? in.list(TemplateReader::text) : List.of(in.text());
        }
        case "thumbprint" -> {
          thumbprintIsList = isList(in.fork());
          thumbprints =
              thumbprintIsList
                  ? in.list(DigestText::readThumbprint)
                  : List.of(DigestText.readThumbprint(in));
        }
        default -> ExtensionText.readInClosed(in, name, "corim-locator", 1, unknown);
      }
    }
    in.endObject();
    return Locator.of(in.required(hrefs, "href"), thumbprints)
        .asLists(hrefIsList, thumbprintIsList)
        .withUnknown(unknown.build());
  }

  /** A digest may be an array, too: in a list the first element is one or has a semicolon. */
  private static boolean isList(TemplateReader ahead) throws DecodingException {
    if (ahead.peekType() != JsonType.ARRAY) {
      return false;
    }
    ahead.startArray();
    if (!ahead.hasNext() || ahead.peekType() == JsonType.ARRAY) {
      return true;
    }
    return ahead.peekType() == JsonType.STRING && ahead.text().indexOf(';') >= 0;
  }

  static void write(TemplateWriter out, Locator locator) {
    out.startObject().writeName("href");
    if (locator.hrefIsList()) {
      out.startArray();
    }
    locator.hrefs().forEach(out::writeText);
    if (locator.hrefIsList()) {
      out.endArray();
    }
    if (!locator.thumbprints().isEmpty()) {
      out.writeName("thumbprint");
      if (locator.thumbprintIsList()) {
        out.startArray();
      }
      locator.thumbprints().forEach(digest -> DigestText.writeThumbprint(out, digest));
      if (locator.thumbprintIsList()) {
        out.endArray();
      }
    }
    ExtensionText.write(out, locator.unknown());
    out.endObject();
  }
}
