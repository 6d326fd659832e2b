package org.rats4j.core.internal;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The provider that serves whoever names none. It is never registered with the runtime. */
public final class BundledProvider {
  private BundledProvider() {}

  /** Returns the one instance, created at the first call. */
  public static Provider get() {
    return Holder.INSTANCE;
  }

  private static final class Holder {
    static final Provider INSTANCE = new BouncyCastleProvider();
  }
}
