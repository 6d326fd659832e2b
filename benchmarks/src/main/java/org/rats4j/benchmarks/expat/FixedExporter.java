package org.rats4j.benchmarks.expat;

import java.util.Arrays;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/** A connection that exports without work: exporters are the TLS stack's. */
record FixedExporter(TlsRole role) implements TlsExporter {
  @Override
  public byte[] export(String label, byte[] context, int length) {
    byte[] value = new byte[length];
    Arrays.fill(value, (byte) label.hashCode());
    return value;
  }

  @Override
  public TlsInfo info() {
    return new TlsInfo(role, TlsInfo.TLS_1_3, TlsInfo.AES_128_GCM_SHA256, Resumption.FULL);
  }
}
