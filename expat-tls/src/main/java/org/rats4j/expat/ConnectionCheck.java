package org.rats4j.expat;

import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsInfo;

/** Says whether a connection is one for exported authenticators. */
final class ConnectionCheck {
  private ConnectionCheck() {}

  /** Returns the hash of the suite, if the connection is TLS 1.3 after a full handshake. */
  static SuiteHash check(TlsInfo info, boolean fullHandshakeVouched) throws VerificationException {
    if (info.version() != TlsInfo.TLS_1_3) {
      throw Fault.TLS_VERSION.verification("connection is not TLS 1.3");
    }
    SuiteHash hash = Binder.suiteHash(info);
    switch (info.resumption()) {
      case RESUMED -> throw Fault.RESUMED.verification("connection resumes an earlier session");
      case UNKNOWN -> {
        if (!fullHandshakeVouched) {
          throw Fault.RESUMED.verification(
              "TLS stack does not say whether the session is a resumed one, and nobody vouches");
        }
      }
      case FULL -> {}
    }
    return hash;
  }
}
