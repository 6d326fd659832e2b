package org.rats4j.core.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.security.Security;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Assumptions;
import org.rats4j.core.internal.BundledProvider;

/** The providers of the matrix, under the names that the guide has for them. */
enum TestProvider {
  BOUNCY_CASTLE("BouncyCastle", BundledProvider::get),
  JDK("JDK", () -> Security.getProvider("SunEC")),
  CONSCRYPT("Conscrypt", TestProvider::conscrypt),
  ACCP("ACCP", TestProvider::accp);

  private final String label;
  private final Supplier<Provider> provider;

  TestProvider(String label, Supplier<Provider> provider) {
    this.label = label;
    this.provider = provider;
  }

  /**
   * Returns the provider; the JDK has one for each kind. Skips the test if this platform has no
   * native library for it.
   */
  Provider provider(String service, String algorithm) {
    if (this == JDK) {
      for (Provider installed : Security.getProviders()) {
        if (installed.getService(service, algorithm) != null) {
          return installed;
        }
      }
    }
    return provider.get();
  }

  private static Provider conscrypt() {
    try {
      return Conscrypt.newProviderBuilder().build();
    } catch (LinkageError e) {
      return Assumptions.abort("Conscrypt has no native library that loads here: " + e);
    }
  }

  private static Provider accp() {
    Throwable fault = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
    return fault == null
        ? AmazonCorrettoCryptoProvider.INSTANCE
        : Assumptions.abort("ACCP has no native library that loads here: " + fault);
  }

  @Override
  public String toString() {
    return label;
  }
}
