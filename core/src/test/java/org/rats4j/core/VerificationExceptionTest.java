package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.rats4j.core.VerificationException.Reason;

class VerificationExceptionTest {

  @Test
  void keepsAllButTheCodeUnderTheCodeOfAModule() {
    Exception cause = new Exception("from a provider");
    VerificationException core = VerificationException.of(Reason.UNTRUSTED_CHAIN, "no path", cause);

    VerificationException module = core.withCode("PATH_NOT_FOUND");

    assertEquals("PATH_NOT_FOUND", module.code());
    assertEquals(Reason.UNTRUSTED_CHAIN, module.reason());
    assertEquals("no path", module.detail());
    assertSame(cause, module.getCause());
  }
}
