package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

class FixedTlsExporterTest {
  /** From RFC 8448, section 3. */
  private static final Bytes SECRET =
      Bytes.ofHex("fe22f881176eda18eb8f44529e6792c50c9a3f89452f68d8ae311b4309d3cf50");

  @Test
  void exportsWhatOpensslExports() {
    FixedTlsExporter exporter =
        FixedTlsExporter.of(TlsRole.SERVER, TlsInfo.AES_128_GCM_SHA256, SECRET);

    byte[] value =
        exporter.export("EXPORTER-client authenticator handshake context", new byte[0], 32);

    assertEquals(
        "3ce40ddfb5a8566480bb683fa63f43f1d6d52ab962854a98a3c080d81ed5631f",
        Bytes.copyOf(value).toHex());
  }
}
