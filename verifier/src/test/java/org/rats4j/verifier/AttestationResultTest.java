package org.rats4j.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwTag;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.ear.Category;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Confirmation;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCmw;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.OemId;
import org.rats4j.eat.Submodule;
import org.rats4j.eat.Submodules;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.test.crypto.KeyInHardware;
import org.rats4j.verifier.policy.Condition;
import org.rats4j.verifier.policy.PolicyRules;
import org.rats4j.verifier.policy.Rule;

/** What callers do with a request and a result, in the fewest calls. */
class AttestationResultTest {
  private static final ContentFormat CWT = ContentFormat.of(263);
  private static final Condition KNOWN = new Condition.Known(true);
  private static final Condition UNKNOWN = new Condition.Known(false);

  private final KeyPair key = PsaDevice.newKey();
  private final Signer signer = Signers.of(key.getPrivate(), Algorithms.ES256);

  private Verifier.Builder verifier() {
    return Verifier.builder(VerifierId.of("https://verifier.example", "1"))
        .store(CorimStore.builder().clock(VerifierTest.CLOCK).build())
        .keys(KeyResolver.of(VerificationKey.of(key.getPublic())))
        .clock(VerifierTest.CLOCK);
  }

  private static AppraisalRequest request(Cmw evidence) {
    return AppraisalRequest.builder(evidence).nonce(PsaDevice.NONCE).build();
  }

  private static EatClaims.Builder claims() {
    return EatClaims.builder().put(Claims.NONCE, Nonces.of(PsaDevice.NONCE));
  }

  private static EatClaims.Builder about(PublicKey confirmed) {
    return EatClaims.builder().put(Claims.CONFIRMATION, Confirmation.of(CoseKey.of(confirmed)));
  }

  @Test
  void takesEveryFormOfWrapperDecodedOrNot() throws Exception {
    Bytes token = Eat.cwt(claims().build()).sign(signer);
    List<Cmw> wrappers =
        List.of(
            EatCmw.wrap(token),
            CmwTag.of(CWT, token),
            CmwRecord.of(MediaType.of("application/eat+cwt"), token),
            CmwCollection.builder()
                .put("a", CmwTag.of(CWT, token))
                .put("b", CmwRecord.of(CWT, token))
                .build());

    for (Cmw wrapper : wrappers) {
      AttestationResult decoded = verifier().build().appraise(request(wrapper));
      AttestationResult encoded =
          verifier()
              .build()
              .appraise(
                  AppraisalRequest.builder(wrapper.encode(CmwForm.CBOR))
                      .nonce(PsaDevice.NONCE)
                      .build());
      int messages = wrapper instanceof CmwCollection ? 2 : 1;
      assertEquals(messages, decoded.components().size());
      assertEquals(decoded.claims(), encoded.claims());
    }
  }

  @Test
  void keepsTheWrapperWhereRawEvidenceIsWanted() throws Exception {
    Cmw wrapper = CmwTag.of(CWT, Eat.cwt(claims().build()).sign(signer));

    AttestationResult result = verifier().withRawEvidence().build().appraise(request(wrapper));

    assertEquals(wrapper.encode(CmwForm.CBOR), result.claims().rawEvidence().orElseThrow().value());
  }

  @Test
  void takesNoTypeForADecodedWrapper() {
    AppraisalRequest.Builder request = AppraisalRequest.builder(CmwTag.of(CWT, Bytes.of(1)));

    assertThrows(
        IllegalStateException.class, () -> request.type(MediaType.of("application/eat+cwt")));
  }

  @Test
  void attestsTheKeyOfTheOutermostTokenAlone() throws Exception {
    PublicKey outer = PsaDevice.newKey().getPublic();
    PublicKey inner = PsaDevice.newKey().getPublic();
    EatClaims claims =
        about(outer)
            .put(Claims.NONCE, Nonces.of(PsaDevice.NONCE))
            .put(
                Claims.SUBMODULES,
                Submodules.of("chip", new Submodule.ClaimsSet(about(inner).build())))
            .build();

    AttestationResult result =
        verifier().build().appraise(request(EatCmw.wrap(Eat.cwt(claims).sign(signer))));

    assertTrue(result.attests(outer));
    assertFalse(result.attests(inner));
    assertFalse(result.attests(key.getPublic()));
    assertFalse(result.attests(new KeyInHardware("EC")));
  }

  @Test
  void attestsNoKeyIfTwoMessagesAttestDifferentOnes() throws Exception {
    PublicKey one = PsaDevice.newKey().getPublic();
    PublicKey other = PsaDevice.newKey().getPublic();
    CmwCollection.Builder messages = CmwCollection.builder();
    for (PublicKey confirmed : List.of(one, other)) {
      EatClaims claims = about(confirmed).put(Claims.NONCE, Nonces.of(PsaDevice.NONCE)).build();
      messages.put(confirmed == one ? "a" : "b", EatCmw.wrap(Eat.cwt(claims).sign(signer)));
    }

    AttestationResult result = verifier().build().appraise(request(messages.build()));

    assertFalse(result.attests(one));
    assertFalse(result.attests(other));
  }

  @Test
  void saysWhyItIsNotAffirming() throws Exception {
    PolicyRules policy = PolicyRules.of("bad", List.of(Rule.of(UNKNOWN, Category.EXECUTABLES, 33)));
    EatClaims claims =
        claims()
            .put(Claims.OEM_ID, OemId.pen(32473))
            .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.ofUtf8("gateway")))
            .build();

    AttestationResult result =
        verifier()
            .policy(policy)
            .build()
            .appraise(request(EatCmw.wrap(Eat.cwt(claims).sign(signer))));

    assertFalse(result.isAffirming());
    Finding reason = result.reasons().get(0);
    assertEquals(1, result.reasons().size());
    assertEquals("NOT_AFFIRMING", reason.code());
    assertEquals("eat/executables", reason.path());
    assertTrue(reason.message().startsWith("warning (33): "), reason.message());
  }

  @Test
  void saysThatAPartCouldNotBeVerifiedOrThatNoPolicySpeaksOfIt() throws Exception {
    Bytes good = Eat.cwt(claims().build()).sign(signer);
    Bytes strange =
        Eat.cwt(claims().build())
            .sign(Signers.of(PsaDevice.newKey().getPrivate(), Algorithms.ES256));
    PolicyRules silent = PolicyRules.of("silent", List.of(Rule.of(KNOWN, Category.EXECUTABLES, 2)));

    AttestationResult result =
        verifier()
            .policy(silent)
            .reportFailures()
            .build()
            .appraise(
                request(
                    CmwCollection.builder()
                        .put("a", CmwRecord.of(CWT, good))
                        .put("b", CmwRecord.of(CWT, strange))
                        .build()));

    assertEquals(
        List.of("NOT_AFFIRMING", "BAD_SIGNATURE"),
        result.reasons().stream().map(Finding::code).toList());
  }

  @Test
  void letsNoNameInEvidenceBeginALine() throws Exception {
    String fake = "boot\ncomponent eat: affirming\u001b[2J\u2028";
    MeasuredComponent component = MeasuredComponent.of(fake, Digest.sha256Of(Bytes.of(1)));
    EatClaims part =
        EatClaims.builder()
            .put(Claims.MEASUREMENTS, List.of(component.body(Encoding.CBOR)))
            .build();
    EatClaims claims =
        claims().put(Claims.SUBMODULES, Submodules.of(fake, new Submodule.ClaimsSet(part))).build();

    AttestationResult result =
        verifier().build().appraise(request(EatCmw.wrap(Eat.cwt(claims).sign(signer))));

    String text = result.describe();
    assertTrue(text.contains("boot\\u000acomponent eat: affirming\\u001b[2J\\u2028"), text);
    assertTrue(text.lines().noneMatch(line -> line.startsWith("component eat: affirming")), text);
    assertTrue(
        result.reasons().stream().noneMatch(reason -> reason.path().contains("\n")),
        result.reasons().toString());
  }

  @Test
  void hasNoReasonsIfItIsAffirming() throws Exception {
    PolicyRules policy = PolicyRules.of("good", List.of(Rule.of(UNKNOWN, Category.EXECUTABLES, 2)));

    AttestationResult result =
        verifier()
            .policy(policy)
            .build()
            .appraise(request(EatCmw.wrap(Eat.cwt(claims().build()).sign(signer))));

    assertTrue(result.isAffirming());
    assertEquals(List.of(), result.reasons());
  }
}
