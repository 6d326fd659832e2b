package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/** Which connections are for exported authenticators. */
class ConnectionCheckTest {
  private static String codeOf(Executable step) {
    return assertThrows(RatsException.class, step).code();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0303, 0x0302, 0})
  void demandsTls13(int version) {
    TlsInfo info =
        new TlsInfo(TlsRole.CLIENT, version, TlsInfo.AES_128_GCM_SHA256, Resumption.FULL);

    assertEquals(ExpatCodes.TLS_VERSION, codeOf(() -> open(info, TestConnection.OPTIONS)));
  }

  @Test
  void demandsASuiteThatItKnows() {
    TlsInfo info = new TlsInfo(TlsRole.CLIENT, TlsInfo.TLS_1_3, 0x13ff, Resumption.FULL);

    assertEquals(ExpatCodes.UNKNOWN_SUITE, codeOf(() -> open(info, TestConnection.OPTIONS)));
  }

  @Test
  void takesNoResumedSessionEvenIfSomebodyVouches() {
    for (ExpatOptions options :
        List.of(TestConnection.OPTIONS, TestConnection.OPTIONS.vouchForFullHandshake())) {
      assertEquals(ExpatCodes.RESUMED, codeOf(() -> open(info(Resumption.RESUMED), options)));
    }
  }

  @Test
  void takesAnUnknownSessionOnlyIfSomebodyVouches() throws Exception {
    TlsInfo unknown = info(Resumption.UNKNOWN);

    assertEquals(ExpatCodes.RESUMED, codeOf(() -> open(unknown, TestConnection.OPTIONS)));
    open(unknown, TestConnection.OPTIONS.vouchForFullHandshake());
  }

  @Test
  void demandsAnExporterThatExports() {
    TlsExporter broken =
        new TlsExporter() {
          @Override
          public byte[] export(String label, byte[] context, int length) {
            return new byte[length - 1];
          }

          @Override
          public TlsInfo info() {
            return ConnectionCheckTest.info(Resumption.FULL);
          }
        };

    assertEquals(
        ExpatCodes.NO_EXPORTER,
        codeOf(() -> ExportedAuthenticators.of(broken, TestConnection.OPTIONS)));
  }

  private static TlsInfo info(Resumption resumption) {
    return new TlsInfo(TlsRole.CLIENT, TlsInfo.TLS_1_3, TlsInfo.AES_128_GCM_SHA256, resumption);
  }

  private static void open(TlsInfo info, ExpatOptions options) throws Exception {
    ExportedAuthenticators.of(FixedTlsExporter.of(info, TestConnection.SECRET), options);
  }
}
