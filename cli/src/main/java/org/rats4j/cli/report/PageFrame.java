package org.rats4j.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;

/** What is around every page: head, style and foot. */
final class PageFrame {
  private PageFrame() {}

  /** Begins a page with these styles, which are files beside this class. */
  static void open(Html out, String title, String... styles) {
    StringBuilder style = new StringBuilder();
    for (String name : styles) {
      style.append(resource(name));
    }
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .raw("style-src 'sha256-" + sha256(style.toString()))
        .raw("'; base-uri 'none'; form-action 'none'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .element("title", title)
        .raw("<style>" + style + "</style>\n</head>\n<body>\n<main>\n");
  }

  /** Ends a page. */
  static void close(Html out, String foot) {
    out.element("footer", foot).raw("</main>\n</body>\n</html>\n");
  }

  private static String resource(String name) {
    try (InputStream in = PageFrame.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the style of pages is missing in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String style) {
    byte[] digest = Digest.sha256Of(Bytes.ofUtf8(style)).value().toByteArray();
    return Base64.getEncoder().encodeToString(digest);
  }
}
