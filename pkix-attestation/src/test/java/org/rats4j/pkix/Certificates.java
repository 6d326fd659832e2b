package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/** Certificates that no authority issues. */
final class Certificates {
  private Certificates() {}

  static Bytes withLastExtensionTwice(Bytes certificate) throws Exception {
    List<DerValue> parts =
        DerValue.decode(certificate, DecodeOptions.STRICT, "certificate").sequence();
    List<Bytes> fields = new ArrayList<>();
    for (DerValue field : parts.get(0).sequence()) {
      if (field.isContext(3)) {
        List<Bytes> extensions = new ArrayList<>();
        field.members().get(0).members().forEach(it -> extensions.add(it.encoded()));
        extensions.add(extensions.get(extensions.size() - 1));
        fields.add(Der.context(3, List.of(Der.sequence(extensions))));
      } else {
        fields.add(field.encoded());
      }
    }
    return Der.sequence(Der.sequence(fields), parts.get(1).encoded(), parts.get(2).encoded());
  }
}
