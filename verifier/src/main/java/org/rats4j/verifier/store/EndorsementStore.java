package org.rats4j.verifier.store;

import java.util.List;
import org.rats4j.core.VerificationException;
import org.rats4j.corim.comid.Instance;

/**
 * Keys, reference values and endorsements of single devices: too many to hold them all in a {@code
 * CorimStore}, of which a verifier asks for those of one device at a time.
 *
 * <p>A store may be asked by several threads.
 */
@FunctionalInterface
public interface EndorsementStore {
  /** The code of {@link VerificationException} where a store does not answer. */
  String STORE_FAILED = "STORE_FAILED";

  /** The code of {@link VerificationException} where a store has more for a device than is read. */
  String STORE_LIMIT = "STORE_LIMIT";

  /** How many CoRIMs may speak of one device. */
  int ENDORSEMENTS_MAX = 256;

  /** Knows no device. */
  EndorsementStore EMPTY = device -> List.of();

  /**
   * Returns what is known of {@code device}; nothing if the device is not known.
   *
   * @throws VerificationException if that cannot be found out; then nothing is known of the
   *     evidence, either
   */
  List<DeviceEndorsement> endorsements(Instance device) throws VerificationException;
}
