package org.rats4j.expat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/** Reads the extensions of one message or entry. */
final class ExtensionBlock {
  private ExtensionBlock() {}

  /** Reads what is inside the length of a block, at {@code path}. */
  static List<TlsExtension> read(Bytes block, ExpatLimits limits, String path)
      throws DecodingException {
    WireReader in = WireReader.of(block, path);
    List<TlsExtension> extensions = new ArrayList<>();
    while (!in.atEnd()) {
      String position = Integer.toString(extensions.size());
      int type = in.uint16(position);
      extensions.add(new TlsExtension(type, in.vector16(0, position)));
    }
    checkDuplicates(extensions, path);
    if (extensions.size() > limits.extensions()) {
      throw Fault.LIMIT_EXCEEDED.decoding(path, "more than " + limits.extensions() + " extensions");
    }
    return List.copyOf(extensions);
  }

  private static void checkDuplicates(List<TlsExtension> extensions, String path)
      throws DecodingException {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < extensions.size(); i++) {
      if (!seen.add(extensions.get(i).type())) {
        throw Fault.DUPLICATE_EXTENSION.decoding(
            path + "/" + i, "extension stands twice: " + extensions.get(i).type());
      }
    }
  }
}
