package org.rats4j.expat.jsse;

/** What to say of a stack that cannot export: why, and what to use instead. */
final class Refusal {
  private static final String WAY_OUT =
      "use JSSE of JDK 25 or later (JsseTls), BouncyCastle TLS (BcTls) or Conscrypt (ConscryptTls)";

  static final String OLD_JDK = "JSSE of this JDK has no exporter: " + WAY_OUT;

  private Refusal() {}

  /** Returns what to say of a session, socket or engine of the class {@code name}. */
  static String of(String name) {
    if (name.startsWith("org.bouncycastle.jsse.")) {
      return name + ": BCJSSE does not export keying material: " + WAY_OUT;
    }
    if (name.startsWith("org.conscrypt.")) {
      return name
          + ": a session of Conscrypt cannot export, its socket or engine can: use forSocket or"
          + " forEngine";
    }
    if (name.startsWith("io.netty.handler.ssl.Conscrypt")) {
      return name
          + ": Netty hides the engine of Conscrypt when it negotiates an application protocol:"
          + " leave that out, or "
          + WAY_OUT;
    }
    if (name.startsWith("io.netty.")) {
      return name
          + ": OpenSSL in Netty does not export keying material: set SslProvider.JDK and "
          + WAY_OUT;
    }
    return name + ": this provider of TLS does not export keying material: " + WAY_OUT;
  }
}
