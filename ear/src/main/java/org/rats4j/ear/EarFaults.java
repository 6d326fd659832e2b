package org.rats4j.ear;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Leniency;
import org.rats4j.core.VerificationException;

/** Gives faults of the layers below the codes of this module. */
final class EarFaults {
  private static final Set<String> DEVIATIONS =
      EarLeniencies.LENIENT.stream().map(Leniency::code).collect(Collectors.toUnmodifiableSet());

  private static final Map<Reason, String> CLAIMS = new EnumMap<>(Reason.class);

  static {
    CLAIMS.put(Reason.DUPLICATE_KEY, EarCodes.EAR_DUPLICATE);
    CLAIMS.put(Reason.LIMIT_EXCEEDED, EarCodes.EAR_LIMIT);
    CLAIMS.put(Reason.INVALID_VALUE, EarCodes.EAR_RANGE);
  }

  private EarFaults() {}

  /** Returns a fault of the claims. */
  static DecodingException ofClaims(DecodingException fault) {
    String path = fault.path().startsWith("/") ? fault.path().substring(1) : fault.path();
    boolean ours = fault.code().startsWith("EAR_") || DEVIATIONS.contains(fault.code());
    String code = ours ? fault.code() : CLAIMS.getOrDefault(fault.reason(), EarCodes.EAR_TYPE);
    return DecodingException.of(fault.reason(), code, path, fault.detail());
  }

  /** Returns a fault of the message around the claims. */
  static DecodingException ofContainer(DecodingException fault) {
    String code = EarCodes.EAR_CONTAINER;
    if (fault.code().equals(EarLeniencies.UNTAGGED_COSE.code())) {
      code = fault.code();
    } else if (fault.reason() == Reason.LIMIT_EXCEEDED) {
      code = EarCodes.EAR_LIMIT;
    } else if (fault.path().endsWith("/alg")) {
      code = EarCodes.EAR_ALG;
    }
    return DecodingException.of(fault.reason(), code, fault.path(), fault.detail());
  }

  /** Returns a fault of the signature. */
  static VerificationException ofSignature(VerificationException fault) {
    String code =
        switch (fault.reason()) {
          case ALGORITHM_NOT_ALLOWED, KEY_MISMATCH -> EarCodes.EAR_ALG;
          case BAD_SIGNATURE, UNKNOWN_KEY, UNTRUSTED_CHAIN -> EarCodes.EAR_SIGNATURE;
          default -> EarCodes.EAR_CONTAINER;
        };
    return VerificationException.of(fault.reason(), code, fault.path(), fault.detail());
  }
}
