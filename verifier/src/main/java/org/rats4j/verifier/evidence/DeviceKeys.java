package org.rats4j.verifier.evidence;

import java.util.List;
import org.rats4j.core.VerificationException;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;

/** Knows with which keys devices sign their evidence. */
@FunctionalInterface
public interface DeviceKeys {
  /**
   * Returns the keys with which the device that {@code claimed} describes may sign evidence; none
   * if it is not known.
   *
   * @param claimed what the evidence says of its environment, not verified
   * @throws VerificationException if the keys cannot be looked up
   */
  List<CryptoKey> attestKeys(Environment claimed) throws VerificationException;
}
