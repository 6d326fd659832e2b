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

  @Test
  void saysReasonCodePathAndDetail() {
    VerificationException whole = VerificationException.of(Reason.UNTRUSTED_CHAIN, "no path");
    VerificationException part =
        VerificationException.of(Reason.UNTRUSTED_CHAIN, "CODE", "x/1", "no path");

    assertEquals("UNTRUSTED_CHAIN", whole.code());
    assertEquals("", whole.path());
    assertEquals("no path (UNTRUSTED_CHAIN)", whole.getMessage());
    assertEquals("CODE", part.code());
    assertEquals("x/1: no path (CODE)", part.getMessage());
    Exception cause = new Exception("why");
    assertSame(
        cause,
        VerificationException.of(Reason.UNTRUSTED_CHAIN, "CODE", "x", "no", cause).getCause());
  }

  @Test
  void showsNoControlCharactersOfAPath() {
    assertEquals(
        "a\\u000a\\u202e\\u2028\\u2029é: d (UNTRUSTED_CHAIN)",
        VerificationException.of(
                Reason.UNTRUSTED_CHAIN,
                "UNTRUSTED_CHAIN",
                "a\n" + (char) 0x202e + (char) 0x2028 + (char) 0x2029 + "é",
                "d")
            .getMessage());
  }

  @Test
  void showsNoControlCharactersOfADetail() {
    VerificationException e =
        VerificationException.of(Reason.POLICY_REJECTED, "no:\na" + (char) 27);

    assertEquals("no:\\u000aa\\u001b", e.detail());
    assertEquals("no:\\u000aa\\u001b (POLICY_REJECTED)", e.getMessage());
  }
}
