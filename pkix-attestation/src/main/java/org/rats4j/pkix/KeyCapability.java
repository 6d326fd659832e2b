package org.rats4j.pkix;

import java.util.List;
import java.util.OptionalInt;

/** What a key can be used for; each is the attribute of PKCS #11 of the same name. */
public final class KeyCapability {
  /** CKA_ENCRYPT. */
  public static final int ENCRYPT = 0;

  /** CKA_DECRYPT. */
  public static final int DECRYPT = 1;

  /** CKA_WRAP. */
  public static final int WRAP = 2;

  /** CKA_UNWRAP. */
  public static final int UNWRAP = 3;

  /** CKA_SIGN. */
  public static final int SIGN = 4;

  /** CKA_SIGN_RECOVER. */
  public static final int SIGN_RECOVER = 5;

  /** CKA_VERIFY. */
  public static final int VERIFY = 6;

  /** CKA_VERIFY_RECOVER. */
  public static final int VERIFY_RECOVER = 7;

  /** CKA_DERIVE. */
  public static final int DERIVE = 8;

  private static final List<String> NAMES =
      List.of(
          "encrypt",
          "decrypt",
          "wrap",
          "unwrap",
          "sign",
          "sign-recover",
          "verify",
          "verify-recover",
          "derive");

  private KeyCapability() {}

  /**
   * Returns the name in the draft.
   *
   * @throws IllegalArgumentException if {@code capability} is none of these
   */
  public static String name(int capability) {
    if (capability < 0 || capability >= NAMES.size()) {
      throw new IllegalArgumentException("no such capability");
    }
    return NAMES.get(capability);
  }

  /** Returns the number for a name of the draft; empty for any other text. */
  public static OptionalInt ofName(String name) {
    int index = NAMES.indexOf(name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
