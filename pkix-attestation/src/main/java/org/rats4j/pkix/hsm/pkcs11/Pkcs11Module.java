package org.rats4j.pkix.hsm.pkcs11;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.Token;

/**
 * The library of a maker of modules, loaded and initialised; once per process.
 *
 * <p>What the wrapper around it logs goes to standard output, unless the program says otherwise:
 * see the description of this package.
 */
public final class Pkcs11Module implements AutoCloseable {
  private final PKCS11Module module;

  private Pkcs11Module(PKCS11Module module) {
    this.module = module;
  }

  /**
   * Loads a library.
   *
   * @param library its path
   * @throws GeneralSecurityException if it cannot be loaded or initialised
   */
  public static Pkcs11Module load(String library) throws GeneralSecurityException {
    try {
      PKCS11Module module = PKCS11Module.getInstance(Objects.requireNonNull(library, "library"));
      module.initialize();
      return new Pkcs11Module(module);
    } catch (IOException | PKCS11Exception e) {
      throw new GeneralSecurityException("library cannot be loaded", e);
    }
  }

  /**
   * Returns the labels of the tokens that are present.
   *
   * @throws GeneralSecurityException if the module does not answer
   */
  public List<String> tokens() throws GeneralSecurityException {
    try {
      List<String> labels = new ArrayList<>();
      for (Slot slot : module.getSlotList(true)) {
        labels.add(slot.getToken().getTokenInfo().getLabel());
      }
      return List.copyOf(labels);
    } catch (PKCS11Exception e) {
      throw new GeneralSecurityException("module does not answer", e);
    }
  }

  /**
   * Opens a session with a token as its user. A token has one user at a time for the process.
   *
   * @param label the label of the token
   * @param pin the PIN, which is not kept
   * @throws GeneralSecurityException if there is not exactly one such token, or it refuses
   */
  public Pkcs11Token token(String label, char[] pin) throws GeneralSecurityException {
    try {
      List<Token> found = new ArrayList<>();
      for (Slot slot : module.getSlotList(true)) {
        if (slot.getToken().getTokenInfo().getLabel().equals(label)) {
          found.add(slot.getToken());
        }
      }
      if (found.size() != 1) {
        throw new GeneralSecurityException(found.size() + " tokens have this label");
      }
      return Pkcs11Token.open(found.get(0), pin);
    } catch (PKCS11Exception e) {
      throw new GeneralSecurityException("module does not answer", e);
    }
  }

  /**
   * Releases the library, and with it all sessions.
   *
   * @throws GeneralSecurityException if it refuses
   */
  @Override
  public void close() throws GeneralSecurityException {
    try {
      module.finalize(null);
    } catch (PKCS11Exception e) {
      throw new GeneralSecurityException("module cannot be released", e);
    }
  }
}
