package org.rats4j.expat.jsse;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLKeyException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsExporter;

/** The exporter of JSSE, which JDK 25 was the first to have: found when the program runs. */
final class SessionExport {
  private static final Optional<MethodHandle> METHOD = find();

  private SessionExport() {}

  private static Optional<MethodHandle> find() {
    try {
      return Optional.of(
          MethodHandles.publicLookup()
              .findVirtual(
                  ExtendedSSLSession.class,
                  "exportKeyingMaterialData",
                  MethodType.methodType(byte[].class, String.class, byte[].class, int.class)));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return Optional.empty();
    }
  }

  static boolean isAvailable() {
    return METHOD.isPresent();
  }

  static byte[] export(ExtendedSSLSession session, String label, byte[] context, int length)
      throws VerificationException {
    MethodHandle method = METHOD.orElseThrow(() -> TlsExporter.unavailable(Refusal.OLD_JDK));
    try {
      return (byte[]) method.invokeExact(session, label, context, length);
    } catch (UnsupportedOperationException e) {
      throw TlsExporter.unavailable(Refusal.of(session.getClass().getName()), e);
    } catch (SSLKeyException | IllegalStateException e) {
      throw TlsExporter.unavailable("JSSE exports nothing: is the handshake complete?", e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the method declares no such exception", e);
    }
  }
}
