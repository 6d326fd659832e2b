package org.rats4j.verifier.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.Origin;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.DerCertificate;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.ear.Category;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.KeySource;

class PolicyRulesTest {
  private static final Measurement FIRMWARE =
      Measurement.of(
          MeasurementKey.of("firmware"),
          MeasurementValues.builder()
              .svn(Svn.of(3))
              .digests(Digest.sha256(Bytes.copyOf(new byte[32])))
              .build());
  private static final Measurement LOADER =
      Measurement.of(
          MeasurementKey.of("loader"),
          MeasurementValues.builder().digests(Digest.sha256(Bytes.copyOf(new byte[32]))).build());
  private static final Set<Label> SVN = Set.of(Label.of(MeasurementValues.SVN));
  private static final Set<Label> DIGESTS = Set.of(Label.of(MeasurementValues.DIGESTS));

  private static final Authority MAKER = Authority.of(new TaggedBytes(Bytes.ofUtf8("maker")));
  private static final Origin BY_MAKER = origin(MAKER, 0);

  private static Origin origin(Authority authority, int index) {
    TagId id = TagId.of("values");
    return new Origin(id, TagIdentity.of(id), Triples.REFERENCE, index, authority, "");
  }

  private static ElementView view(Measurement measurement, Set<Label> codePoints) {
    return new ElementView(
        measurement, codePoints.isEmpty() ? Map.of() : Map.of(BY_MAKER, codePoints));
  }

  private static AppraisedComponent component(Set<Label> firmware, Set<Label> loader) {
    return component(view(FIRMWARE, firmware), view(LOADER, loader), BY_MAKER);
  }

  private static AppraisedComponent component(
      ElementView firmware, ElementView loader, Origin endorser) {
    EvidenceComponent evidence =
        EvidenceComponent.builder("soc0")
            .authority(KeySource.CORIM, List.of(new TaggedBytes(Bytes.of(1))))
            .profile(CorimProfileId.of("tag:example.com,2026:p"))
            .measurement(FIRMWARE)
            .measurement(LOADER)
            .claim("state", "secured")
            .claim("count", JsonNumber.of(3))
            .claim("debug", new JsonBoolean(false))
            .build();
    return AppraisedComponent.of(
        evidence,
        List.of(firmware, loader),
        List.of(
            new EndorsementView(
                Measurement.of(
                    MeasurementKey.of("certificate"),
                    MeasurementValues.builder().name("level 2").build()),
                List.of(endorser))),
        true);
  }

  private static boolean holds(String condition) throws Exception {
    String json =
        "{\"id\":\"p\",\"rules\":[{\"when\":" + condition + ",\"set\":{\"hardware\":2}}]}";
    PolicyRules policy = PolicyRules.decode(Bytes.ofUtf8(json));
    return policy.judge(component(DIGESTS, SVN)).vector().contains(Category.HARDWARE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'corroborated':'firmware'} | true",
        "{'corroborated':'loader'} | false",
        "{'corroborated':'*'} | false",
        "{'corroborated':'nothing'} | false",
        "{'corroborated':['firm*']} | true",
        "{'corroborated':['firmware','f*']} | true",
        "{'corroborated':['firmware','kernel']} | false",
        "{'corroborated':{'elements':['firmware','kernel'],'codePoints':[2]}} | false",
        "{'corroborated':{'elements':'loader','codePoints':[1]}} | true",
        "{'corroborated':{'elements':'firmware','codePoints':[1]}} | false",
        "{'measured':'loader'} | true",
        "{'measured':'Loader'} | false",
        "{'endorsed':'certificate'} | true",
        "{'endorsed':{'elements':'*','codePoints':[11]}} | true",
        "{'endorsed':{'elements':'*','codePoints':[100]}} | false",
        "{'known':true} | true",
        "{'known':false} | false",
        "{'key':['corim','store']} | true",
        "{'key':['given']} | false",
        "{'profile':['tag:example.com,2026:p']} | true",
        "{'profile':['tag:example.com,2026:q']} | false",
        "{'claim':{'name':'state'}} | true",
        "{'claim':{'name':'absent'}} | false",
        "{'claim':{'name':'state','in':['secured']}} | true",
        "{'claim':{'name':'state','in':['Secured',3,true]}} | false",
        "{'claim':{'name':'count','in':[3]}} | true",
        "{'claim':{'name':'count','in':['3']}} | false",
        "{'claim':{'name':'debug','in':[false]}} | true",
        "{'not':{'known':true}} | false",
        "{'all':[{'known':true},{'measured':'x'}]} | false",
        "{'any':[{'known':false},{'measured':'loader'}]} | true",
      })
  void holdsOrNot(String condition, boolean expected) throws Exception {
    assertEquals(expected, holds(condition.replace('\'', '"')));
  }

  private static boolean holds(String condition, String authorities, AppraisedComponent component)
      throws Exception {
    String json =
        "{'id':'p','rules':[{'when':"
            + condition
            + ",'set':{'hardware':2}}],'authorities':{"
            + authorities
            + "}}";
    PolicyRules policy = PolicyRules.decode(Bytes.ofUtf8(json.replace('\'', '"')));
    assertEquals(policy, PolicyRules.decode(policy.encode()));
    return policy.judge(component).vector().contains(Category.HARDWARE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'corroborated':{'elements':'firmware','by':'maker'}} | true",
        "{'corroborated':{'elements':'firmware','by':['other','maker']}} | true",
        "{'corroborated':{'elements':'firmware','by':'other'}} | false",
        "{'corroborated':{'elements':'firmware','codePoints':[1],'by':'other'}} | true",
        "{'corroborated':{'elements':'firmware','codePoints':[1],'by':'maker'}} | false",
        "{'corroborated':{'elements':'firmware','codePoints':[1,2],'by':'maker'}} | false",
        "{'corroborated':{'elements':'firmware','codePoints':[1,2],'by':['maker','other']}} | true",
        "{'corroborated':{'elements':'loader','by':'nobody'}} | false",
        "{'endorsed':{'elements':'certificate','by':'other'}} | true",
        "{'endorsed':{'elements':'certificate','by':'maker'}} | false",
        "{'endorsed':{'elements':'certificate','codePoints':[11],'by':['maker','other']}} | true",
        "{'endorsed':{'elements':'certificate','codePoints':[2],'by':'other'}} | false",
      })
  void countsOnlyWhoseWordItAsksFor(String condition, boolean expected) throws Exception {
    Authority other = Authority.of(new TaggedBytes(Bytes.of(0, 255)));
    Origin byOther = origin(other, 1);
    ElementView firmware = new ElementView(FIRMWARE, Map.of(BY_MAKER, DIGESTS, byOther, SVN));
    String names =
        "'maker':'bytes:6d616b6572','other':['bytes:aa','bytes:00ff'],'nobody':'bytes:bb'";

    assertEquals(
        expected, holds(condition, names, component(firmware, view(LOADER, DIGESTS), byOther)));
  }

  @Test
  void knowsAKeyByEachOfItsNames() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Origin signed = origin(Authority.ofKey(pair.getPublic()), 0);
    AppraisedComponent component =
        component(
            new ElementView(FIRMWARE, Map.of(signed, DIGESTS)), view(LOADER, Set.of()), signed);
    for (boolean right : new boolean[] {true, false}) {
      byte[] spki = (right ? pair : stranger).getPublic().getEncoded();
      List<String> names = new ArrayList<>();
      for (String algorithm : List.of("SHA-256", "SHA-384", "SHA-512")) {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(spki);
        names.add(algorithm.toLowerCase(Locale.ROOT) + ":" + HexFormat.of().formatHex(digest));
      }
      names.add(new Pem(Pem.PUBLIC_KEY, Bytes.copyOf(spki)).encode().replace("\n", "\\n"));

      for (String name : names) {
        assertEquals(
            right,
            holds(
                "{'corroborated':{'elements':'firmware','by':'maker'}}",
                "'maker':'" + name + "'",
                component),
            name);
      }
    }
  }

  @Test
  void refusesTwoAuthoritiesOfOneName() {
    List<Rule> rules = new ArrayList<>();
    for (int key = 0; key < 2; key++) {
      NamedAuthority named = new NamedAuthority("maker", List.of(new TaggedBytes(Bytes.of(key))));
      rules.add(
          Rule.of(
              new Condition.Not(new Condition.Endorsed(List.of("*"), Set.of(), List.of(named))),
              Category.HARDWARE,
              2));
    }

    assertThrows(IllegalArgumentException.class, () -> PolicyRules.of("p", rules));
  }

  @Test
  void refusesKeysThatJsonCannotName() {
    List<CryptoKey> certificate = List.of(new DerCertificate(Bytes.of(48, 0)));

    assertThrows(IllegalArgumentException.class, () -> new NamedAuthority("maker", certificate));
    assertThrows(IllegalArgumentException.class, () -> new NamedAuthority("maker", List.of()));
  }

  @Test
  void claimsTheWorstWhateverTheOrderOfItsRules() throws Exception {
    int[] worstFirst = {96, 127, -97, -128, 32, 95, -33, 2, 31, -2, 1, 0, -1};
    List<Rule> rules = new ArrayList<>();
    for (int claim : worstFirst) {
      rules.add(Rule.of(Condition.ALWAYS, Category.HARDWARE, claim));
    }
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(rules, random);

      int claim =
          PolicyRules.of("p", rules)
              .judge(component(DIGESTS, DIGESTS))
              .vector()
              .claim(Category.HARDWARE);

      assertEquals(127, claim);
    }
  }

  @ParameterizedTest
  @CsvSource({"96,-97,96", "32,-33,32", "2,-2,2", "2,32,32", "-33,2,-33", "0,2,2", "96,2,96"})
  void followsTheOrderOfAr4si(int one, int other, int expected) {
    List<Rule> rules =
        List.of(
            Rule.of(Condition.ALWAYS, Category.HARDWARE, one),
            Rule.of(Condition.ALWAYS, Category.HARDWARE, other));

    int claim =
        PolicyRules.of("p", rules)
            .judge(component(DIGESTS, DIGESTS))
            .vector()
            .claim(Category.HARDWARE);

    assertEquals(expected, claim);
  }

  @Test
  void saysSomethingElseWhereNoRuleSaysAnything() {
    PolicyRules policy =
        PolicyRules.of("p", List.of(Rule.of(new Condition.Known(false), Category.EXECUTABLES, 2)))
            .otherwise(Map.of(Category.EXECUTABLES, 33));

    Judgement judgement = policy.judge(component(DIGESTS, DIGESTS));

    assertEquals(33, judgement.vector().claim(Category.EXECUTABLES));
    assertEquals(
        Map.of(
            Category.EXECUTABLES,
            "\"otherwise\" of p says so: no rule about it holds (rule 0 {\"known\":false})"),
        judgement.reasons());
  }

  @Test
  void saysWhoseWordIsMissingWhereNoRuleHolds() {
    NamedAuthority lab = new NamedAuthority("lab", List.of(new TaggedBytes(Bytes.ofUtf8("lab 7"))));
    Condition byLab = new Condition.Corroborated(List.of("*"), Set.of(), List.of(lab));
    PolicyRules policy =
        PolicyRules.of(
                "p",
                List.of(
                    Rule.of(byLab, Category.EXECUTABLES, 2),
                    new Rule("cpu*", Condition.ALWAYS, Map.of(Category.EXECUTABLES, 3))))
            .otherwise(Map.of(Category.EXECUTABLES, 33, Category.HARDWARE, 97));

    Map<Category, String> reasons = policy.judge(component(DIGESTS, DIGESTS)).reasons();

    assertTrue(
        reasons
            .get(Category.EXECUTABLES)
            .endsWith("rule 0 " + RulesWriter.text(byLab) + " where lab is \"lab 7\")"));
    assertEquals("\"otherwise\" of p says so: no rule is about it", reasons.get(Category.HARDWARE));
  }

  @Test
  void saysWhichConditionOfWhichRuleHolds() {
    Condition named =
        new Condition.Corroborated(
            List.of("firmware"), Set.of(Label.of(MeasurementValues.DIGESTS), Label.of("own")));
    PolicyRules policy =
        PolicyRules.of(
            "p",
            List.of(
                Rule.of(new Condition.Measured(List.of("load*")), Category.EXECUTABLES, 33),
                Rule.of(Condition.ALWAYS, Category.HARDWARE, 2),
                Rule.of(new Condition.Not(named), Category.CONFIGURATION, 32)));

    Map<Category, String> reasons = policy.judge(component(DIGESTS, DIGESTS)).reasons();

    assertEquals(
        "rule 0 of p holds: {\"measured\":[\"load*\"]}", reasons.get(Category.EXECUTABLES));
    assertEquals("rule 1 of p holds: always", reasons.get(Category.HARDWARE));
    assertTrue(reasons.get(Category.CONFIGURATION).startsWith("rule 2 of p holds: {\"not\":"));
  }

  @Test
  void speaksOfComponentsWithThatLabelOnly() {
    Rule rule = new Rule("cpu*", Condition.ALWAYS, Map.of(Category.HARDWARE, 2));

    Judgement judgement = PolicyRules.of("p", List.of(rule)).judge(component(SVN, SVN));

    assertTrue(judgement.vector().isEmpty());
  }

  @Test
  void takesSymbolsForClaims() throws Exception {
    PolicyRules policy =
        PolicyRules.decode(
            Bytes.ofUtf8("{\"id\":\"p\",\"rules\":[{\"set\":{\"executables\":\"approved_rt\"}}]}"));

    assertEquals(Map.of(Category.EXECUTABLES, 2), policy.rules().get(0).claims());
  }

  @Test
  void decodesAndEncodesTheSamePolicy() throws Exception {
    PolicyRules standard = StandardPolicy.RULES;

    Bytes json = standard.encode();

    assertEquals(standard, PolicyRules.decode(json));
    assertEquals(json, PolicyRules.decode(json).encode());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/policy/invalid.csv",
      delimiter = '|',
      quoteCharacter = '~')
  void rejects(String name, String json, DecodingException.Reason reason, String path) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> PolicyRules.decode(Bytes.ofUtf8(json.strip())));

    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
  }

  @Test
  void refusesConditionsThatAreTooDeep() {
    String open = "{\"not\":".repeat(PolicyRules.DEPTH_MAX);
    String json =
        "{\"id\":\"p\",\"rules\":[{\"when\":"
            + open
            + "{\"known\":true}"
            + "}".repeat(PolicyRules.DEPTH_MAX)
            + ",\"set\":{\"hardware\":2}}]}";

    DecodingException e =
        assertThrows(DecodingException.class, () -> PolicyRules.decode(Bytes.ofUtf8(json)));

    assertEquals(DecodingException.Reason.LIMIT_EXCEEDED, e.reason());
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] json = StandardPolicy.RULES.encode().toByteArray();
    for (int i = 0; i < 3; i++) {
      json[random.nextInt(json.length)] = (byte) (32 + random.nextInt(95));
    }
    try {
      PolicyRules.decode(Bytes.copyOf(json)).judge(component(SVN, DIGESTS));
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  @Test
  void asksForAllThatMeasures() {
    assertFalse(view(FIRMWARE, SVN).isCorroborated());
    assertFalse(view(FIRMWARE, Set.of()).isCorroborated());
    assertTrue(view(FIRMWARE, DIGESTS).isCorroborated());
    assertTrue(view(FIRMWARE, SVN).isCorroborated(SVN));
  }
}
