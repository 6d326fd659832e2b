package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.expat.tls.TlsExporter;

class AlertDescriptionTest {

  @Test
  void everyCodeHasItsFault() throws Exception {
    Set<String> codes = new TreeSet<>();
    for (Field constant : ExpatCodes.class.getFields()) {
      assertEquals(constant.getName(), constant.get(null));
      codes.add(constant.getName());
    }
    Set<String> faults = new TreeSet<>();
    for (Fault fault : Fault.values()) {
      faults.add(fault.name());
    }

    assertEquals(faults, codes);
  }

  @ParameterizedTest
  @CsvSource({"EXPIRED,45", "NOT_YET_VALID,45", "UNTRUSTED_CHAIN,48", "KEY_MISMATCH,42"})
  void rejectedChainsAreToldApart(Reason reason, int alert) {
    VerificationException rejected =
        VerificationException.of(reason, ExpatCodes.CHAIN_REJECTED, "", "no");

    assertEquals(alert, AlertDescription.of(rejected));
  }

  @Test
  void answersWithTheAlertOfTheCode() {
    assertEquals(
        AlertDescription.INTERNAL_ERROR, AlertDescription.of(TlsExporter.unavailable("no")));
    assertEquals(
        AlertDescription.DECODE_ERROR, AlertDescription.of(Fault.MALFORMED.decoding("", "no")));
  }

  @Test
  void codesOfOthersAreDeniedAccess() {
    VerificationException other = VerificationException.of(Reason.EXPIRED, "old");

    assertEquals(AlertDescription.ACCESS_DENIED, AlertDescription.of(other));
  }
}
