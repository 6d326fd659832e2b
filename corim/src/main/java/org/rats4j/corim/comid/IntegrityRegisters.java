package org.rats4j.corim.comid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;

/**
 * Registers that hold digests, such as those of a TPM.
 *
 * <pre>{@code
 * integrity-registers = { + integrity-register-id-type-choice => digests-type }
 * integrity-register-id-type-choice = uint / text
 * }</pre>
 *
 * <p>The number 5 and the text "5" are two registers.
 *
 * @param registers the digests by the name of the register, in the order in which they were read
 */
public record IntegrityRegisters(Map<Label, List<Digest>> registers) {
  /**
   * Creates registers.
   *
   * @throws IllegalArgumentException if there is none, one has no digest or two of one algorithm,
   *     or a name is negative
   */
  public IntegrityRegisters {
    Map<Label, List<Digest>> copy = new LinkedHashMap<>();
    registers.forEach((name, digests) -> copy.put(checked(name), DigestList.checked(digests)));
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("there is no register");
    }
    registers = Collections.unmodifiableMap(copy);
  }

  private static Label checked(Label name) {
    if (name instanceof Label.OfInteger number && number.negative()) {
      throw new IllegalArgumentException("name of a register is negative");
    }
    return name;
  }
}
