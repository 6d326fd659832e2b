package org.rats4j.expat;

import java.util.HashMap;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;

/** A connection of which only some exported values are known; all others are zeros. */
final class ValuesTlsExporter implements TlsExporter {
  private final TlsInfo info;
  private final Map<String, Bytes> values;

  private ValuesTlsExporter(TlsInfo info, Map<String, Bytes> values) {
    this.info = info;
    this.values = values;
  }

  static ValuesTlsExporter of(TlsInfo info) {
    return new ValuesTlsExporter(info, Map.of());
  }

  ValuesTlsExporter with(String label, Bytes value) {
    Map<String, Bytes> more = new HashMap<>(values);
    more.put(label, value);
    return new ValuesTlsExporter(info, more);
  }

  @Override
  public byte[] export(String label, byte[] context, int length) throws VerificationException {
    Bytes value = values.get(label);
    return value == null ? new byte[length] : value.toByteArray();
  }

  @Override
  public TlsInfo info() {
    return info;
  }
}
